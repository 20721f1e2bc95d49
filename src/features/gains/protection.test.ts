// Whom entries reach: the people of the city and the offices above it; every other door is tried.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, openDoor, refused } from '../../../testing/policies/as-person.ts'

let town: Town
let ada: Visitor
let at: string
const path = '/my-city/gains'
const position = {
  ...{ organisation: 'at-graz', kind: 'position', lang: 'de', title: 'Zarte Haltung', onDay: '2026-01-02', note: '' },
  ...{ addressee: 'Rat Q', decidedBy: 'council', link: '' },
}
const proof = () => new File(['Beschluss vom Blorfen'], 'beschluss.txt', { type: 'text/plain' })
const files = () =>
  readdirSync(join(town.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    .length
const others = ['beatriz-ribeirinha-douro', 'carsten-mittelweg', 'assia-verdonnel', 'jonte-pfalzgrafer']

beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  const graz = `select organisation_id from person where slug = 'ada-lindmoser'`
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang) values ('gustl', 'Gustl', 'gustl@graz.example', 'colleague', (${graz}), 'en')`,
  )
  // A coordinator too, of another city.
  await fill(town, `update person set role = 'coordinator' where slug = 'beatriz-ribeirinha-douro'`)
  at = (await ada.post(path, { ...position, file: proof() })).headers.get('location') ?? ''
})

test('a document is evidence too, and its city and the network’s office open it', async () => {
  for (const slug of ['ada-lindmoser', 'gustl', 'irena-halvorsdottir-blau']) {
    const who = await town.as(slug)
    expect(await who.page(`${at}/document`), slug).toBe('Beschluss vom Blorfen')
    expect(await who.page(`${path}?organisation=at-graz`), slug).toContain('Zarte Haltung')
  }
})

test('a colleague reads and does not write', async () => {
  const gustl = await town.as('gustl')
  expect(await gustl.page(at)).not.toContain('Remove this entry')
  expect((await gustl.post(path, { ...position, link: 'https://blorf.example.org/' })).status).toBe(403)
  expect((await gustl.post(at, { ...position, version: '1' })).status).toBe(403)
  expect((await gustl.post(`${at}/removal`)).status).toBe(403)
  expect((await gustl.get(`${path}/new?kind=event`)).status).toBe(403)
  expect((await gustl.get(`${at}/edit`)).status).toBe(403)
})

test('another city, another forum’s office and a visitor find nothing, by whatever door', async () => {
  for (const slug of others) {
    const other = await town.as(slug)
    for (const door of [
      `${path}?organisation=at-graz`,
      `${path}.csv?organisation=at-graz`,
      `${path}.xlsx?organisation=at-graz`,
      at,
      `${at}/document`,
      `${at}/edit`,
    ])
      expect((await other.get(door)).status, `${slug} ${door}`).toBe(404)
    expect([403, 404], slug).toContain((await other.get(`${path}/new?organisation=at-graz&kind=event`)).status)
    expect([403, 404], slug).toContain(
      (await other.post(path, { ...position, link: 'https://blorf.example.org/' })).status,
    )
    for (const act of [at, `${at}/removal`])
      expect([403, 404], `${slug} ${act}`).toContain((await other.post(act, { version: '1' })).status)
    expect(await other.page(`${path}.csv`)).not.toContain('Zarte Haltung')
    expect((await other.get('/members/at-graz/benefit')).status, slug).toBe(404)
  }
  for (const door of [path, `${path}.csv`, at, `${at}/document`])
    expect((await town.visitor.get(door)).status).toBe(303)
})

test('search, history, the city’s public page and facts tell others nothing of it', async () => {
  while ((await town.work()) > 0);
  for (const who of [await town.as('beatriz-ribeirinha-douro'), town.visitor])
    for (const door of ['/search?q=Zarte+Haltung', '/members/at-graz', '/'])
      expect(await who.page(door), door).not.toContain('Zarte Haltung</')
  expect(await fill(town, `select count(*) from fact where name like 'gain.%' and data::text like '%Haltung%'`)).toBe(0)
})

test('the database lets nobody read, write for, or go on with another city’s entry', async () => {
  const door = await openDoor(town)
  const id = Number(at.split('/').at(-1))
  const copy = (more: string) =>
    `insert into gain (entry_id, version, organisation_id, kind, on_day, title, note, lang, link, place, programme, addressee, decided_by, recorded_by)
     select ${more}, 'position', '2026-01-01', 'x', '', 'de', 'https://x.example', '', '', 'y', 'mayor', app.person()`
  const graz = await fill(town, `select id from organisation where slug = 'at-graz'`)
  const porto = await fill(town, `select id from organisation where slug = 'pt-porto'`)
  await door.as(await town.personId('beatriz-ribeirinha-douro'), async (client) => {
    expect(await attempt(client, `select * from gain where entry_id = ${id}`)).toBe('0 rows')
    expect(await attempt(client, copy(`null::int, 1, ${graz}`))).toBe(refused)
    expect(await attempt(client, copy(`${id}, 2, ${porto}`))).toBe(refused)
    expect(await attempt(client, copy(`null::int, 1, ${porto}`))).toBe('1 rows')
  })
  await door.as(await town.personId('gustl'), async (client) => {
    expect(await attempt(client, `select * from gain where entry_id = ${id}`)).toBe('1 rows')
    expect(await attempt(client, copy(`${id}, 2, ${graz}`))).toBe(refused)
  })
  await door.as(await town.personId('ada-lindmoser'), async (client) => {
    expect(await attempt(client, `update gain set title = 'y' where entry_id = ${id}`)).toBe(refused)
    expect(await attempt(client, `delete from gain where entry_id = ${id}`)).toBe(refused)
    expect(await attempt(client, copy(`${id}, 3, ${graz}`))).toBe(refused)
    expect(
      await attempt(
        client,
        copy(`${id}, 2, ${graz}`)
          .replace('recorded_by)', 'recorded_by, illustrative)')
          .replace('app.person()', 'app.person(), true'),
      ),
    ).toBe(refused)
  })
  await door.as(undefined, async (client) => {
    expect(await attempt(client, 'select * from gain')).toBe('0 rows')
  })
  await door.close()
})

test('a document that another one replaces, that is taken back, or whose entry is refused or removed, is gone from the disk', async () => {
  const before = files()
  const link = 'https://blorf.example.org/neu'
  const other = new File(['Neuer Beschluss'], 'neu.txt', { type: 'text/plain' })
  expect((await ada.post(at, { ...position, version: '1', file: other })).status).toBe(303)
  expect(await ada.page(`${at}/document`)).toBe('Neuer Beschluss')
  expect((await ada.post(at, { ...position, version: '1', file: proof() })).status).toBe(422)
  expect(files()).toBe(before)
  expect((await ada.post(at, { ...position, version: '2', withoutDocument: 'yes' })).status).toBe(422)
  expect((await ada.post(at, { ...position, version: '2', withoutDocument: 'yes', link })).status).toBe(303)
  expect((await ada.get(`${at}/document`)).status).toBe(404)
  expect(files()).toBe(before - 1)
  expect((await ada.post(at, { ...position, version: '3', file: proof() })).status).toBe(303)
  expect((await ada.post(`${at}/removal`)).status).toBe(303)
  expect(files()).toBe(before - 1)
})

test('what is no document is refused at its field', async () => {
  const program = new File([new Uint8Array([0x4d, 0x5a, 0, 0])], 'x.exe')
  const answer = await ada.post(path, { ...position, file: program })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('This kind of document cannot be kept here')
})

test('what the demonstration made up says so, and goes on saying so when it is changed', async () => {
  const beatriz = await town.as('beatriz-ribeirinha-douro')
  expect(await beatriz.page('/members/pt-porto/benefit?year=2026')).toContain('made up as an example')
  const id = await fill(town, `select entry_id from gain where title = 'Jornada Ruas com Vida'`)
  const fields = {
    title: 'Outra jornada',
    onDay: '2026-05-07',
    role: 'hosted',
    place: 'Porto',
    people: '9',
    version: '1',
  }
  expect((await beatriz.post(`${path}/${id}`, fields)).status).toBe(303)
  expect(await beatriz.page(`${path}/${id}`)).toContain('made up as an example')
  expect(await beatriz.page(`${path}.csv`)).toMatch(/Outra jornada.*,yes,/)
})
