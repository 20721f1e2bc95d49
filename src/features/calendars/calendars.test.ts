// One's calendar at a secret address: what is in it, what leaves it, and who gets nothing.

import ICAL from 'ical.js'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { ask } from '../polls/fixtures.ts'
import { bringIn, foundBy } from '../rooms/fixtures.ts'
import { act, lastWish, offerBy, wishFor } from '../visits/fixtures.ts'
import { feedPath } from './paths.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
})
beforeEach(forgetTries)

/** The secret, as the page shows it once. */
async function addressOf(who: Visitor): Promise<string> {
  const html = await (await who.post('/calendar/address')).text()
  const token = /<code>http:\/\/localhost\/calendar\.ics\?token=([\w-]{43})<\/code>/.exec(html)?.[1]
  return feedPath(token ?? 'none')
}
const eventsIn = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
const fetched = async (path: string) => {
  const answer = await town.visitor.get(path)
  return answer.status === 200 ? eventsIn(await answer.text()) : []
}
const said = (event?: ICAL.Event) => [
  ...[event?.uid, event?.summary, event?.sequence, String(event?.startDate), String(event?.endDate)],
  ...['status', 'url', 'dtstamp', 'transp'].map((name) => String(event?.component.getFirstPropertyValue(name))),
]
const titled = async (path: string, title: string) => (await fetched(path)).filter(({ summary }) => summary === title)

const meeting = {
  ...{ title: 'Dusk walk', day: '2099-07-01', from: '18:30', to: '20:00', zone: 'Europe/Lisbon' },
  ...{ place: 'Secret corner', link: 'https://meet.example/walk', notes: 'Bring a lamp.' },
}
const setIn = async (who: Visitor, room: number, more: Record<string, string> = {}): Promise<number> => {
  expect((await who.post(`/rooms/${room}/meetings`, { ...meeting, ...more })).status).toBe(303)
  return fill(town, 'select max(id) from meeting')
}

