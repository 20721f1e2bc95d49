// Somebody taken out of a room loses all of it in that moment, by every way; tried through pages and past every store.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { bringIn, foundBy, idIn, openIn, pathOf } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let door: Door
let room: number
let adas: number
let beatrizs: number
/** Of Beatriz, with a file of hers; and of Ada. */
let own: string
let others: string
let document: string
let minutes: string
let folder: string
const everything = [
  'room',
  'thread',
  'contribution',
  'reply',
  'attachment',
  'document_version',
  'room_pin',
  'meeting',
  'minutes',
  'decision',
  'task',
]

beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  adas = await town.personId('ada-lindmoser')
  beatrizs = await town.personId('beatriz-ribeirinha-douro')
  room = await foundBy(ada, { name: 'Zwurbelroom', entry: 'invitation' })
  await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
  own = await openIn(beatriz, room, 'Zwurbelthread of Beatriz')
  others = await openIn(ada, room, 'Zwurbelthread of Ada')
  await ada.post(`/contributions/${idIn(own)}/replies`, { text: 'Zwurbelreply.', lang: 'en' })
  await beatriz.post(`/contributions/${idIn(own)}/attachments`, { file: new File(['Zwurbelfile'], 'z.txt') })
  const file = new File(['Zwurbelwords'], 'zwurbel.txt')
  document = pathOf(await ada.post(`/rooms/${room}/documents`, { title: 'Zwurbeldocument', lang: 'en', file }))
  await ada.post(`/contributions/${idIn(document)}/pin`)
  const meeting = { title: 'Zwurbelmeeting', day: '2099-01-01', from: '10:00', zone: 'UTC' }
  await ada.post(`/rooms/${room}/meetings`, meeting)
  const said = { title: 'Zwurbelminutes', heldOn: '2026-01-01', text: 'Zwurbel.', lang: 'en' }
  minutes = pathOf(await ada.post(`/rooms/${room}/minutes`, said))
  await ada.post(`${minutes}/decisions`, { decision: 'Zwurbeldecision' })
  await ada.post(`/rooms/${room}/tasks`, { task: 'Zwurbeltask', person: String(beatrizs) })
  await beatriz.post(`/contributions/${idIn(others)}/bookmarks`, { name: 'Mine' })
  folder = `/bookmarks/${await fill(town, 'select max(id) from bookmark_folder')}`
  while ((await town.work()) > 0);
  door = await openDoor(town)
}, 120_000)
afterAll(() => door.close())

const addresses = async (): Promise<string[]> => {
  const ids = await rowsOf<{ id: number }>(
    town,
    `select f.id from attachment f join contribution c on c.id = f.contribution_id where c.audience_id = ${room}`,
  )
  const files = ids.flatMap(({ id }) => [
    `/attachments/${id}/z.txt`,
    `/attachments/${id}/preview`,
    `/attachments/${id}/pages`,
  ])
  return [
    own,
    others,
    document,
    minutes,
    `/rooms/${room}`,
    `/rooms/${room}/members`,
    `/rooms/${room}/meetings`,
    ...files,
  ]
}
/** Where words of the room could show. */
const lists = [
  '/',
  '/rooms',
  '/search?q=Zwurbelthread',
  '/search?q=Zwurbeldocument',
  '/people',
  '/bookmarks',
  '/members/pt-porto',
]
const tell = async (who: Visitor): Promise<string> =>
  (
    await Promise.all(
      [...lists, '/api/v1/search?q=Zwurbelthread', '/search/suggestions?q=zwurbel', folder].map((path) =>
        who.page(path),
      ),
    )
  ).join('\n')
const seen = (person: number): Promise<Record<string, number>> =>
  door.as(person, async (client) => {
    const counts: Record<string, number> = {}
    for (const table of everything) {
      const about = ['room', 'contribution', 'meeting', 'minutes', 'decision', 'task'].includes(table)
      const where = about
        ? `audience_id = ${room}`
        : `contribution_id in (${[own, others, document].map(idIn).join(', ')})`
      counts[table] = Number((await client.query(`select count(*)::int as n from ${table} where ${where}`)).rows[0].n)
    }
    for (const table of ['search_document', 'search_posting', 'search_title'])
      counts[table] = Number(
        (await client.query(`select count(*)::int as n from ${table} where audience = ${room}`)).rows[0].n,
      )
    counts['audience_person'] = Number(
      (await client.query(`select count(*)::int as n from audience_person where audience_id = ${room}`)).rows[0].n,
    )
    return counts
  })

