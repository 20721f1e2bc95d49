// A closed browser loses nothing: what was typed is there again, for whoever typed it and for nobody else.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
})
const half = { title: 'Ha', lang: 'de', problem: 'Halb getippt', 'concepts[]': ['youth'], audience: '2', revision: '0' }

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
  await ada.post('/practices/kept', { ...half, title: 'A whole title', problem: 'Ganz anders', of: id, revision: '1' })
  expect(await ada.page(path)).not.toContain('Ganz anders')
  expect(await ada.page(`/practices/${id}/edit`)).toContain('Ganz anders')
  const saved = await ada.post(`/practices/${id}`, { ...half, title: 'A whole title', problem: 'Neu', revision: '1' })
  expect(saved.status).toBe(303)
  expect(await ada.page(`/practices/${id}/edit`)).not.toContain('Ganz anders')
})

test('nobody keeps text for what they may not change, and a visitor keeps nothing', async () => {
  const path = (await ada.post('/practices', { ...half, title: 'Of Graz' })).headers.get('location') ?? ''
  const id = /\d+/.exec(path)?.[0] ?? ''
  expect((await beatriz.post('/practices/kept', { ...half, of: id })).status).toBe(404)
  expect((await town.visitor.post('/practices/kept', { ...half, of: '' })).status).toBe(401)
  expect((await ada.post('/practices/kept', { of: '999999999' })).status).toBe(404)
})
