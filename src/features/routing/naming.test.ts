// Naming who knows better; and what nobody learns: of named persons, of who else was asked, of who asked as a member city.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { beginRounds } from './actions/carry-question.ts'
import { type AskedRow, askAs, askedOf, partsAt, work } from './fixtures.ts'
import { leftOutByLot } from './veil-draw.ts'

let town: Town
let door: Door
let path: string
let id: number
let asked: AskedRow
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  ;({ path, id } = await askAs(town, 'jonte-pfalzgrafer'))
  await work(town)
  asked = (await askedOf(town, id))[0] as AskedRow
}, 120_000)
afterAll(() => door.close())

test('who was asked names a colleague, who is asked then and told by whom, by mail and on the page', async () => {
  const who = await town.as(asked.slug)
  const answer = await who.post(`/asked/${id}/colleague`, { colleague: 'Assia Verdonnel' })
  expect(answer.status).toBe(303)
  await work(town)
  const row = (await askedOf(town, id)).find(({ slug }) => slug === 'assia-verdonnel')
  expect(row).toMatchObject({ named: true, mailed: true })
  expect(town.mails.at(-1)?.text).toMatch(/- .+ vous a nommé/)
  expect(await (await town.as('assia-verdonnel')).page(path)).toContain('named you')
  await who.post(`/asked/${id}/colleague`, { colleague: 'assia verdonnel' })
  await work(town)
  expect(
    town.mails.filter(({ to }) => to === row?.email).filter(({ id: name }) => name?.startsWith(`asked-${id}-`)),
  ).toHaveLength(1)
})

test('a name that nobody has, or none at all, comes back with a sentence and what was typed', async () => {
  const who = await town.as(asked.slug)
  for (const [colleague, sentence] of [
    ['Niemand Nirgends', 'We do not know this name.'],
    ['', 'Please give a name.'],
    ['x'.repeat(300), 'Please give a name.'],
  ] as const) {
    const answer = await who.post(`/asked/${id}/colleague`, { colleague })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
  }
})

