// Rooms: who may know of them, how one comes in and out, and that nobody else reads, finds or counts what is in them.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { attempt, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { pollFields } from '../polls/fixtures.ts'
import { bringIn, foundBy, idIn, openIn } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let jonte: Visitor
let carsten: Visitor
const work = async () => {
  while ((await town.work()) > 0);
}
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  jonte = await town.as('jonte-pfalzgrafer')
  carsten = await town.as('carsten-mittelweg')
})
const statusOf = async (who: Visitor, path: string): Promise<number> => (await who.get(path)).status

test('Ada opens a room to the network: others see its name, come in with one click, and talk', async () => {
  const room = await foundBy(ada, { name: 'Walks at dusk' })
  expect(await beatriz.page('/rooms')).toContain('Walks at dusk')
  expect(await beatriz.page(`/rooms/${room}`)).not.toContain('Threads')
  expect(await statusOf(beatriz, `/rooms/${room}/members`)).toBe(404)
  expect((await beatriz.post(`/rooms/${room}/joining`)).status).toBe(303)
  const thread = await openIn(beatriz, room, 'Who pays the lamps?')
  expect(await ada.page(`/rooms/${room}`)).toContain('Who pays the lamps?')
  expect((await ada.post(`/contributions/${idIn(thread)}/replies`, { text: 'We do.', lang: 'en' })).status).toBe(303)
  expect(await beatriz.page(thread)).toContain('We do.')
})

test('a room by invitation is known to those who are in it, and to whoever is invited, and to nobody else', async () => {
  const room = await foundBy(ada, { name: 'Quiet blorfgroup', entry: 'invitation' })
  for (const who of [beatriz, jonte, carsten]) {
    expect(await who.page('/rooms')).not.toContain('blorfgroup')
    expect(await statusOf(who, `/rooms/${room}`)).toBe(404)
    expect((await who.post(`/rooms/${room}/joining`)).status).toBe(404)
  }
  expect(await statusOf(town.visitor, '/rooms')).toBe(303)
  await ada.post(`/rooms/${room}/invitations`, { who: 'Beatriz Ribeirinha Douro', lang: 'en' })
  await work()
  expect(town.mails.some(({ subject }) => subject.includes('Quiet blorfgroup'))).toBe(true)
  expect(await beatriz.page('/')).toContain('Quiet blorfgroup')
  expect(await jonte.page('/')).not.toContain('Quiet blorfgroup')
  await beatriz.post(`/rooms/${room}/invitation/end`)
  expect(await statusOf(beatriz, `/rooms/${room}`)).toBe(404)
  await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
  expect(await statusOf(beatriz, `/rooms/${room}/members`)).toBe(200)
})

test('somebody asks with a sentence; the host reads it and lets them in, or declines', async () => {
  const room = await foundBy(ada, { name: 'On request', entry: 'request' })
  expect((await jonte.post(`/rooms/${room}/joining`)).status).toBe(403)
  expect((await jonte.post(`/rooms/${room}/requests`, { text: '' })).status).toBe(422)
  for (const _ of [1, 2]) await jonte.post(`/rooms/${room}/requests`, { text: 'We try the same.' })
  await beatriz.post(`/rooms/${room}/requests`, { text: 'Porto too.' })
  await work()
  expect(town.mails.filter(({ text }) => text.includes('We try the same.'))).toHaveLength(1)
  expect(await ada.page('/')).toContain('2 people ask to come into')
  const id = async (slug: string) => town.personId(slug)
  expect((await beatriz.post(`/rooms/${room}/requests/${await id('jonte-pfalzgrafer')}/admission`)).status).toBe(404)
  await ada.post(`/rooms/${room}/requests/${await id('jonte-pfalzgrafer')}/admission`)
  await ada.post(`/rooms/${room}/requests/${await id('beatriz-ribeirinha-douro')}/refusal`)
  expect(await statusOf(jonte, `/rooms/${room}/members`)).toBe(200)
  expect(await beatriz.page(`/rooms/${room}`)).toContain('not accepted')
  expect((await beatriz.post(`/rooms/${room}/requests`, { text: 'Please.' })).status).toBe(403)
})

test('the last host passes the room on or archives it; whoever leaves is gone, and what they wrote stays', async () => {
  const room = await foundBy(ada, { name: 'Passed on' })
  await jonte.post(`/rooms/${room}/joining`)
  const thread = await openIn(ada, room, 'Ada said so')
  await ada.post(`/rooms/${room}/leaving`)
  expect(await statusOf(ada, thread)).toBe(200)
  expect((await jonte.post(`/rooms/${room}/hosting/end`)).status).toBe(403)
  await ada.post(`/rooms/${room}/members/${await town.personId('jonte-pfalzgrafer')}/hosting`)
  await ada.post(`/rooms/${room}/leaving`)
  expect(await statusOf(ada, thread)).toBe(404)
  expect(await statusOf(ada, `/rooms/${room}/members`)).toBe(404)
  expect(await jonte.page(thread)).toContain('Said in confidence.')
  const archived = await jonte.post(`/rooms/${room}/archive`)
  expect(archived.status).toBe(303)
})

