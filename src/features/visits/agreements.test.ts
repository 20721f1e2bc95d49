// What two cities agreed stays with both, and reaches their calendars; a visit changes, ends and is wished for one after the other.
import ical from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { act, fields, idIn, lastWish, offerBy, wish, wishFor } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let jonte: Visitor
let assia: Visitor
beforeAll(async () => {
  town = await openTown()
  town.now = new Date('2026-11-26T12:00:00Z')
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  jonte = await town.as('jonte-pfalzgrafer')
  assia = await town.as('assia-verdonnel')
})
const organisationOf = (slug: string): Promise<number> =>
  fill(town, `select organisation_id from person where slug = '${slug}'`)
const agreed = async (who: Visitor, title: string): Promise<{ path: string; id: number }> => {
  const path = await offerBy(ada, { title })
  await wishFor(who, path)
  const id = await lastWish(town, path)
  expect((await act(ada, path, id, 'agreement')).status).toBe(303)
  return { path, id }
}

describe('an agreement', () => {
  test('stays with both cities where the visit itself no longer reaches one, and tells it nothing of what is written there since', async () => {
    const { path, id } = await agreed(beatriz, 'Narrowed later')
    const own = await fill(
      town,
      `select id from audience where organisation_id = ${await organisationOf('ada-lindmoser')}`,
    )
    await rowsOf(
      town,
      `update contribution set audience_id = ${own} where id = ${idIn(path)};
        update study_visit set place = 'Secret cellar' where contribution_id = ${idIn(path)}`,
    )
    expect((await beatriz.get(path)).status).toBe(404)
    expect(await beatriz.page('/visits')).toContain(`/visits/agreed/${id}`)
    const page = await beatriz.page(`/visits/agreed/${id}`)
    for (const part of ['15 March 2027', 'At the town hall', 'Three of us would come.', 'no longer sees'])
      expect(page).toContain(part)
    const file = await beatriz.page(`/visits/agreed/${id}/calendar.ics`)
    expect(file).toMatch(/SUMMARY:Study visit: Graz and .+\r\nLOCATION:At the town hall/)
    for (const part of ['Narrowed later', 'Secret cellar', path]) {
      expect(page).not.toContain(part)
      expect(file).not.toContain(part)
    }
    expect(await ada.page(`/visits/agreed/${id}`)).not.toContain('no longer sees')
  })

  test('called off afterwards is read as called off', async () => {
    const { path, id } = await agreed(beatriz, 'Called off later')
    await act(ada, path, id, 'ending', { text: 'The roof fell in.' })
    await rowsOf(
      town,
      `update contribution set audience_id = (select a.id from audience a where a.organisation_id = organisation_id limit 1) where id = ${idIn(path)}`,
    )
    const page = await beatriz.page(`/visits/agreed/${id}`)
    expect(page).toContain('The roof fell in.')
    expect(await beatriz.page('/visits')).not.toContain(`/visits/agreed/${id}`)
    expect(await (await beatriz.get(`/visits/agreed/${id}/calendar.ics`)).text()).toContain('STATUS:CANCELLED')
  })

  test('is an entry for the calendars of the two cities and of nobody else', async () => {
    const { id } = await agreed(beatriz, 'For calendars')
    const answer = await beatriz.get(`/visits/agreed/${id}/calendar.ics`)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const event = new ical.Event(
      new ical.Component(ical.parse(await answer.text())).getFirstSubcomponent('vevent') as ical.Component,
    )
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([
      true,
      wish.firstDay,
      '2027-03-17',
    ])
    expect(event.location).toBe('At the town hall')
    expect(event.summary).toBe('Study visit: For calendars')
    for (const other of [jonte, assia, await town.as('irena-halvorsdottir-blau')])
      for (const end of ['', '/calendar.ics'])
        expect((await other.get(`/visits/agreed/${id}${end}`)).status, end).toBe(404)
    expect((await town.visitor.get(`/visits/agreed/${id}/calendar.ics`)).status).toBe(303)
    expect(await jonte.page('/visits')).not.toContain(`/visits/agreed/${id}`)
    expect(await town.visitor.page('/visits')).not.toContain('Your city has agreed')
  })

  test('there is none before the other one agreed', async () => {
    const path = await offerBy(ada, { title: 'Only asked' })
    await wishFor(beatriz, path)
    expect((await beatriz.get(`/visits/agreed/${await lastWish(town, path)}`)).status).toBe(404)
  })
})

test('what a municipality that merged had ahead is its successor’s, with whoever speaks for it; nobody visits themselves', async () => {
  const { path, id } = await agreed(jonte, 'Before the merger')
  const own = await offerBy(assia, { title: 'Of the successor' })
  await wishFor(jonte, own)
  const ownWish = await lastWish(town, own)
  const [gone, heir] = [await organisationOf('jonte-pfalzgrafer'), await organisationOf('assia-verdonnel')]
  await rowsOf(town, `update person set role = 'coordinator' where slug = 'assia-verdonnel'`)
  const which = await fill(
    town,
    `insert into succession (kind, on_day, decision) values ('merger', '2026-11-01', 'x') returning id`,
  )
  await rowsOf(
    town,
    `insert into succession_part values (${which}, ${gone}, 'predecessor'), (${which}, ${heir}, 'successor');
      update organisation set active = false where id = ${gone};
      insert into fact (name, organisation_id, audience_id) values ('member.changed', ${gone}, 1)`,
  )
  while ((await town.work()) > 0);
  const cities = await rowsOf(
    town,
    `select id, organisation_id as city from visit_wish where id in (${id}, ${ownWish}) order by id`,
  )
  expect(cities).toEqual([
    { id, city: heir },
    { id: ownWish, city: gone },
  ])
  const coordinator = await town.as('assia-verdonnel')
  expect(await coordinator.page(`/visits/agreed/${id}`)).toContain('Three of us would come.')
  expect((await act(coordinator, path, id, 'ending')).status).toBe(303)
  await rowsOf(town, `update organisation set active = true where id = ${gone}`)
})

