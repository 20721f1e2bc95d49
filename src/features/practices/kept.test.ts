// A closed browser loses nothing: what was typed is there again, for whoever typed it and for nobody else.
import { expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'

const town = await openTown()
const ada = await town.as('ada-lindmoser')
const beatriz = await town.as('beatriz-ribeirinha-douro')
const half = { title: 'Ha', summary: 'Halb getippt', lang: 'de', step: 'beginning', revision: '0' }
const problem = { problem: 'Ganz anders', step: 'problem', revision: '1' }

test('Ada types half a practice and comes back: it is there, hers alone, until she discards it', async () => {
  expect((await ada.post('/practices/kept', { ...half, of: '', stray: 'x' })).status).toBe(204)
  const html = await ada.page('/practices/new')
  expect(html).toContain('Halb getippt')
  expect(html).toContain('Not saved, kept on')
  expect(await beatriz.page('/practices/new')).not.toContain('Halb getippt')
  expect(await ada.page('/practices')).not.toContain('Halb getippt')
  await ada.post('/practices/kept/removal', { of: '' })
  expect(await ada.page('/practices/new')).not.toContain('Halb getippt')
})

test('what was kept of a change does not show to readers, and saving it ends it', async () => {
  const path = (await ada.post('/practices', { ...half, title: 'A whole title' })).headers.get('location') ?? ''
  const id = /\d+/.exec(path)?.[0] ?? ''
  await ada.post('/practices/kept', { ...problem, of: id })
  expect(await ada.page(path)).not.toContain('Ganz anders')
  expect(await ada.page(`/practices/${id}/edit?step=problem`)).toContain('Ganz anders')
  const saved = await ada.post(`/practices/${id}`, { ...problem, problem: 'Neu' })
  expect(saved.status).toBe(303)
  expect(await ada.page(`/practices/${id}/edit?step=problem`)).not.toContain('Ganz anders')
})

test('nobody keeps text for what they may not change, and a visitor keeps nothing', async () => {
  const path = (await ada.post('/practices', { ...half, title: 'Of Graz' })).headers.get('location') ?? ''
  const id = /\d+/.exec(path)?.[0] ?? ''
  expect((await beatriz.post('/practices/kept', { ...half, of: id })).status).toBe(404)
  expect((await town.visitor.post('/practices/kept', { ...half, of: '' })).status).toBe(401)
  expect((await ada.post('/practices/kept', { of: '999999999' })).status).toBe(404)
})

test('what was typed on other steps before the first saving is carried along and saved with it', async () => {
  await ada.post('/practices/kept', { ...half, title: 'Carried along', problem: 'Dark paths', of: '' })
  const html = await ada.page('/practices/new')
  expect(html).toContain('<input type="hidden" name="problem" value="Dark paths"/>')
  const fields = { ...half, title: 'Carried along', problem: 'Dark paths' }
  const saved = (await ada.post('/practices', fields)).headers.get('location') ?? ''
  expect(await ada.page(saved)).toContain('Dark paths')
  expect(await ada.page('/practices/new')).not.toContain('Dark paths')
})
