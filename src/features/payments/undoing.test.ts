// What was decided wrongly, or was taken back by the bank: it counts in the year of the bank, and leaves nothing half done.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { asOwner, bringEntries, clearAll, credit, entryIds, issue, openOf } from './fixtures.ts'
import { gatherAccount } from './gather-account.ts'

let town: Town
let irena: Visitor
let graz: number
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  const [row] = await asOwner<{ id: number }>(town, `select id from organisation where slug = 'at-graz'`)
  graz = row?.id ?? 0
})
beforeEach(async () => {
  town.now = new Date('2026-01-10T10:00:00Z')
  await clearAll(town)
})

const paid = { amount: '1000.00', name: 'STADT GRAZ', text: '2025-0001', day: '2025-12-20' }
const closingOf = async (year: number): Promise<number> =>
  (await gatherAccount(town.database.system, { issuer: null, organisationId: graz }, year, town.now)).closingCents
const undoAll = async (): Promise<void> => {
  for (const { id } of await asOwner<{ id: number }>(town, 'select id from settlement where entry_id is not null'))
    await irena.post(`/payments/settlements/${id}/undoing`)
}

test('a payment that was moved to another invoice in January stands once in December', async () => {
  await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
  await issue(town, { slug: 'at-graz', seq: 1, year: 2024, cents: 100_000 })
  await bringEntries(irena, [paid])
  await undoAll()
  const [id] = await entryIds(town)
  await irena.post(`/payments/entries/${id}/giving`, { number: '2024-0001', amount: '1000' })
  expect(await openOf(town)).toEqual({ '2024-0001': 0, '2025-0001': 100_000 })
  expect([await closingOf(2025), await closingOf(2026)]).toEqual([100_000, 100_000])
})

test('what the bank took back in December is open in December, whoever enters it in January', async () => {
  await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
  await bringEntries(irena, [paid, { ...paid, day: '2025-12-30', direction: 'DBIT', reversal: true }])
  const [id, reversal] = await entryIds(town)
  expect((await irena.post(`/payments/entries/${reversal}/return`, { entry: String(id) })).status).toBe(303)
  expect(await closingOf(2025)).toBe(100_000)
})

test('a reversal of another amount takes nothing back, not even in part', async () => {
  await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
  await bringEntries(irena, [paid, { ...paid, amount: '999.00', day: '2025-12-30', direction: 'DBIT', reversal: true }])
  const [id, reversal] = await entryIds(town)
  const answer = await irena.post(`/payments/entries/${reversal}/return`, { entry: String(id) })
  expect(answer.headers.get('location')).toBe(`/payments/entries/${reversal}`)
  expect(await openOf(town)).toEqual({ '2025-0001': 0 })
})

test('an invoice that was taken back is not open again without its payment, and nobody is reminded of it', async () => {
  const invoice = await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
  await bringEntries(irena, [paid])
  await credit(town, invoice, '2026-01-05')
  await undoAll()
  expect(await openOf(town)).toEqual({ '2025-0001': 0 })
  expect(await irena.page('/payments/members/at-graz')).toContain('Settled')
  expect(await irena.page('/payments/reminders')).toContain('Nobody is to be reminded')
})

test('money that went back in days to come is a slip of the keyboard', async () => {
  await issue(town, { slug: 'at-graz', seq: 1, cents: 90_000 })
  await bringEntries(irena, [paid])
  const answer = await irena.post('/payments/members/at-graz/refund', { amount: '100', day: '2062-01-10' })
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('This day is yet to come.')])
  expect(await closingOf(2026)).toBe(-10_000)
})

test('paid back by a double click, the money went back once; the second click learns what is left', async () => {
  await issue(town, { slug: 'at-graz', seq: 1, cents: 90_000 })
  await bringEntries(irena, [paid])
  const seen = /name="seen" value="(\d+)"/.exec(await irena.page('/payments/members/at-graz'))?.[1] ?? ''
  const refund = () => irena.post('/payments/members/at-graz/refund', { amount: '30', day: '2026-01-09', seen })
  const answers = await Promise.all([refund(), refund()])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await answers.find(({ status }) => status === 422)?.text()).toContain('The credit has changed meanwhile')
  expect(await closingOf(2026)).toBe(-7_000)
})