describe('at the same moment', () => {
  test.each(['closing', 'withdrawal'] as const)('a wish and a %s come one after the other', async (end) => {
    for (let round = 0; round < 4; round++) {
      const path = await offerBy(ada, { title: `Raced ${end} ${round}` })
      const [wished, ended] = await Promise.all([
        wishFor(beatriz, path, { text: `Round ${round}` }),
        ada.post(`/visits/${idIn(path)}/${end}`),
      ])
      const wishes = await fill(town, `select count(*) from visit_wish where contribution_id = ${idIn(path)}`)
      expect(wished.status, `${wished.status} ${ended.status}`).toBeLessThan(500)
      expect(ended.status).toBeLessThan(500)
      // Withdrawn, and with a wish that nobody sees: never both.
      if (end === 'withdrawal') expect([Number(wishes), ended.status === 303]).not.toEqual([1, true])
      else expect(wished.status === 303).toBe(Number(wishes) === 1)
    }
  })

  test('a second click says what the first did, and does it once', async () => {
    const path = await offerBy(ada, { title: 'Clicked twice' })
    await wishFor(beatriz, path)
    const id = await lastWish(town, path)
    const once = /name="once" value="([^"]+)"/.exec(await ada.page(path))?.[1] ?? ''
    expect(once).not.toBe('')
    for (const [who, what, more] of [
      [ada, 'proposal', { firstDay: '2027-04-01', lastDay: '' }],
      [beatriz, 'agreement', { firstDay: '2027-04-01', lastDay: '2027-04-01' }],
      [ada, 'ending', {}],
    ] as const) {
      const both = await Promise.all([1, 2].map(() => act(who, path, id, what, { ...more, once })))
      expect(
        both.map(({ status }) => status),
        what,
      ).toEqual([303, 303])
    }
    expect(await fill(town, `select count(*) from visit_step where wish_id = ${id}`)).toBe(4)
  })

  test('whoever wrote while the other one ended it reads so, and keeps the words', async () => {
    const path = await offerBy(ada, { title: 'Ended meanwhile' })
    await wishFor(beatriz, path)
    const id = await lastWish(town, path)
    await act(ada, path, id, 'ending')
    const answer = await act(beatriz, path, id, 'proposal', {
      firstDay: '2027-05-03',
      lastDay: '',
      text: 'Long thought about.',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Something has changed meanwhile')
    expect(page).toContain('Long thought about.')
  })

  test('too many proposals are answered with a sentence, and the words stay', async () => {
    const path = await offerBy(assia, { title: 'Back and forth' })
    await wishFor(beatriz, path)
    const id = await lastWish(town, path)
    let last: Response | undefined
    for (let round = 0; round < 65 && last?.status !== 422; round++)
      last = await act(assia, path, id, 'proposal', {
        firstDay: round % 2 ? '2027-05-04' : '2027-05-05',
        lastDay: '',
        text: 'Once more.',
      })
    const page = (await last?.text()) ?? ''
    expect(page).toContain('That was a lot in a short time.')
    expect(page).toContain('Once more.')
  })
})

describe('a published visit', () => {
  test('is changed by whoever looks after it, found by its new words, and asked for on the new days only', async () => {
    const path = await offerBy(ada, { title: 'Zwirbelgarten' })
    const edit = `/visits/${idIn(path)}/edit`
    const form = await ada.page(edit)
    expect(form).toContain('Zwirbelgarten')
    expect(form).not.toContain('name="audience"')
    const revision = /name="revision" value="(\d+)"/.exec(form)?.[1] ?? ''
    const change = { ...fields, title: 'Knirschgarten', people: '2', lastDay: '2027-03-20', revision }
    expect((await ada.post(edit, { ...change, people: '0' })).status).toBe(422)
    expect((await ada.post(edit, change)).status).toBe(303)
    while ((await town.work()) > 0);
    expect(await jonte.page('/search?q=Knirschgarten')).toContain(`/visits/${idIn(path)}`)
    expect(await jonte.page('/search?q=Zwirbelgarten')).not.toContain(`/visits/${idIn(path)}`)
    expect(await (await wishFor(beatriz, path)).text()).toContain('So many cannot come.')
    const late = await ada.post(edit, { ...change, title: 'Older window' })
    expect(late.status).toBe(422)
    const page = await late.text()
    expect(page).toContain('Somebody has changed the visit meanwhile.')
    expect(page).toContain('Older window')
    for (const other of [beatriz, assia]) {
      expect((await other.get(edit)).status).toBe(403)
      expect((await other.post(edit, change)).status).toBe(403)
    }
  })
})
