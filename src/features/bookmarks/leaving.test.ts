// Somebody leaves a city or a room: what was shared stays with those it was shared with, what was private goes with the person.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { begin, idOf, keep, listThings } from './fixtures.ts'

let town: Town
let karla: Visitor
let jonte: Visitor
let beatriz: Visitor
let room: number
let thing: string
const home = `select organisation_id from person where slug = 'jonte-pfalzgrafer'`
const audienceOf = (organisation: string) =>
  fill(town, `select id from audience where organisation_id = (${organisation})`)

beforeAll(async () => {
  town = await openTown()
  thing = (await listThings(town))[0] ?? ''
  for (const slug of ['karla', 'konrad', 'frieda'])
    await fill(
      town,
      `insert into person (slug, name, email, role, organisation_id, lang) values ('${slug}', '${slug}', '${slug}@stage.example', 'colleague', (${home}), 'en')`,
    )
  karla = await town.as('karla')
  jonte = await town.as('jonte-pfalzgrafer')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  room = await fill(town, `insert into audience (kind) values ('room') returning id`)
  await fill(
    town,
    `insert into audience_person select ${room}, id from person where slug in ('karla', 'beatriz-ribeirinha-douro')`,
  )
})

async function share(who: Visitor, audience: number, name: string): Promise<string> {
  const path = await begin(who, name)
  await keep(who, thing, { folder: idOf(path), note: `Note in ${name}` })
  await who.post(`${path}/audience`, { audience: String(audience) })
  return path
}
const statusOf = async (who: Visitor, path: string): Promise<number> => (await who.get(path)).status

test('Konrad leaves Kaiserslautern: the city reads on, Jonte takes the folder over and arranges it', async () => {
  const konrad = await town.as('konrad')
  const path = await share(konrad, await audienceOf(home), 'Konrad’s list')
  const own = await begin(konrad, 'Konrad’s private')
  await fill(town, `update person set left_at = now() where slug = 'konrad'`)
  expect((await konrad.get(path)).headers.get('location')).toMatch(/^\/sign-in/)
  expect(await jonte.page(path)).toContain('Take over this folder')
  expect(await jonte.page(path)).toContain('Note in Konrad’s list')
  expect(await statusOf(jonte, own)).toBe(404)
  expect((await jonte.post(`${path}`, { name: 'Not yet' })).status).toBe(403)
  expect((await beatriz.post(`${path}/ownership`)).status).toBe(404)
  for (const _ of [1, 2]) expect((await jonte.post(`${path}/ownership`)).headers.get('location')).toBe(path)
  expect((await jonte.post(path, { name: 'Jonte’s list' })).status).toBe(303)
  expect(await karla.page(path)).toContain('Jonte’s list')
  expect((await karla.post(`${path}/ownership`)).status).toBe(403)
})

test('Frieda moves to Graz: her private folder goes with her, what Kaiserslautern was given does not', async () => {
  const frieda = await town.as('frieda')
  const path = await share(frieda, await audienceOf(home), 'Given to the city')
  const own = await begin(frieda, 'Frieda’s private')
  await fill(
    town,
    `update person set organisation_id = (select id from organisation where slug = 'at-graz') where slug = 'frieda'`,
  )
  expect([await statusOf(frieda, path), await statusOf(frieda, own)]).toEqual([404, 200])
  for (const [act, fields] of [
    ['', { name: 'x' }],
    ['/audience', { audience: '' }],
    ['/deletion', {}],
  ] as const)
    expect((await frieda.post(`${path}${act}`, fields)).status).toBe(404)
  expect(await karla.page(path)).toContain('Note in Given to the city')
  expect(await (await town.as('ada-lindmoser')).get(path)).toMatchObject({ status: 404 })
})

test('Karla is taken out of the room: she loses its folders, also the one she began; Beatriz goes on with it', async () => {
  const path = await share(karla, room, 'Karla’s for the room')
  const other = await share(beatriz, room, 'Beatriz’s for the room')
  expect(await statusOf(karla, other)).toBe(200)
  await fill(
    town,
    `delete from audience_person where audience_id = ${room} and person_id = (select id from person where slug = 'karla')`,
  )
  for (const folder of [path, other]) expect(await statusOf(karla, folder)).toBe(404)
  const html = (await karla.page('/bookmarks')) + (await karla.page(thing))
  expect(html).not.toContain('for the room')
  expect((await keep(karla, thing, { folder: idOf(other) })).status).toBe(404)
  expect((await beatriz.post(`${path}/ownership`)).status).toBe(303)
  expect(await beatriz.page(path)).toContain('Delete folder')
})
