// Telling in steps: a step carries its own fields, leaves the others alone, says what is missing, and loses nothing.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { practiceFields } from './inputs.ts'
import { fieldsOf, stepAfter, stepOf, tellingSteps } from './telling.ts'

let town: Town
let ada: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
})
const locationOf = (answer: Response): string => answer.headers.get('location') ?? ''
const begin = async (title: string): Promise<string> => {
  const answer = await ada.post('/practices', { step: 'beginning', title, summary: 'Short.', lang: 'en' })
  return /\d+/.exec(locationOf(answer))?.[0] ?? ''
}

test('every field of the form stands on exactly one step', () => {
  const placed = tellingSteps.flatMap((step) => fieldsOf[step])
  expect([...placed].sort()).toEqual(practiceFields.filter((name) => name !== 'revision').sort())
})

test('from the beginning each step leads to the next, and the last to the preview', async () => {
  expect(stepAfter('beginning')).toBe('problem')
  const first = await ada.post('/practices', { step: 'beginning', onward: 'next', title: 'Step by step', lang: 'en' })
  expect(locationOf(first)).toMatch(/^\/practices\/\d+\/edit\?step=problem$/)
  const id = /\d+/.exec(locationOf(first))?.[0]
  const last = await ada.post(`/practices/${id}`, { step: 'readers', onward: 'next', revision: '1', audience: '2' })
  expect(locationOf(last)).toBe(`/practices/${id}/preview`)
  expect(stepOf('evidence')).toBe('results')
})

test('a step changes its own fields and no others', async () => {
  const id = await begin('One step')
  await ada.post(`/practices/${id}`, { step: 'problem', problem: 'Fear.', analysis: 'Dark.', revision: '1' })
  await ada.post(`/practices/${id}`, { step: 'response', response: 'Lamps.', revision: '2' })
  const html = await ada.page(`/practices/${id}-one-step`)
  for (const words of ['Short.', 'Fear.', 'Dark.', 'Lamps.']) expect(html).toContain(words)
})

test('topics unticked on their step are gone; on other steps they stay', async () => {
  const id = await begin('With topics')
  await ada.post(`/practices/${id}`, { step: 'readers', 'concepts[]': ['youth'], audience: '2', revision: '1' })
  await ada.post(`/practices/${id}`, { step: 'problem', problem: 'Fear.', revision: '2' })
  expect(await ada.page(`/practices/${id}-with-topics`)).toContain('concept=youth')
  await ada.post(`/practices/${id}`, { step: 'readers', audience: '2', revision: '3' })
  expect(await ada.page(`/practices/${id}-with-topics`)).not.toContain('concept=youth')
})

test('every step says what it still misses, and the preview what remains before publishing', async () => {
  const id = await begin('Not yet')
  const html = await ada.page(`/practices/${id}/edit?step=lessons`)
  expect(html).toContain('still missing: the problem')
  expect(html).toContain('still missing: what came of it and how sure one can be that it worked')
  const preview = await ada.page(`/practices/${id}/preview`)
  expect(preview).toContain('Before publishing, please add')
  expect(preview).toContain(`/practices/${id}/edit?step=readers#concepts`)
  expect(preview).not.toContain('/publication')
})

test('a year that is none comes back on its step with what was typed there', async () => {
  const id = await begin('Wrong year')
  const fields = { step: 'response', response: 'Lamps in the park.', yearStart: 'soon', revision: '1' }
  const answer = await ada.post(`/practices/${id}`, fields)
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('Please write the year with four digits')
  expect(html).toContain('Lamps in the park.')
  expect(html).toContain('value="soon"')
})

test('two windows on the same step: what only the other changed is shown as theirs, not undone', async () => {
  const id = await begin('Two windows')
  await ada.post(`/practices/${id}`, { step: 'response', response: 'First.', cost: '10', staff: '', revision: '1' })
  const theirs = { step: 'response', response: 'Theirs.', cost: '10', staff: 'Two people', revision: '2' }
  expect((await ada.post(`/practices/${id}`, theirs)).status).toBe(303)
  const mine = { step: 'response', response: 'Mine.', cost: '10', staff: '', revision: '2' }
  const html = await (await ada.post(`/practices/${id}`, mine)).text()
  expect(html).toMatch(/<textarea[^>]*name="response"[^>]*>\s*Mine\./)
  expect(html).toMatch(/<textarea[^>]*name="staff"[^>]*>\s*Two people/)
})

test('the preview shows what was measured and when, and says how far the results reach', async () => {
  const id = await begin('Measured')
  const results = { results: 'Fewer reports.', measured: 'Reports', measuredWhen: '2019 to 2021', evidence: '2' }
  await ada.post(`/practices/${id}`, { step: 'results', ...results, revision: '1' })
  const html = await ada.page(`/practices/${id}/preview`)
  expect(html).toContain('2019 to 2021')
  expect(html).toContain('Measured before and after, without a place to compare with')
})

test('a city that left the network begins with itself as readers', async () => {
  await town.database.system
    .withTables<{ organisation: { slug: string; active: boolean } }>()
    .updateTable('organisation')
    .set({ active: false })
    .where('slug', '=', 'at-graz')
    .execute()
  const id = await begin('Only for Graz')
  expect(await ada.page(`/practices/${id}/preview`)).toContain('Only persons of Graz will be able to read it.')
  const file = new File(['Problem\n\nFear after dark in the park.'], 'park.txt', { type: 'text/plain' })
  expect((await ada.post('/practices/from-file', { file })).status).toBe(303)
})