test('an archived room is read and not written in; what somebody typed meanwhile comes back', async () => {
  const room = await foundBy(ada, { name: 'Soon archived' })
  await jonte.post(`/rooms/${room}/joining`)
  const thread = await openIn(jonte, room, 'Before the end')
  await ada.post(`/rooms/${room}/archive`)
  expect(await jonte.page(thread)).toContain('Before the end')
  expect(await jonte.page(thread)).not.toContain('name="text"')
  for (const path of [`/rooms/${room}/threads`, `/contributions/${idIn(thread)}/replies`]) {
    const late = await jonte.post(path, { title: 'Too late', text: 'An hour of typing.', lang: 'en' })
    expect(late.status).toBe(403)
    expect(await late.text()).toContain('An hour of typing.')
  }
  expect((await ada.post(`/rooms/${room}/archive/end`)).status).toBe(303)
  expect((await jonte.post(`/rooms/${room}/threads`, { title: 'Again', text: 'x', lang: 'en' })).status).toBe(303)
})

test('nothing is put into an archived room, also with a form that was opened before', async () => {
  const room = await foundBy(ada, { name: 'Archived meanwhile' })
  const told = { title: 'Typed for an hour', summary: '', lang: 'en' }
  const draft = await ada.post('/practices', { ...told, audience: '2' })
  await ada.post(`/rooms/${room}/archive`)
  const id = idIn(draft.headers.get('location') ?? '')
  const audience = String(room)
  const poll = { ...pollFields(town), ...told, audience }
  const forms = [
    ['/practices', { ...told, audience }],
    [`/practices/${id}`, { ...told, audience, revision: '1' }],
    ['/questions', { ...told, text: 'Typed for an hour', audience }],
    ['/polls', poll],
  ] as const
  for (const [path, fields] of forms) {
    const answer = await ada.post(path, fields)
    expect([path, answer.status, (await answer.text()).includes('Typed for an hour')]).toEqual([path, 422, true])
  }
  const door = await openDoor(town)
  const move = `update contribution set audience_id = ${room} where id = ${id}`
  await door
    .as(await town.personId('ada-lindmoser'), async (client) => expect(await attempt(client, move)).toBe(refused))
    .finally(() => door.close())
})

test('an empty room is deleted, one with words in it is not', async () => {
  const empty = await foundBy(ada, { name: 'Nothing in it' })
  const full = await foundBy(ada, { name: 'Something in it' })
  await openIn(ada, full, 'Something')
  for (const room of [empty, full]) expect((await jonte.post(`/rooms/${room}/deletion`)).status).toBe(404)
  await ada.post(`/rooms/${empty}/deletion`)
  await ada.post(`/rooms/${full}/deletion`)
  expect([await statusOf(ada, `/rooms/${empty}`), await statusOf(ada, `/rooms/${full}`)]).toEqual([404, 200])
  const late = await ada.post(`/rooms/${empty}/threads`, { title: 'Too late', text: 'Typed for long.', lang: 'en' })
  expect([late.status, (await late.text()).includes('Typed for long.')]).toEqual([404, true])
})

test('what is wrong in a form is said at its field; a room never opens wider, nor drops the rule', async () => {
  const wrong = await ada.post('/rooms', { name: 'x', aim: 'Kept words', entry: 'secret', lang: 'en', listedFor: '2' })
  const html = await wrong.text()
  expect(wrong.status).toBe(422)
  for (const words of ['at least three characters', 'how people come in', 'Kept words']) expect(html).toContain(words)
  expect((await ada.post('/rooms', { name: 'Public', entry: 'open', lang: 'en', listedFor: '1' })).status).toBe(422)
  const room = await foundBy(ada, { entry: 'request', chatham: 'yes' })
  const change = { name: 'Night walks', aim: '', lang: 'en', entry: 'request', chatham: 'yes', revision: '1' }
  for (const [field, value] of [
    ['entry', 'open'],
    ['chatham', ''],
  ] as const)
    expect((await ada.post(`/rooms/${room}`, { ...change, [field]: value })).status).toBe(422)
  expect((await ada.post(`/rooms/${room}`, { ...change, name: 'Day walks' })).status).toBe(303)
  expect((await ada.post(`/rooms/${room}`, { ...change, name: 'Older' })).status).toBe(422)
})
