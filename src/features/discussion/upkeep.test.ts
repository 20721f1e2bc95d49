// Of replies: nobody is told twice, nobody makes a distribution list of them, and an archived room keeps what it holds.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, pastTriggers, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { answered, askedBy, replyOn } from './fixtures.ts'
import { noteAnnouncements } from './store-announcements.ts'

let town: Town
let door: Door
let ada: Visitor
let beatriz: Visitor
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
})
beforeEach(() => forgetTries())
afterAll(() => door.close())

test('given and changed in the same moment, a reply names each whom it concerns once', async () => {
  const id = await askedBy(ada, { audience: '2' })
  const reply = Number(await answered(beatriz, id, 'Pergunte a @Assia Verdonnel.'))
  const note = (onlyCalled: boolean) => noteAnnouncements(town.database.system, reply, Number(id), onlyCalled)
  await Promise.all([note(false), note(true), note(false)])
  const told = await rowsOf<{ many: number }>(
    town,
    `select count(*)::int as many from fact where name = 'reply.announced' and data ->> 'reply' = '${reply}' group by data ->> 'person'`,
  )
  expect(told).toEqual([{ many: 1 }, { many: 1 }])
})

test('a hundred calls within an hour are enough, in new replies and in changed ones', async () => {
  const id = await askedBy(ada, { audience: '2' }, 'Whom to ask about all of this?')
  const calls = (many: number, name = 'Nobody') => `@${name} Known, `.repeat(many)
  const reply = await answered(beatriz, id, calls(60))
  const change = (text: string, revision: string) => beatriz.post(`/replies/${reply}`, { text, lang: 'pt', revision })
  // Whom it called before is not counted again.
  expect((await change(`${calls(60)} and more`, '1')).status).toBe(303)
  expect((await change(calls(40, 'Otherwise'), '2')).status).toBe(303)
  const send = (text: string) => beatriz.post(`/contributions/${id}/replies`, { text, lang: 'pt' })
  for (const answer of [await send(calls(1)), await change(calls(1, 'Somebody'), '3')]) {
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('That was a lot in a short time.')
    // What was written stays in the field.
    expect(page).toMatch(/@(?:Nobody|Somebody) Known/)
  }
  expect((await send('Nobody by name.')).status).toBe(303)
})

test('in an archived room a reply is taken back, and neither changed nor left without its file', async () => {
  const fields = { name: 'Night walks', aim: 'x', lang: 'en', entry: 'open', listedFor: '2' }
  const room = /\d+/.exec((await ada.post('/rooms', fields)).headers.get('location') ?? '')?.[0] ?? ''
  await beatriz.post(`/rooms/${room}/joining`)
  const opened = await ada.post(`/rooms/${room}/threads`, { title: 'Walks', text: 'When and where?', lang: 'en' })
  const path = opened.headers.get('location')?.split('?')[0] ?? ''
  const thread = /threads\/(\d+)/.exec(path)?.[1] ?? ''
  const reply = await answered(beatriz, thread, 'Aqui.', { files: new File(['Plano'], 'plano.txt') })
  const shown = async () => replyOn(await beatriz.page(path), reply)
  expect(await shown()).toContain('Remove: plano.txt')
  await pastTriggers(town, `update room set archived_at = now() where audience_id = ${room}`)
  const archived = await shown()
  expect(archived).toContain('plano.txt')
  expect(archived).not.toContain('Remove')
  const file = await fill(town, `select id from attachment where reply_id = ${reply}`)
  expect((await beatriz.post(`/attachments/${file}/removal`)).status).toBe(403)
  expect((await beatriz.post(`/replies/${reply}`, { text: 'Ali.', lang: 'pt', revision: '1' })).status).toBe(403)
  await door.as(await town.personId('beatriz-ribeirinha-douro'), async (client) => {
    expect(await attempt(client, `update reply set text = 'Ali.' where id = ${reply}`)).toBe(refused)
    expect(await attempt(client, `update reply set withdrawn_at = now() where id = ${reply}`)).toBe('1 rows')
  })
  expect((await beatriz.post(`/replies/${reply}/withdrawal`)).status).toBe(303)
  await door.as(await town.personId('beatriz-ribeirinha-douro'), async (client) => {
    expect(await attempt(client, `update reply set withdrawn_at = null where id = ${reply}`)).toBe('0 rows')
  })
})

test('under the Chatham House Rule earlier wordings are marked for the print, elsewhere they are not', async () => {
  const wordingsIn = async (chatham: Record<string, string>): Promise<string> => {
    const fields = { name: 'In a circle', aim: 'x', lang: 'en', entry: 'open', listedFor: '2', ...chatham }
    const room = /\d+/.exec((await ada.post('/rooms', fields)).headers.get('location') ?? '')?.[0] ?? ''
    await beatriz.post(`/rooms/${room}/joining`)
    const opened = await ada.post(`/rooms/${room}/threads`, { title: 'Walks', text: 'When and where?', lang: 'en' })
    const thread = /threads\/(\d+)/.exec(opened.headers.get('location') ?? '')?.[1] ?? ''
    const reply = await answered(beatriz, thread, 'Pergunte a @Ada Lindmoser.')
    await beatriz.post(`/replies/${reply}`, { text: 'A @Ada Lindmoser sabe.', lang: 'pt', revision: '1' })
    return ada.page(`/replies/${reply}/wordings`)
  }
  const under = await wordingsIn({ chatham: 'yes' })
  // The names stand where `rooms.css` leaves them out: in the line of facts, and as links to persons.
  const named = under.slice(under.indexOf('class="under-chatham"'), under.indexOf('<footer'))
  expect(named).toMatch(/class="page-facts">Beatriz Ribeirinha Douro, Porto</)
  expect(named.match(/href="\/people\/ada-lindmoser"[^>]*>@Ada Lindmoser/g)).toHaveLength(2)
  expect(await wordingsIn({})).not.toContain('under-chatham')
})
