// One's calendar: what is in it, and what leaves it.
import type ICAL from 'ical.js'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { ask } from '../polls/fixtures.ts'
import { bringIn, foundBy } from '../rooms/fixtures.ts'
import { act, lastWish, offerBy, wishFor } from '../visits/fixtures.ts'
import { addressOf, eventsIn } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
})
beforeEach(forgetTries)

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
