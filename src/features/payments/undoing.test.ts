// What was decided wrongly, or was taken back by the bank: it counts in the year of the bank, and leaves nothing half done.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { bringEntries, clearAll, entryIds, issue, openOf } from './fixtures.ts'

let town: Town
let irena: Visitor
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
})
beforeEach(async () => {
  town.now = new Date('2026-01-10T10:00:00Z')
  await clearAll(town)
})

const paid = { amount: '1000.00', name: 'STADT GRAZ', text: '2025-0001', day: '2025-12-20' }

test('a reversal of another amount takes nothing back, not even in part', async () => {
  await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
  await bringEntries(irena, [paid, { ...paid, amount: '999.00', day: '2025-12-30', direction: 'DBIT', reversal: true }])
  const [id, reversal] = await entryIds(town)
  const answer = await irena.post(`/payments/entries/${reversal}/return`, { entry: String(id) })
  expect(answer.headers.get('location')).toBe(`/payments/entries/${reversal}`)
  expect(await openOf(town)).toEqual({ '2025-0001': 0 })
})