test('whom the question does not reach is not asked, whoever names them', async () => {
  const form = await (await town.as('jonte-pfalzgrafer')).page('/questions/new?text=Wer+sieht+das%3F')
  const audience = /<option value="(\d+)"[^>]*>[^<]*TLP:AMBER\)/.exec(form)?.[1] ?? ''
  const { id: forum } = await askAs(town, 'jonte-pfalzgrafer', {
    audience,
    'concepts[]': ['fear-of-crime', 'public-space'],
  })
  await beginRounds(partsAt(town, new Date()), forum)
  const [german] = await askedOf(town, forum)
  const answer = await (await town.as(german?.slug ?? '')).post(`/asked/${forum}/colleague`, {
    colleague: 'Assia Verdonnel',
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('That person may not read this question.')
  expect((await askedOf(town, forum)).map(({ slug }) => slug)).not.toContain('assia-verdonnel')
})

test('who was not asked names nobody; the office does', async () => {
  const named = { colleague: 'Beatriz Ribeirinha Douro' }
  const asking = [...(await askedOf(town, id)).map(({ slug }) => slug), 'beatriz-ribeirinha-douro']
  for (const slug of ['jonte-pfalzgrafer', 'almut-westrichter', 'carsten-mittelweg', 'theo-quintavoll']) {
    const answers = slug === 'theo-quintavoll'
    if (!answers) expect(asking).not.toContain(slug)
    expect((await (await town.as(slug)).post(`/asked/${id}/colleague`, named)).status).toBe(answers ? 303 : 404)
  }
})

test('in SQL nobody reads who else was asked, asks by themselves, or knows of a pause', async () => {
  for (const slug of ['jonte-pfalzgrafer', 'almut-westrichter', 'irena-halvorsdottir-blau', asked.slug])
    await door.as(await town.personId(slug), async (client) => {
      const { rows } = await client.query('select person_id from asked_person where person_id <> app.person()')
      expect(rows).toEqual([])
      const row = `insert into asked_person (contribution_id, person_id, organisation_id, asked_at) values (${id}, app.person(), app.organisation(), now())`
      expect(await attempt(client, row)).toBe(refused)
      expect(await attempt(client, 'update routing set rounds = 2')).toBe(refused)
      expect(await attempt(client, `insert into asking_pause values (1, '2030-01-01')`)).toBe(
        slug === 'ada-lindmoser' ? '1 rows' : refused,
      )
    })
  await door.as(await town.personId(asked.slug), async (client) => {
    expect((await client.query('select * from app.asked_about($1)', [id])).rows).toEqual([])
  })
})

test('a question to named persons goes to none but them, and its mail names nothing', async () => {
  const { id: red } = await askAs(town, 'jonte-pfalzgrafer', {
    audience: 'persons',
    persons: 'Assia Verdonnel\nAda Lindmoser',
    title: 'Winkelmurmel in der Ausgehstraße',
    'concepts[]': ['mediation', 'nightlife', 'fear-of-crime', 'public-space', 'youth', 'women', 'victims'],
  })
  const before = town.mails.length
  await work(town)
  const rows = await askedOf(town, red)
  expect(rows.length).toBeGreaterThan(0)
  for (const { slug } of rows) expect(['assia-verdonnel', 'ada-lindmoser']).toContain(slug)
  const fresh = town.mails.slice(before).filter(({ id: name }) => name?.startsWith(`asked-${red}-`))
  expect(fresh).toHaveLength(rows.length)
  for (const mail of fresh)
    expect(JSON.stringify(mail)).not.toMatch(/Winkelmurmel|Nachtmediatoren|Kaiserslautern|Pfalzgr|practice/i)
})

const known = ['fear-of-crime', 'public-space', 'seniors']
test('as a member city: its colleagues are never asked, and the lot leaves out a third of all others', async () => {
  const home = await fill(town, `select id from organisation where slug = 'de-kaiserslautern'`)
  // Asked by another city, it goes to somebody there.
  const { id: open } = await askAs(town, 'ada-lindmoser', { 'concepts[]': known })
  await beginRounds(partsAt(town, new Date()), open)
  expect((await askedOf(town, open)).map(({ city }) => city)).toContain('de-kaiserslautern')
  for (const title of ['Eine heikle Frage', 'Noch eine heikle Frage', 'Und eine dritte']) {
    const { id: veiled } = await askAs(town, 'jonte-pfalzgrafer', {
      title,
      veiled: 'yes',
      'concepts[]': known,
    })
    await beginRounds(partsAt(town, new Date()), veiled)
    const rows = await askedOf(town, veiled)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(({ city }) => city)).not.toContain('de-kaiserslautern')
  }
  const left = Array.from({ length: 300 }, (_, city) => leftOutByLot(77, city + 1, 'secret')).filter(Boolean).length
  expect(left).toBeGreaterThan(60)
  expect(left).toBeLessThan(140)
  // Drawn by the secret and the question, and not by the city.
  const draws = Array.from({ length: 60 }, (_, one) => leftOutByLot(one + 1, home, 'secret'))
  expect(new Set(draws).size).toBe(2)
  expect(Array.from({ length: 60 }, (_, one) => leftOutByLot(one + 1, home, 'another'))).not.toEqual(draws)
})

test('the mail of such a question names the city that is none', async () => {
  const { id: veiled } = await askAs(town, 'jonte-pfalzgrafer', { title: 'Heikel bleibt heikel', veiled: 'yes' })
  await work(town)
  const mails = town.mails.filter(({ id: name }) => name?.startsWith(`asked-${veiled}-`))
  expect(mails.length).toBeGreaterThan(0)
  for (const mail of mails) expect(JSON.stringify(mail)).not.toMatch(/kaiserslautern|pfalzgr/i)
})