describe('the address', () => {
  test('is shown once, kept as a digest only, and opened without signing in', async () => {
    const path = await addressOf(ada)
    const token = path.split('=')[1] ?? ''
    expect(await ada.page('/calendar')).not.toContain(token)
    expect(await rowsOf(town, `select 1 from calendar_address where token_hash like '%${token}%'`)).toEqual([])
    const answer = await town.visitor.get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('made anew or ended opens nothing any more', async () => {
    const first = await addressOf(ada)
    const second = await addressOf(ada)
    expect((await town.visitor.get(first)).status).toBe(404)
    expect((await town.visitor.get(second)).status).toBe(200)
    expect((await ada.post('/calendar/address/end')).status).toBe(303)
    expect((await town.visitor.get(second)).status).toBe(404)
    expect((await ada.post('/calendar/address/end')).status).toBe(303)
  })

  test('made twice at once is one, the other opens nothing, and no page breaks', async () => {
    await ada.post('/calendar/address/end')
    for (let round = 0; round < 3; round += 1) {
      const made = await Promise.all([addressOf(ada), addressOf(ada), addressOf(ada)])
      expect(made).not.toContain(feedPath('none'))
      const open = await Promise.all(made.map(async (path) => (await town.visitor.get(path)).status))
      expect(open.toSorted()).toEqual([200, 404, 404])
    }
  })

  test('cannot be guessed: neither without one, nor with the digest, nor with a session, and many tries are refused', async () => {
    await addressOf(ada)
    const [row] = await rowsOf<{ token_hash: string }>(town, 'select token_hash from calendar_address')
    for (const path of ['/calendar.ics', feedPath(''), feedPath(row?.token_hash ?? ''), feedPath('%00')])
      for (const who of [town.visitor, ada]) expect((await who.get(path)).status, path).toBe(404)
    for (let tries = 0; tries < 30; tries += 1) await town.visitor.get(feedPath(`guess-${tries}`))
    const refused = await town.visitor.get(feedPath('one-more'))
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true])
  })

  test('is asked too often: told when it makes sense again', async () => {
    const path = await addressOf(ada)
    for (let tries = 0; tries < 60; tries += 1) expect((await town.visitor.get(path)).status).toBe(200)
    expect((await town.visitor.get(path)).status).toBe(429)
  })

  test('whose content is the same is answered with 304, and its last use stands on the page', async () => {
    const path = await addressOf(ada)
    expect(await ada.page('/calendar')).toContain('not yet')
    const tag = (await town.visitor.get(path)).headers.get('etag') ?? ''
    // Packed on its way it is another file by the standard, which is why it comes back marked as weak.
    const packed = await town.visitor.get(path, { 'accept-encoding': 'gzip' })
    expect([packed.headers.get('content-encoding'), packed.headers.get('etag')]).toEqual(['gzip', `W/${tag}`])
    for (const known of [tag, `W/${tag}`, `"other", W/${tag}`]) {
      const again = await town.visitor.get(path, { 'if-none-match': known, 'accept-encoding': 'gzip' })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    expect((await town.visitor.get(path, { 'if-none-match': '"other"' })).status).toBe(200)
    await rowsOf(town, `insert into pgboss.job (name) values ('calendars.keep-last-use')`)
    await town.work()
    expect(await ada.page('/calendar')).not.toContain('not yet')
  })

  test('of somebody who left the city is none, also if they come back', async () => {
    const jonte = await town.as('jonte-pfalzgrafer')
    const path = await addressOf(jonte)
    expect((await town.visitor.get(path)).status).toBe(200)
    await rowsOf(town, `update person set left_at = now() where slug = 'jonte-pfalzgrafer'`)
    expect((await town.visitor.get(path)).status).toBe(404)
    await rowsOf(town, `update person set left_at = null where slug = 'jonte-pfalzgrafer'`)
    expect((await town.visitor.get(path)).status).toBe(404)
  })
})

describe('in the calendar', () => {
  test('a meeting of a room stands with title and time, and neither place nor words', async () => {
    const room = await foundBy(ada, { name: 'Lamps', entry: 'invitation' })
    await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
    const id = await setIn(ada, room)
    const path = await addressOf(beatriz)
    const [event] = await titled(path, 'Dusk walk (Lamps)')
    expect(event?.uid).toBe(`meeting-${id}@localhost`)
    expect(event?.startDate.toJSDate().toISOString()).toBe('2099-07-01T17:30:00.000Z')
    const file = await (await town.visitor.get(path)).text()
    for (const word of ['Secret corner', 'meet.example', 'lamp.', 'Lindmoser', 'Ada']) expect(file).not.toContain(word)
    expect(file).toContain('TLP:AMBER')
  })

  test('changed it keeps its name and counts, called off it says so, and on again as well', async () => {
    const room = await foundBy(ada, { name: 'Counting' })
    const id = await setIn(ada, room)
    const path = await addressOf(ada)
    const seen = async (title = 'Dusk walk (Counting)') => {
      const [event] = await titled(path, title)
      return [event?.uid, event?.sequence, event?.component.getFirstPropertyValue('status')]
    }
    const uid = `meeting-${id}@localhost`
    expect(await seen()).toEqual([uid, 0, 'CONFIRMED'])
    await ada.post(`/rooms/${room}/meetings/${id}`, { ...meeting, title: 'Later walk', revision: '1' })
    expect(await seen('Later walk (Counting)')).toEqual([uid, 1, 'CONFIRMED'])
    await ada.post(`/rooms/${room}/meetings/${id}/cancellation`)
    expect(await seen('Later walk (Counting)')).toEqual([uid, 2, 'CANCELLED'])
    await ada.post(`/rooms/${room}/meetings/${id}/cancellation/end`)
    expect(await seen('Later walk (Counting)')).toEqual([uid, 3, 'CONFIRMED'])
  })

  test('of a room under the Chatham House Rule only stands that there is something', async () => {
    const room = await foundBy(ada, { name: 'Quiet room', chatham: 'yes' })
    const id = await setIn(ada, room, { title: 'With the mayor of Porto' })
    const path = await addressOf(ada)
    const [event] = (await fetched(path)).filter(({ uid }) => uid === `meeting-${id}@localhost`)
    expect(event?.summary).toBe('Vicinia: appointment')
    const file = await (await town.visitor.get(path)).text()
    expect(file).not.toContain('mayor')
    expect(file).not.toContain('Quiet room')
  })

  test('whoever is taken out of a room finds its meetings gone at the next fetch', async () => {
    const room = await foundBy(ada, { name: 'Shrinking', entry: 'invitation' })
    await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
    await setIn(ada, room)
    const path = await addressOf(beatriz)
    expect(await titled(path, 'Dusk walk (Shrinking)')).toHaveLength(1)
    const person = await town.personId('beatriz-ribeirinha-douro')
    expect((await ada.post(`/rooms/${room}/members/${person}/removal`)).status).toBe(303)
    expect(await titled(path, 'Dusk walk (Shrinking)')).toEqual([])
  })

  test('the last day of a poll stands for cities that are asked, moved when it is prolonged, gone when it is withdrawn', async () => {
    const poll = await ask(town, ada, { title: 'Body cameras' })
    const path = await addressOf(beatriz)
    const [event] = await titled(path, 'Last day: Body cameras')
    expect([event?.uid, event?.sequence, event?.startDate.isDate]).toEqual([`poll-${poll}@localhost`, 0, true])
    const later = dayOf(new Date(town.now.getTime() + 30 * 86_400_000))
    expect((await ada.post(`/polls/${poll}/prolongation`, { endsOn: later })).status).toBe(303)
    const [moved] = await titled(path, 'Last day: Body cameras')
    expect([moved?.sequence, String(moved?.startDate)]).toEqual([1, later])
    await ada.post(`/polls/${poll}/withdrawal`)
    expect(await titled(path, 'Last day: Body cameras')).toEqual([])
  })

  test('a poll that was hidden is gone', async () => {
    const poll = await ask(town, ada, { title: 'Hidden away' })
    const path = await addressOf(beatriz)
    expect(await titled(path, 'Last day: Hidden away')).toHaveLength(1)
    await rowsOf(town, `update contribution set hidden_at = now() where id = ${poll}`)
    expect(await titled(path, 'Last day: Hidden away')).toEqual([])
  })

  test('an agreed study visit stands for those who act for the two cities, and cancelled once it was called off', async () => {
    const visit = await offerBy(ada)
    await wishFor(beatriz, visit)
    const id = await lastWish(town, visit)
    const [hers, his] = [await addressOf(ada), await addressOf(await town.as('jonte-pfalzgrafer'))]
    expect((await fetched(hers)).filter(({ uid }) => uid.startsWith('visit-'))).toEqual([])
    expect((await act(ada, visit, id, 'agreement')).status).toBe(303)
    const seen = async () => (await fetched(hers)).filter(({ uid }) => uid === `visit-${id}@localhost`)
    const [event] = await seen()
    expect([event?.summary, String(event?.startDate), String(event?.endDate)]).toEqual([
      'Study visit: Two evenings on the way home',
      '2027-03-15',
      '2027-03-17',
    ])
    // Whoever also takes it as a file has it once, and the same.
    const taken = eventsIn(await ada.page(`/visits/agreed/${id}/calendar.ics`)).map(said)
    expect(taken).toEqual([event].map(said))
    expect((await fetched(his)).map(({ uid }) => uid)).not.toContain(`visit-${id}@localhost`)
    expect((await act(beatriz, visit, id, 'proposal', { firstDay: '2027-04-01', lastDay: '' })).status).toBe(303)
    const [moved] = await seen()
    expect([moved?.sequence, moved?.component.getFirstPropertyValue('status')]).toEqual([3, 'TENTATIVE'])
    expect((await act(beatriz, visit, id, 'ending')).status).toBe(303)
    expect((await seen())[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  })

  test('everything is in the language of its owner', async () => {
    const poll = await ask(town, ada, { title: 'In which language' })
    const path = await addressOf(await town.as('almut-westrichter', 'de'))
    const [event] = (await fetched(path)).filter(({ uid }) => uid === `poll-${poll}@localhost`)
    expect(event?.summary).toBe('Letzter Tag: In which language')
  })
})

test('one meeting as a file says what its page says, to those who are in the room', async () => {
  const room = await foundBy(ada, { name: 'Taken along', entry: 'invitation' })
  const id = await setIn(ada, room)
  const path = `/rooms/${room}/meetings/${id}/calendar.ics`
  expect(await ada.page(`/rooms/${room}/meetings`)).toContain(path)
  const [event] = eventsIn(await ada.page(path))
  expect([event?.summary, event?.location]).toEqual(['Dusk walk (Taken along)', 'Secret corner'])
  expect(event?.description).toBe('https://meet.example/walk\n\nBring a lamp.')
  expect((await beatriz.get(path)).status).toBe(404)
  const other = await foundBy(ada, { name: 'Another room' })
  expect((await ada.get(`/rooms/${other}/meetings/${id}/calendar.ics`)).status).toBe(404)
})
