// Changing whom a practice reaches: growing asks first, whatever the way; shrinking never does.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'

let town: Town
let beatriz: Visitor
beforeAll(async () => {
  town = await openTown()
  beatriz = await town.as('beatriz-ribeirinha-douro')
})

const told = {
  ...{
    title: 'A weak spot of a station',
    summary: 'Seen by two.',
    lang: 'en',
    problem: 'p',
    response: 'r',
    results: 's',
  },
  ...{ evidence: '0', 'concepts[]': ['public-space'] },
}
async function publish(audience: Record<string, string>): Promise<{ id: string; path: string }> {
  const path = (await beatriz.post('/practices', { ...told, ...audience })).headers.get('location') ?? ''
  const id = /\d+/.exec(path)?.[0] ?? ''
  await beatriz.post(`/practices/${id}/publication`)
  return { id, path }
}
const named = (persons: string) => ({ audience: 'persons', persons })

test('naming other persons asks first, since other eyes will see it', async () => {
  const { id, path } = await publish(named('Ada Lindmoser'))
  const others = { ...told, ...named('Carsten Mittelweg'), revision: '1' }
  const asked = await beatriz.post(`/practices/${id}`, others)
  expect(asked.status).toBe(422)
  expect(await asked.text()).toContain('Carsten Mittelweg')
  const carsten = await town.as('carsten-mittelweg')
  expect((await carsten.get(path)).status).toBe(404)
  expect((await beatriz.post(`/practices/${id}`, { ...others, widen: 'yes' })).status).toBe(303)
  expect((await carsten.get(path)).status).toBe(200)
  expect((await (await town.as('ada-lindmoser')).get(path)).status).toBe(404)
})

test('narrowing from everybody to named persons needs no question', async () => {
  const { id, path } = await publish({ audience: '1' })
  expect((await town.visitor.get(path)).status).toBe(200)
  expect((await beatriz.post(`/practices/${id}`, { ...told, ...named('Ada Lindmoser'), revision: '1' })).status).toBe(
    303,
  )
  expect((await town.visitor.get(path)).status).toBe(404)
})
