// A credit note that is written and not sent yet: each side's account, open items and statement tell one story.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { asOwner, bringEntries, clearAll, credit, issue } from './fixtures.ts'
import { gatherAccount } from './gather-account.ts'

let town: Town
let irena: Visitor
let ada: Visitor
let graz: number
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  ada = await town.as('ada-lindmoser')
  graz = (await asOwner<{ id: number }>(town, `select id from organisation where slug = 'at-graz'`))[0]?.id ?? 0
})
beforeEach(async () => {
  town.now = new Date('2025-07-01T10:00:00Z')
  await clearAll(town)
})

const member = '/payments/members/at-graz'
const release = (id: number): Promise<object[]> =>
  asOwner(town, `update invoice set released_at = now() where id = ${id}`)

test('before it is sent the office has it settled and marked, and the member has it open; afterwards both have it settled', async () => {
  const invoice = await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000, lang: 'en' })
  const note = await credit(town, invoice, '2025-06-01', false)
  const office = await irena.page(member)
  expect(office).toContain('Settled')
  expect(office).toContain('Credit note 2025-0002 (not sent yet)')
  const items = await irena.page('/payments/open-items')
  expect(items).toContain('Nothing is open')
  expect(items).toMatch(/not sent yet[\s\S]*Credit note 2025-0002[\s\S]*2025-0001, Graz, €1,000.00/)
  const own = await ada.page('/payments/own/0?year=2025')
  expect([own.includes('Open: €1,000.00'), own.includes('2025-0002')]).toEqual([true, false])
  expect(own).toMatch(/Open invoices[\s\S]*2025-0001/)
  await release(note)
  for (const [who, path] of [
    [irena, member],
    [ada, '/payments/own/0?year=2025'],
  ] as const) {
    const page = await who.page(path)
    expect([page.includes('Settled'), page.includes('Credit note 2025-0002'), page.includes('not sent yet')]).toEqual([
      ...[true, true, false],
    ])
  }
})

test('a letter to the member tells nothing of it, and of an invoice that never left neither side knows', async () => {
  const invoice = await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
  await credit(town, invoice, '2025-06-01', false)
  const of = { issuer: null, organisationId: graz }
  const closing = async (toMember: boolean) =>
    (await gatherAccount(town.database.system, { ...of, toMember }, 2025, town.now)).closingCents
  expect([await closing(true), await closing(false)]).toEqual([100_000, 0])
  await clearAll(town)
  const kept = await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000, released: false })
  await credit(town, kept, '2025-06-01', false)
  expect([await closing(true), await closing(false)]).toEqual([0, 0])
  expect(await irena.page('/payments/open-items')).not.toContain('not sent yet')
})

test('credit that it left is used and paid back only once it is sent: the member would see money from nowhere', async () => {
  const invoice = await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
  await bringEntries(irena, [{ amount: '1000.00', name: 'STADT GRAZ', text: '2025-0001' }])
  const note = await credit(town, invoice, '2025-06-01', false)
  await issue(town, { slug: 'at-graz', seq: 1, year: 2026, cents: 60_000 })
  await irena.post(`${member}/credit`)
  const refund = await irena.post(`${member}/refund`, { amount: '100', day: '2025-06-30' })
  expect([refund.status, await refund.text()]).toEqual([422, expect.stringContaining('is not sent yet')])
  expect(await asOwner(town, 'select 1 from settlement where from_credit')).toEqual([])
  await release(note)
  await irena.post(`${member}/credit`)
  expect((await irena.post(`${member}/refund`, { amount: '400', day: '2025-06-30' })).status).toBe(303)
  expect(await ada.page('/payments/own/0?year=2025')).toContain('Settled')
})

test('a payment is not taken from an invoice whose credit note is not sent yet: the member would see it covered by nothing', async () => {
  const invoice = await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
  const paid = { amount: '1000.00', name: 'STADT GRAZ', text: '2025-0001', day: '2025-03-03' }
  await bringEntries(irena, [paid, { ...paid, day: '2025-03-09', direction: 'DBIT', reversal: true }])
  const [entry, reversal] = await asOwner<{ id: number }>(town, 'select id from bank_entry order by id')
  const [settled] = await asOwner<{ id: number }>(town, 'select id from settlement')
  const note = await credit(town, invoice, '2025-06-01', false)
  const undo = () => irena.post(`/payments/settlements/${settled?.id}/undoing`)
  const giveBack = () => irena.post(`/payments/entries/${reversal?.id}/return`, { entry: String(entry?.id), seen: '' })
  expect(await irena.page(`/payments/entries/${reversal?.id}`)).toContain('is not sent yet')
  expect((await undo()).headers.get('location')).toBe('/payments/entries')
  expect((await giveBack()).headers.get('location')).toBe(`/payments/entries/${reversal?.id}`)
  expect(await asOwner(town, 'select 1 from settlement where undoes_id is not null')).toEqual([])
  expect(await asOwner(town, 'select 1 from settlement where from_credit')).toEqual([])
  await release(note)
  expect((await giveBack()).headers.get('location')).toBe('/payments/entries')
  expect(await asOwner(town, 'select 1 from settlement where from_credit')).toHaveLength(1)
})
