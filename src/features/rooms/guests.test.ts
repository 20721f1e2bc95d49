// Guests from outside cities: they see their room and nothing of the network, are seen by the room alone, and their end comes by itself.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { findRegisterMark } from '../members/store-register.ts'
import { foundBy, idIn, openIn } from './fixtures.ts'
import { endGuests, mindHosts } from './store-upkeep.ts'

let town: Town
let ada: Visitor
let room: number
let thread: string
let guest: Visitor
let door: Door
const work = async () => {
  while ((await town.work()) > 0);
}
const tomorrow = (days = 1) => dayOf(new Date(Date.now() + days * 86_400_000))
const link = () => /\/guest-invitation\?token=\S+/.exec(town.mails.at(-1)?.text ?? '')?.[0] ?? ''
const who = { name: 'Zita Gastlinger', organisation: 'Town of Linz', country: 'AT', lang: 'en' }

beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  room = await foundBy(ada, { name: 'With guests', entry: 'invitation' })
  thread = await openIn(ada, room, 'For guests too')
  await work()
  town.mails.length = 0
  await ada.post(`/rooms/${room}/invitations`, { who: 'Zita@Linz.example', until: tomorrow(), lang: 'de' })
  await work()
  const token = link().split('=')[1] ?? ''
  expect(await town.visitor.page(link())).toContain('With guests')
  expect((await town.visitor.post('/guest-invitation', { ...who, token, name: '' })).status).toBe(422)
  const come = await town.visitor.post('/guest-invitation', { ...who, token })
  expect(come.status).toBe(303)
  expect((await town.visitor.post('/guest-invitation', { ...who, token })).status).toBe(410)
  guest = await town.as('zita-gastlinger')
  door = await openDoor(town)
}, 120_000)
afterAll(() => door.close())

test('a guest needs a last day, within a year, and an address that is one', async () => {
  const invite = (fields: Record<string, string>) => ada.post(`/rooms/${room}/invitations`, { lang: 'de', ...fields })
  for (const [fields, sentence] of [
    [{ who: 'x@y.example' }, 'until when the guest may stay'],
    [{ who: 'x@y.example', until: '2020-01-01' }, 'This day is over'],
    [{ who: 'x@y.example', until: tomorrow(500) }, 'one year at most'],
    [{ who: 'nobody@', until: tomorrow() }, 'not an e-mail address'],
    [{ who: 'Nobody Known' }, 'Nobody in the network has this name'],
  ] as const) {
    const answer = await invite(fields)
    expect([answer.status, (await answer.text()).includes(sentence)], sentence).toEqual([422, true])
  }
})

test('the guest reads and writes in the room, with the names of those who are in it', async () => {
  expect(await guest.page(thread)).toContain('Ada Lindmoser')
  expect(
    (await guest.post(`/contributions/${idIn(thread)}/replies`, { text: 'Hello from Linz.', lang: 'en' })).status,
  ).toBe(303)
  expect(await ada.page(thread)).toContain('Zita Gastlinger')
  expect(await ada.page(thread)).toContain('Town of Linz')
  expect(await guest.page('/rooms')).toContain('With guests')
})

test('of the network a guest sees what any visitor sees, and gives it nothing', async () => {
  const other = await foundBy(ada, { name: 'Open to the network' })
  const persons = await guest.page('/people')
  expect(persons).not.toContain('Beatriz Ribeirinha Douro')
  expect(await guest.page('/rooms')).not.toContain('Open to the network')
  for (const [path, status] of [
    [`/rooms/${other}`, 404],
    ['/rooms/new', 403],
    ['/people/beatriz-ribeirinha-douro', 404],
  ] as const)
    expect((await guest.get(path)).status, path).toBe(status)
  expect((await guest.post(`/rooms/${other}/joining`)).status).toBe(404)
  const id = await town.personId('zita-gastlinger')
  const city = await fill(town, `select organisation_id from person where id = ${id}`)
  const open = await fill(town, `select min(id) from contribution where audience_id = 1 and state = 'published'`)
  expect((await guest.post(`/contributions/${open}/replies`, { text: 'x', lang: 'en' })).status).toBe(403)
  await door.as(id, async (client) => {
    const { rows } = await client.query('select distinct audience_id from contribution where audience_id <> 1')
    expect(rows.map(({ audience_id }) => audience_id)).toEqual([room])
    for (const act of [
      `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id) values ('practice', 'x', 'en', ${id}, ${city}, 1)`,
      `insert into reply (contribution_id, author_id, organisation_id, lang, text) values (${open}, ${id}, ${city}, 'en', 'x')`,
    ])
      expect(await attempt(client, act), act).toBe(refused)
    expect(
      (await client.query(`select app.found_room('Mine', '', 'en', 'open', 2, false) as id`)).rows[0].id,
    ).toBeNull()
  })
})