test('who is in reads all of it, who never was reads nothing and meets no trace', async () => {
  for (const [table, count] of Object.entries(await seen(beatrizs))) expect(count, table).toBeGreaterThan(0)
  expect(await tell(beatriz)).toContain('Zwurbelthread of Ada')
  const jonte = await town.as('jonte-pfalzgrafer')
  const strangers = [jonte, await town.as('irena-halvorsdottir-blau'), await town.as('almut-westrichter'), town.visitor]
  for (const who of strangers) {
    // What one searched for stands in the field and in the sentence that nothing was found.
    expect((await tell(who)).replaceAll(/Zwurbel(?:thread|document)(?! of)/g, '')).not.toMatch(/Zwurbel/)
    for (const address of await addresses()) expect((await who.get(address)).status, address).not.toBe(200)
  }
  const sum = Object.values(await seen(await town.personId('jonte-pfalzgrafer'))).reduce((one, other) => one + other, 0)
  expect(sum).toBe(0)
})

test('past every store, nobody comes in by themselves, brings somebody in, or writes into a room that is not theirs', async () => {
  const jonte = await town.personId('jonte-pfalzgrafer')
  const city = await fill(town, `select organisation_id from person where id = ${jonte}`)
  const acts = [
    `insert into audience_person (audience_id, person_id) values (${room}, ${jonte})`,
    `insert into room (audience_id, name, aim, lang, entry, listed_for, chatham) values (${room}, 'Mine', '', 'en', 'open', 2, false)`,
    `insert into room_request (audience_id, person_id, text) values (${room}, ${jonte}, 'x')`,
    `insert into room_invitation (audience_id, person_id, lang, invited_by, expires_at) values (${room}, ${jonte}, 'en', ${jonte}, now() + interval '1 day')`,
    `insert into meeting (audience_id, title, starts_at, zone, place, link, notes, created_by) values (${room}, 'Mine', now(), 'UTC', '', '', '', ${jonte})`,
    `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id) values ('thread', 'x', 'en', ${jonte}, ${city}, ${room})`,
    // Nor does one of a room begin its life outside any.
    `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id) values ('thread', 'x', 'en', ${jonte}, ${city}, 2)`,
  ]
  await door.as(jonte, async (client) => {
    for (const act of acts) expect(await attempt(client, act), act).toBe(refused)
    for (const act of [
      'update room set entry = entry',
      'delete from audience_person',
      'update audience_person set host = true',
    ])
      expect(await attempt(client, `${act} where audience_id = ${room}`), act).toBe('0 rows')
    expect((await client.query(`select app.join_room(${room}) as joined`)).rows[0].joined).toBe(false)
    expect((await client.query(`select app.delete_room(${room}) as gone`)).rows[0].gone).toBe(false)
    expect((await client.query(`select app.admit_to_room(${room}, ${jonte}) as admitted`)).rows[0].admitted).toBe(false)
  })
})

test('what a member may not: make themselves a host, take others out, move a thread out of the room, drop the last host', async () => {
  await door.as(beatrizs, async (client) => {
    expect(await attempt(client, `update audience_person set host = true where audience_id = ${room}`)).toBe('0 rows')
    expect(
      await attempt(client, `delete from audience_person where audience_id = ${room} and person_id = ${adas}`),
    ).toBe('0 rows')
    expect(await attempt(client, `update contribution set audience_id = 2 where id = ${idIn(own)}`)).toBe(refused)
  })
  await door.as(adas, async (client) => {
    expect(
      await attempt(client, `delete from audience_person where audience_id = ${room} and person_id = ${adas}`),
    ).toBe('23514')
    expect(await attempt(client, `update audience_person set host = false where audience_id = ${room}`)).toBe('23514')
    expect(await attempt(client, `update room set entry = 'open' where audience_id = ${room}`)).toBe('23514')
    expect(await attempt(client, `delete from attachment where contribution_id = ${idIn(document)}`)).toBe('0 rows')
  })
})

test('Ada takes Beatriz out: in that moment not even what Beatriz wrote there herself is left to her', async () => {
  const all = await addresses()
  expect((await ada.post(`/rooms/${room}/members/${beatrizs}/removal`)).status).toBe(303)
  for (const address of all) expect((await beatriz.get(address)).status, address).toBe(404)
  expect((await tell(beatriz)).replaceAll(/Zwurbel(?:thread|document)(?! of)/g, '')).not.toMatch(/Zwurbel/)
  for (const [table, count] of Object.entries(await seen(beatrizs))) expect([table, count]).toEqual([table, 0])
  const late = await beatriz.post(`/contributions/${idIn(own)}/replies`, { text: 'Typed for long.', lang: 'en' })
  expect([late.status, (await late.text()).includes('Typed for long.')]).toEqual([404, true])
  expect(await ada.page(own)).toContain('Zwurbelthread of Beatriz')
  await ada.post(`/contributions/${idIn(own)}/replies`, { text: 'Without her.', lang: 'en' })
  town.mails.length = 0
  while ((await town.work()) > 0);
  expect(town.mails.filter(({ to }) => to.includes('beatriz'))).toEqual([])
})
