// Sharing with the city and with rooms: what colleagues may, what stays when somebody leaves, and what nobody finds out.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { begin, idOf, keep, listThings } from './fixtures.ts'

const told = {
  ...{ title: 'Weak spots of the station', summary: 'Seen by two.', lang: 'en', problem: 'p', response: 'r' },
  ...{ results: 's', evidence: '0', 'concepts[]': ['public-space'] },
}
let town: Town
let jonte: Visitor
let karla: Visitor
let beatriz: Visitor
let city: number
let room: number
let thing: string

const person = (slug: string) => fill(town, `select id from person where slug = '${slug}'`)
beforeAll(async () => {
  town = await openTown()
  thing = (await listThings(town))[0] ?? ''
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang)
    select 'karla', 'Karla Kaiser', 'karla@stage.example', 'colleague', organisation_id, 'en' from person where slug = 'jonte-pfalzgrafer'`,
  )
  jonte = await town.as('jonte-pfalzgrafer')
  karla = await town.as('karla')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  city = await fill(
    town,
    `select a.id from audience a join person p on p.organisation_id = a.organisation_id where p.slug = 'karla'`,
  )
  room = await fill(town, `insert into audience (kind) values ('room') returning id`)
  for (const slug of ['jonte-pfalzgrafer', 'beatriz-ribeirinha-douro'])
    await fill(town, `insert into audience_person values (${room}, ${await person(slug)})`)
})

async function share(audience: number, name: string): Promise<string> {
  const path = await begin(jonte, name)
  expect((await jonte.post(`${path}/audience`, { audience: String(audience) })).headers.get('location')).toBe(path)
  return path
}
/** Beatriz publishes for the network; gives its address. */
async function publish(audience: string): Promise<string> {
  const path = (await beatriz.post('/practices', { ...told, audience })).headers.get('location') ?? ''
  await beatriz.post(`/practices/${idOf(path)}/publication`)
  return path
}
const statusOf = async (who: Visitor, path: string): Promise<number> => (await who.get(path)).status

describe('a folder shared with the city', () => {
  test('Karla of Kaiserslautern reads it and adds to it; Beatriz of Porto does not find it', async () => {
    const path = await share(city, 'For Kaiserslautern')
    expect([await statusOf(karla, path), await statusOf(beatriz, path)]).toEqual([200, 404])
    expect((await keep(karla, thing, { folder: idOf(path), note: 'Look here' })).status).toBe(303)
    expect(await jonte.page(path)).toMatch(/Look here/)
    expect(await beatriz.page('/bookmarks')).not.toContain('For Kaiserslautern')
    expect((await keep(beatriz, thing, { folder: idOf(path) })).status).toBe(404)
  })

  test('what somebody put in is taken out by them or by the owner, by nobody else', async () => {
    const path = await share(city, 'Taking out')
    await keep(jonte, thing, { folder: idOf(path) })
    const out = { contribution: idOf(thing), from: 'folder' }
    expect(await karla.page(path)).not.toContain('Take out: “')
    expect((await karla.post(`${path}/removal`, out)).status).toBe(403)
    expect((await beatriz.post(`${path}/removal`, out)).status).toBe(404)
    await jonte.post(`${path}/removal`, out)
    await keep(karla, thing, { folder: idOf(path) })
    expect((await jonte.post(`${path}/removal`, out)).status).toBe(303)
    expect(await karla.page(path)).toContain('Nothing lies here yet')
  })

  test('Karla cannot rename, share or delete it, nor take it over while Jonte is there', async () => {
    const path = await share(city, 'Jonte’s own')
    for (const [act, fields] of [
      ['', { name: 'Mine' }],
      ['/audience', { audience: '' }],
      ['/deletion', {}],
      ['/ownership', {}],
    ] as const)
      expect((await karla.post(`${path}${act}`, fields)).status, act).toBe(403)
    expect(await jonte.page(path)).toContain('Jonte’s own')
  })

  test('the page says that sharing widens nothing, and to whom it is open', async () => {
    const path = await share(city, 'Says so')
    for (const who of [jonte, karla]) expect(await who.page(path)).toContain('Sharing shows nobody anything new')
    expect(await karla.page(path)).toContain('TLP:AMBER+STRICT')
  })
})

describe('who tries', () => {
  test('nobody shares with an audience that is not offered: another city, the network, everybody, a room of others', async () => {
    const path = await begin(karla, 'Karla’s')
    const graz = await fill(
      town,
      `select a.id from audience a join organisation o on o.id = a.organisation_id where o.slug = 'at-graz'`,
    )
    const forum = await fill(
      town,
      `select a.id from audience a join forum f on f.id = a.forum_id where f.slug = 'forum-germany'`,
    )
    for (const audience of [graz, 1, 2, forum, room, 999_999]) {
      const answer = await karla.post(`${path}/audience`, { audience: String(audience) })
      expect(answer.status, String(audience)).toBe(422)
      expect(await answer.text()).toContain('only with your own organisation')
    }
    expect((await karla.post(`${path}/audience`, { audience: 'x' })).status).toBe(422)
    expect((await karla.post(`${path}/audience`, {})).status).toBe(422)
  })

  test('guessing numbers finds nothing: what is somebody else’s and what never was answer alike', async () => {
    const path = await begin(jonte, 'Jonte’s private')
    await keep(jonte, thing, { folder: idOf(path) })
    for (const address of [path, '/bookmarks/999999', '/bookmarks/0', '/bookmarks/x']) {
      expect(await statusOf(karla, address), address).toBe(404)
      for (const act of ['', '/audience', '/ownership', '/deletion', '/removal'])
        expect(
          (await karla.post(`${address}${act}`, { name: 'n', audience: '', contribution: idOf(thing) })).status,
          `${address}${act}`,
        ).toBe(404)
      expect((await keep(karla, thing, { folder: idOf(address) || '999999' })).status, address).not.toBe(303)
    }
    expect(await karla.page(thing)).not.toContain('Jonte’s private')
  })

  test('a contribution out of reach cannot be kept by its number, nor taken out to see whether it is there', async () => {
    const secret = await publish(String(room))
    expect((await keep(karla, secret)).status).toBe(404)
    const path = await share(city, 'With a secret')
    await keep(jonte, secret, { folder: idOf(path) })
    const html = await karla.page(path)
    expect(html).not.toContain('Weak spots')
    expect(html).toContain('Empty')
    const gone = await karla.post(`${path}/removal`, { contribution: idOf(secret), from: 'thing' })
    const never = await karla.post(`${path}/removal`, { contribution: '999999', from: 'thing' })
    expect([gone.status, gone.headers.get('location')]).toEqual([never.status, never.headers.get('location')])
    expect(await jonte.page(path)).toContain('Weak spots')
  })
})

describe('what changes afterwards', () => {
  test('narrowed after it was kept: gone from the folder, its count and the list of folders, and back when widened', async () => {
    const path = await share(city, 'Narrowed')
    const practice = await publish('2')
    await keep(jonte, practice, { folder: idOf(path), note: 'zwergenlaterne' })
    expect(await karla.page(path)).toContain('One contribution')
    const porto = await fill(
      town,
      `select a.id from audience a join person p on p.organisation_id = a.organisation_id where p.slug = 'beatriz-ribeirinha-douro'`,
    )
    await beatriz.post(`/practices/${idOf(practice)}`, { ...told, audience: String(porto), revision: '1' })
    for (const who of [jonte, karla]) {
      const html = (await who.page(path)) + (await who.page('/bookmarks'))
      expect(html).not.toMatch(/Weak spots|zwergenlaterne/)
      expect(await who.page(path)).toContain('Empty')
    }
    const wide = { ...told, audience: '2', revision: '2', widen: 'yes' }
    expect((await beatriz.post(`/practices/${idOf(practice)}`, wide)).status).toBe(303)
    expect(await karla.page(path)).toContain('zwergenlaterne')
  })

  test('withdrawn: it vanishes for readers; its own city still sees it, marked', async () => {
    const practice = await publish('2')
    const path = await share(room, 'In the room')
    await keep(jonte, practice, { folder: idOf(path) })
    await beatriz.post(`/practices/${idOf(practice)}/withdrawal`)
    expect(await jonte.page(path)).not.toContain('Weak spots')
    expect(await beatriz.page(path)).toMatch(/state-danger">Withdrawn/)
  })

  test('moved from the room to the city: what others put in for the room does not move along', async () => {
    const path = await share(room, 'First the room')
    await keep(jonte, thing, { folder: idOf(path), note: 'Mine' })
    const practice = await publish('2')
    await keep(beatriz, practice, { folder: idOf(path), note: 'For the room alone' })
    await jonte.post(`${path}/audience`, { audience: String(city) })
    expect(await karla.page(path)).toContain('Mine')
    for (const who of [karla, jonte]) expect(await who.page(path)).not.toContain('For the room alone')
    expect(await statusOf(beatriz, path)).toBe(404)
  })
})
