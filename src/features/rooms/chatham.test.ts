// The Chatham House Rule: what was said in the room may be used; who said it, and which city, leaves it by no way of ours.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { rowsOf } from '../../../testing/as-owner.ts'
import { bringIn, foundBy, idIn, openIn, pathOf } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let room: number
let thread: string
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  room = await foundBy(ada, { name: 'Under the rule', entry: 'invitation', chatham: 'yes' })
  await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
  thread = await openIn(ada, room, 'Flurbeltalk')
})
const rule = 'Who said it, and which city, you do not pass on.'

test('the rule stands on every page of the room', async () => {
  const minutes = { title: 'Minutes', heldOn: '2026-01-01', text: 'Said.', lang: 'en' }
  const written = pathOf(await ada.post(`/rooms/${room}/minutes`, minutes))
  const file = new File(['words'], 'plan.txt')
  const document = pathOf(await ada.post(`/rooms/${room}/documents`, { title: 'Plan', lang: 'en', file }))
  const pages = ['', '/members', '/threads/new', '/meetings', '/meetings/new', '/documents/new', '/minutes/new']
  for (const path of [...pages.map((end) => `/rooms/${room}${end}`), thread, document, written])
    expect(await beatriz.page(path), path).toContain(rule)
})

test('what is printed of a room, its threads and members is marked so that names are left out', async () => {
  for (const path of [thread, `/rooms/${room}`, `/rooms/${room}/members`])
    expect(await beatriz.page(path), path).toContain('class="under-chatham"')
  expect(await beatriz.page(`/rooms/${room}`)).toContain('<span class="said-by">Ada Lindmoser, Graz</span>')
  const open = await foundBy(ada, { name: 'Without the rule' })
  expect(await ada.page(await openIn(ada, open, 'Open talk'))).not.toContain('under-chatham')
})

test('minutes say what was decided and who does it, not who wrote them or said what', async () => {
  const minutes = { title: 'Talk', heldOn: '2026-01-01', text: 'Somebody was threatened.', lang: 'en' }
  const path = pathOf(await beatriz.post(`/rooms/${room}/minutes`, minutes))
  const html = await ada.page(path)
  // Before the form, which offers everybody in the room for a task.
  const said = (html.split('<article')[1] ?? '').split('<form')[0] ?? ''
  expect(said).toContain('Somebody was threatened.')
  expect(said).not.toMatch(/Beatriz|Porto/)
})

test('mails about a reply, and what search keeps, name neither person nor city', async () => {
  await beatriz.post(`/contributions/${idIn(thread)}/replies`, { text: 'It happened to us too.', lang: 'en' })
  while ((await town.work()) > 0);
  const mail = town.mails.find(({ text }) => text.includes('It happened to us too.'))
  expect(`${mail?.subject}${mail?.text}`).toContain('Flurbeltalk')
  expect(`${mail?.subject}${mail?.text}`).not.toMatch(/Beatriz|Porto/)
  const kept = await rowsOf<{ organisation_id: number | null; country: string | null }>(
    town,
    `select organisation_id, country from search_document where title = 'Flurbeltalk'`,
  )
  expect(kept).toEqual([{ organisation_id: null, country: null }])
}, 60_000)