test('what a guest writes in a room stays in rooms, and where they may not write a sentence says so', async () => {
  const id = await town.personId('zita-gastlinger')
  const own = await fill(town, `select a.id from audience a join person p using (organisation_id) where p.id = ${id}`)
  const practice = { title: 'Lamps of Linz', lang: 'en' }
  for (const audience of ['1', '2', String(own), 'persons']) {
    const answer = await guest.post('/practices', { ...practice, audience, persons: 'Ada Lindmoser' })
    const told = (await answer.text()).includes('one of the listed audiences')
    expect([audience, answer.status, told]).toEqual([audience, 422, true])
  }
  const written = await guest.post('/practices', { ...practice, audience: String(room) })
  expect(written.status).toBe(303)
  const path = `/practices/${idIn(written.headers.get('location') ?? '')}`
  for (const audience of ['1', '2', String(own)])
    expect((await guest.post(path, { ...practice, audience, widen: 'yes', revision: '1' })).status).toBe(422)
  await door.as(id, async (client) => {
    for (const audience of [1, 2, own]) {
      const act = `update contribution set audience_id = ${audience} where id = ${idIn(path)}`
      expect(await attempt(client, act), act).toBe(refused)
    }
    expect(await attempt(client, `update contribution set title = 'Lights' where id = ${idIn(path)}`)).toBe('1 rows')
  })
})

test('that there is a guest is known to the room alone: no directory, no search, no naming elsewhere', async () => {
  const beatriz = await town.as('beatriz-ribeirinha-douro')
  await work()
  for (const path of ['/people', '/people?q=Gastlinger', '/search?q=Gastlinger', '/members', '/search?q=Linz'])
    for (const one of [beatriz, town.visitor, await town.as('irena-halvorsdottir-blau')])
      expect((await one.page(path)).replaceAll('q=Gastlinger', ''), path).not.toMatch(/Zita|Town of Linz/)
  expect(await ada.page('/people')).not.toContain('Zita')
  expect((await beatriz.get('/people/zita-gastlinger')).status).toBe(404)
  const id = await town.personId('zita-gastlinger')
  await door.as(await town.personId('beatriz-ribeirinha-douro'), async (client) => {
    expect((await client.query(`select 1 from person where guest`)).rowCount).toBe(0)
    expect((await client.query(`select 1 from organisation where kind = 'guest'`)).rowCount).toBe(0)
  })
  await door.as(await town.personId('ada-lindmoser'), async (client) => {
    const { rows } = await client.query(
      `insert into audience (kind, created_by) values ('persons', app.person()) returning id`,
    )
    const named = `insert into audience_person (audience_id, person_id, until) values (${rows[0].id}, ${id}, now() + interval '1 day')`
    expect(await attempt(client, named)).toBe(refused)
  })
})

