// Somebody takes no messages from somebody else: it holds on every way, both ways, and whoever is blocked learns only that nothing is delivered.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { answerTo, idIn, words, writeTo } from './fixtures.ts'

let town: Town
let door: Door
let ada: Visitor
let beatriz: Visitor
let rachid: Visitor
let path: string
let said: number
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  rachid = await town.as('rachid-maasdonk')
  path = await writeTo(beatriz, 'ada-lindmoser', { title: 'Before the block' })
  said = await fill(town, `select id from reply where contribution_id = ${idIn(path)}`)
})
afterAll(() => door.close())

const undeliverable = 'This message cannot be delivered'
const trying = (who: Visitor, to: string) => who.post('/messages', { ...words, to, title: 'Once more' })
/** What differs from one drawing to the next whatever happens. */
const plain = (html: string): string =>
  html.replaceAll(/name="once" value="[^"]*"/g, '').replaceAll(/nonce[^ >]*|data-live-since="[^"]*"/g, '')
const block = (who: Visitor, whom: string) => who.post('/messages/blocks', { whom })
const unblock = (who: Visitor, whom: string) => who.post('/messages/blocks/end', { whom })

test('blocked, Beatriz is told only that it cannot be delivered, with what she typed and another way to the city', async () => {
  const before = plain(await beatriz.page('/people/ada-lindmoser'))
  const list = plain(await beatriz.page('/messages'))
  expect((await block(ada, 'beatriz-ribeirinha-douro')).status).toBe(303)
  expect(plain(await beatriz.page('/people/ada-lindmoser'))).toBe(before)
  expect(plain(await beatriz.page('/messages'))).toBe(list)
  expect((await beatriz.get('/messages/new?to=ada-lindmoser')).status).toBe(200)
  const answer = await trying(beatriz, 'ada-lindmoser')
  const html = await answer.text()
  expect(answer.status).toBe(422)
  for (const part of [undeliverable, words.text, 'Once more', '/members/at-graz']) expect(html).toContain(part)
  expect(html).not.toMatch(/block|takes no messages/i)
  // The same words where Ada takes none from anybody: nobody can tell one reason from the other.
  await unblock(ada, 'beatriz-ribeirinha-douro')
  await block(ada, '*')
  expect(plain(await (await trying(beatriz, 'ada-lindmoser')).text())).toBe(plain(html))
  await unblock(ada, '*')
  await block(ada, 'beatriz-ribeirinha-douro')
})

test('in what was begun before, neither a new word nor a new wording passes; what she wrote she takes back', async () => {
  const page = await beatriz.page(path)
  expect(page).toContain('Nothing more can be delivered here')
  expect(page).not.toContain('name="text"')
  const answer = await answerTo(beatriz, path, 'Why do you not answer?')
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('Why do you not answer?')
  expect((await beatriz.get(`/replies/${said}/edit`)).status).toBe(403)
  expect((await beatriz.post(`/replies/${said}`, { text: 'Answer!', lang: 'en', revision: '1' })).status).toBe(403)
  const file = new File(['x'], 'x.txt', { type: 'text/plain' })
  expect((await beatriz.post(`/contributions/${idIn(path)}/attachments`, { file })).status).toBe(403)
  await door.as(await town.personId('beatriz-ribeirinha-douro'), async (client) => {
    const id = idIn(path)
    const insert = `insert into reply (contribution_id, author_id, organisation_id, lang, text)
      select ${id}, app.person(), app.organisation(), 'en', 'x'`
    expect(await attempt(client, insert)).toBe(refused)
    expect(await attempt(client, `update reply set text = 'x' where id = ${said}`)).toBe(refused)
    expect(
      await attempt(
        client,
        `insert into attachment (contribution_id, reply_id, uploaded_by, name, media_type, size, stored_as)
      values (${id}, ${said}, app.person(), 'x', 'text/plain', 1, 'x')`,
      ),
    ).toBe(refused)
    expect(
      (await client.query(`select app.begin_message(${await town.personId('ada-lindmoser')}, 'x', 'en') as id`)).rows,
    ).toEqual([{ id: null }])
  })
  expect((await beatriz.post(`/replies/${said}/withdrawal`)).status).toBe(303)
  expect(await ada.page(path)).not.toContain(words.text)
})

test('Ada does not write to her either, since she could not answer; she is told why, and all others go on', async () => {
  const answer = await trying(ada, 'beatriz-ribeirinha-douro')
  const html = await answer.text()
  expect([answer.status, html.includes(undeliverable)]).toEqual([422, true])
  expect(html).toContain('You take no messages from Beatriz')
  expect(await ada.page('/messages/new?to=beatriz-ribeirinha-douro')).toContain('You take no messages from Beatriz')
  expect(await ada.page(path)).toContain('You take no messages from Beatriz')
  expect((await answerTo(ada, path, 'One more thing')).status).toBe(403)
  expect((await trying(rachid, 'ada-lindmoser')).status).toBe(303)
  expect((await trying(ada, 'rachid-maasdonk')).status).toBe(303)
})

test('who blocked whom is a row of its owner alone, and no function tells it', async () => {
  const [adaId, beatrizId] = [await town.personId('ada-lindmoser'), await town.personId('beatriz-ribeirinha-douro')]
  for (const slug of ['beatriz-ribeirinha-douro', 'rachid-maasdonk', 'irena-halvorsdottir-blau'])
    await door.as(await town.personId(slug), async (client) => {
      expect((await client.query('select * from message_block')).rows).toEqual([])
      expect(await attempt(client, `select app.are_apart(${adaId}, ${beatrizId})`)).toBe(refused)
      const forge = `insert into message_block (person_id, blocked_id) values (${adaId}, null)`
      expect(await attempt(client, forge)).toBe(refused)
      expect(await attempt(client, 'delete from message_block')).toBe('0 rows')
      // Of a message between others it says nothing.
      if (slug !== 'beatriz-ribeirinha-douro')
        expect((await client.query(`select app.is_undeliverable(${idIn(path)}) as it`)).rows).toEqual([{ it: false }])
    })
  expect(await beatriz.page('/messages')).not.toContain('From these people')
  expect(await fill(town, `select count(*) from fact where name like '%block%'`)).toBe(0)
})

test('lifted, everything passes again; nobody blocks themselves, somebody unknown or by an empty form', async () => {
  expect(await ada.page('/messages')).toContain('Take messages from Beatriz')
  expect((await unblock(ada, 'beatriz-ribeirinha-douro')).status).toBe(303)
  expect((await answerTo(beatriz, path, 'Here I am again')).status).toBe(303)
  expect((await trying(beatriz, 'ada-lindmoser')).status).toBe(303)
  for (const whom of ['ada-lindmoser', 'nobody-known', '', 'x y'])
    expect((await block(ada, whom)).status, whom).toBe(404)
  for (const _ of [1, 2]) expect((await block(ada, 'rachid-maasdonk')).status).toBe(303)
  expect(await fill(town, 'select count(*) from message_block')).toBe(1)
})
