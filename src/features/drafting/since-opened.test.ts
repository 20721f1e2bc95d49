// An older window with the sections of a file: what somebody changed meanwhile is not put back unseen.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Visitor } from '../../../testing/app.ts'
import { choicesOn, idIn, landing } from './fixtures.ts'

let ada: Visitor
beforeAll(async () => {
  ada = await (await openTown()).as('ada-lindmoser')
})

/** Brings a text, and opens the page on which its sections are placed; gives that page's own fields. */
async function open(): Promise<{ path: string; fields: Record<string, string> }> {
  const text = '# Park at night\n\n## Problem\n\nNobody went there.\n\n## Results\n\nPeople go again.'
  const path = landing(await ada.post('/practices/from-file', { text }))
  const html = await ada.page(path)
  const revision = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
  return { path, fields: { title: 'Park at night', lang: 'en', revision, ...choicesOn(html) } }
}
const elsewhere = (path: string, fields: Record<string, string | string[]>) =>
  ada.post(`/practices/${idIn(path)}`, { revision: '1', ...fields })

test('a title and a topic that were changed in another window stay changed', async () => {
  const { path, fields } = await open()
  await elsewhere(path, { step: 'readers', 'concepts[]': ['youth', 'lighting'] })
  const html = await ada.page(path)
  const revision = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
  await elsewhere(path, { title: 'Light in the park', 'concepts[]': ['lighting'], revision })
  const answer = await ada.post(path, { ...fields, revision, 'concepts[]': ['youth', 'lighting', 'nightlife'] })
  expect(answer.status).toBe(303)
  const page = await ada.page(landing(answer))
  expect(page).toContain('Light in the park')
  expect(page).toContain('Nobody went there.')
  expect(page).toMatch(/concept=nightlife/)
  expect(page).not.toMatch(/concept=youth/)
})

test('a title that both windows changed is asked for once more, and nothing of what was chosen is lost', async () => {
  const { path, fields } = await open()
  await elsewhere(path, { step: 'beginning', title: 'Light in the park' })
  const answer = await ada.post(path, { ...fields, title: 'Lamps in the park' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('Somebody else has changed the title')
  expect(html).toContain('value="Lamps in the park"')
  const revision = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
  const again = await ada.post(path, { ...fields, ...choicesOn(html), title: 'Lamps in the park', revision })
  expect(await ada.page(landing(again))).toContain('Lamps in the park')
})
