// Two at once: what somebody else saved is seen before it is replaced, what is shared or being written keeps a room from being deleted.
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { foundBy } from './fixtures.ts'

let town: Town
let ada: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
})

test('what another host saved stands above the form, and saving again replaces it', async () => {
  const room = await foundBy(ada, { name: 'Walks', entry: 'open' })
  const fields = { name: 'Walks', aim: 'Walks at dusk.', lang: 'en', entry: 'open', revision: '1' }
  const save = async (change: Record<string, string>) => {
    const answer = await ada.post(`/rooms/${room}`, { ...fields, ...change })
    const html = answer.status === 303 ? '' : await answer.text()
    return { status: answer.status, html, revision: /name="revision" value="(\d+)"/.exec(html)?.[1] ?? '' }
  }
  expect(await save({ aim: 'Walks by day.', entry: 'request' })).toMatchObject({ status: 303 })
  // A mistake in a field shows nothing of the other wording, so it makes no newer form of this one.
  expect(await save({ name: 'x' })).toMatchObject({ status: 422, revision: '1' })
  const beside = await save({ aim: 'Walks in the fog.', entry: 'request' })
  expect(beside).toMatchObject({ status: 422, revision: '2' })
  for (const words of ['This is what stands there now', 'Walks by day.', 'Walks in the fog.'])
    expect(beside.html).toContain(words)
  const again = { aim: 'Walks in the fog.', entry: 'request', revision: beside.revision }
  expect(await save(again)).toMatchObject({ status: 303 })
  expect(await ada.page(`/rooms/${room}`)).toContain('Walks in the fog.')
})

test('a room with which somebody shares a folder is not empty', async () => {
  const room = await foundBy(ada, { name: 'With a folder' })
  const id = await town.personId('ada-lindmoser')
  const folder = await fill(
    town,
    `insert into bookmark_folder (owner_id, name, audience_id) values (${id}, 'For all', ${room}) returning id`,
  )
  await ada.post(`/rooms/${room}/deletion`)
  expect((await ada.get(`/rooms/${room}`)).status).toBe(200)
  expect(await ada.page(`/bookmarks/${folder}`)).toContain('For all')
  await fill(town, `delete from bookmark_folder where id = ${folder} returning 1`)
  await ada.post(`/rooms/${room}/deletion`)
  expect((await ada.get(`/rooms/${room}`)).status).toBe(404)
})

/** A connection entered as Ada, in a transaction of its own. */
async function beginAsAda(): Promise<pg.Client> {
  const client = new pg.Client(town.app_role)
  await client.connect()
  await client.query('begin')
  await client.query('select person_id from app.enter($1, null)', [await town.personId('ada-lindmoser')])
  return client
}
const write = (room: number) => `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id)
  values ('thread', 'Meanwhile', 'en', app.person(), (select organisation_id from person where id = app.person()), ${room})`
const deletion = (room: number) => `select app.delete_room(${room}) as gone`
/** Waits for a lock, or would have ended within this time. */
const waits = async (work: Promise<unknown>): Promise<boolean> =>
  (await Promise.race([work.then(() => 'ended'), new Promise((resolve) => setTimeout(resolve, 300, 'waits'))])) ===
  'waits'

test('whoever deletes a room waits for whoever is writing in it, and then does not delete it', async () => {
  const room = await foundBy(ada, { name: 'Written in' })
  const [writer, deleter] = [await beginAsAda(), await beginAsAda()]
  await writer.query(write(room))
  const answer = deleter.query(deletion(room))
  expect(await waits(answer)).toBe(true)
  await writer.query('commit')
  expect((await answer).rows).toEqual([{ gone: false }])
  for (const client of [writer, deleter]) await client.end()
})

test('whoever writes while a room is deleted is refused, and not left with words in a room that is gone', async () => {
  const room = await foundBy(ada, { name: 'Deleted' })
  const [writer, deleter] = [await beginAsAda(), await beginAsAda()]
  expect((await deleter.query(deletion(room))).rows).toEqual([{ gone: true }])
  const answer = writer.query(write(room)).then(
    () => 'written',
    (error: { code?: string }) => error.code,
  )
  expect(await waits(answer)).toBe(true)
  await deleter.query('commit')
  expect(await answer).toBe('42501')
  for (const client of [writer, deleter]) await client.end()
})