test('no office says who a guest is: it invites nobody for them, lets none of them go, gives them no duty', async () => {
  const id = await town.personId('zita-gastlinger')
  const city = await fill(town, `select organisation_id from person where id = ${id}`)
  await door.as(await town.personId('irena-halvorsdottir-blau'), async (client) => {
    const invitation = `insert into invitation (email, name, role, organisation_id, lang, invited_by, expires_at)
      values ('x@y.example', 'X', 'colleague', ${city}, 'en', app.person(), now() + interval '1 day')`
    expect(await attempt(client, invitation)).toBe(refused)
    for (const act of [`app.let_go(${id}, now())`, `app.give_duty(${id}, 'coordinator')`, `app.steers(${city})`])
      expect((await client.query(`select ${act} as done`)).rows, act).toEqual([{ done: false }])
  })
})

test('the list of the register is the same for whoever knows a guest and for whoever does not', async () => {
  const markOf = async (slug: string) =>
    town.database.write({ personId: await town.personId(slug) }, (db) => findRegisterMark(db))
  expect(await markOf('ada-lindmoser')).toBe(await markOf('almut-westrichter'))
})

test('a guest hosts nothing, and their end is no later than written', async () => {
  const id = await town.personId('zita-gastlinger')
  const duty = await ada.post(`/rooms/${room}/members/${id}/hosting`)
  expect(duty.status).toBe(303)
  const [row] = await rowsOf<{ host: boolean; until: Date | null }>(
    town,
    `select host, until from audience_person where person_id = ${id}`,
  )
  expect([row?.host, row?.until instanceof Date]).toEqual([false, true])
})

test('the end comes in that second by itself; what the guest wrote stays under their name; the address is free again', async () => {
  await fill(town, `update audience_person set until = now() - interval '1 second' where until is not null returning 1`)
  expect((await guest.get(thread)).headers.get('location')).toMatch(/^\/sign-in/)
  expect((await guest.post(`/contributions/${idIn(thread)}/replies`, { text: 'Late.', lang: 'en' })).status).toBe(401)
  expect(await ada.page(thread)).toContain('Zita Gastlinger')
  expect(await ada.page(`/rooms/${room}/members`)).not.toContain('Zita Gastlinger')
  await endGuests(town.database.system)
  expect(await ada.page(thread)).toContain('Zita Gastlinger')
  expect(await fill(town, `select count(*) from person where email = 'zita@linz.example' and left_at is null`)).toBe(0)
})

test('an address that is somebody’s leads to signing in; whoever is signed in comes in as themselves', async () => {
  town.mails.length = 0
  await ada.post(`/rooms/${room}/invitations`, { who: 'private@porto.example', until: tomorrow(), lang: 'en' })
  await work()
  const beatriz = await town.as('beatriz-ribeirinha-douro')
  const token = link().split('=')[1] ?? ''
  expect(await beatriz.page(link())).toContain('signed in as Beatriz')
  expect((await beatriz.post('/guest-invitation', { token })).status).toBe(303)
  expect(await ada.page(`/rooms/${room}/members`)).toContain('Beatriz Ribeirinha Douro')
  await ada.post(`/rooms/${room}/invitations`, {
    who: await emailOf('jonte-pfalzgrafer'),
    until: tomorrow(),
    lang: 'en',
  })
  await work()
  expect(town.mails.at(-1)?.text).not.toContain('token=')
  expect(await ada.page(`/rooms/${room}/members`)).not.toContain('Jonte')
  const jonte = await town.as('jonte-pfalzgrafer')
  expect((await jonte.post(`/rooms/${room}/joining`)).status).toBe(303)
})
const emailOf = async (slug: string): Promise<string> =>
  (await rowsOf<{ email: string }>(town, `select email from person where slug = '${slug}'`))[0]?.email ?? ''

test('where the only host has left their city, whoever has been in longest looks after the room', async () => {
  const beatrizs = await town.personId('beatriz-ribeirinha-douro')
  await fill(town, `update person set left_at = now() where slug = 'ada-lindmoser' returning 1`)
  await mindHosts(town.database.system)
  const [row] = await rowsOf<{ person_id: number }>(
    town,
    `select person_id from audience_person where audience_id = ${room} and host and person_id <> (select id from person where slug = 'ada-lindmoser')`,
  )
  expect(row?.person_id).toBe(beatrizs)
})
