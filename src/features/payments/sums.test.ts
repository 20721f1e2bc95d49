// Sums hold in the database itself: whatever officers do, in whatever order, two at once.
import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { asOwner, bringEntries, clearAll, credit, entryIds, issue } from './fixtures.ts'

let town: Town
let officers: readonly Visitor[]
beforeAll(async () => {
  town = await openTown()
  officers = await Promise.all(['irena-halvorsdottir-blau', 'theo-quintavoll'].map((slug) => town.as(slug)))
})
beforeEach(async () => {
  town.now = new Date('2025-07-01T10:00:00Z')
  await clearAll(town)
})
const officer = (at: number): Visitor => officers[at % 2] as Visitor

interface Sums {
  invoiced: number
  credited: number
  paid: number
  refunded: number
  open: number
  credit: number
}
const sums = async (): Promise<Sums> =>
  (
    await asOwner<Sums>(
      town,
      `select coalesce((select sum(total_cents) from invoice where kind = 'invoice'), 0)::int as invoiced,
        coalesce((select -sum(total_cents) from invoice where kind = 'credit-note'), 0)::int as credited,
        coalesce((select sum(cents) from settlement where entry_id is not null and into_what in ('invoice', 'credit')), 0)::int as paid,
        coalesce((select sum(cents) from settlement where into_what = 'refund'), 0)::int as refunded,
        coalesce((select sum(i.total_cents - coalesce((select sum(s.cents) from settlement s where s.invoice_id = i.id), 0)) from invoice i where kind = 'invoice'), 0)::int as open,
        coalesce((select sum(case when into_what = 'credit' then cents when from_credit then -cents else 0 end) from settlement), 0)::int as credit`,
    )
  )[0] as Sums
const broken = (): Promise<object[]> =>
  asOwner(
    town,
    `select 'entry' from bank_entry e where (select coalesce(sum(cents), 0) from settlement s where s.entry_id = e.id) not between 0 and greatest(e.cents, 0)
     union all select 'invoice' from invoice i where kind = 'invoice' and (select coalesce(sum(cents), 0) from settlement s where s.invoice_id = i.id) not between 0 and i.total_cents
     union all select 'taken back' from invoice i join invoice c on c.corrects_id = i.id where (select coalesce(sum(cents), 0) from settlement s where s.invoice_id = i.id) <> i.total_cents
     union all select 'note' from invoice i where kind = 'credit-note' and (select coalesce(sum(cents), 0) from settlement s where s.credit_note_id = i.id) not between 0 and -i.total_cents`,
  )

const cities = ['at-graz', 'fr-lyon', 'pt-porto'] as const
const act = fc.oneof(
  fc.record({
    what: fc.constant('pay' as const),
    city: fc.nat(2),
    cents: fc.integer({ min: 1, max: 900 }),
    quoted: fc.boolean(),
  }),
  fc.record({
    what: fc.constant('give' as const),
    entry: fc.nat(9),
    invoice: fc.nat(5),
    cents: fc.integer({ min: 1, max: 900 }),
  }),
  fc.record({ what: fc.constant('undo' as const), at: fc.nat(20) }),
  fc.record({ what: fc.constant('restore' as const), city: fc.nat(2), at: fc.nat(5) }),
  fc.record({ what: fc.constant('return' as const), entry: fc.nat(9) }),
  fc.record({ what: fc.constant('use' as const), city: fc.nat(2) }),
  fc.record({ what: fc.constant('refund' as const), city: fc.nat(2), cents: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ what: fc.constant('correct' as const), invoice: fc.nat(5) }),
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

/** The bank takes a payment back, and somebody says so after having read what follows. */
async function takeBack(at: number, who: Visitor): Promise<unknown> {
  const rows = await asOwner<{ id: number; cents: number }>(town, 'select id, cents from bank_entry where cents > 0')
  const entry = rows[at % Math.max(1, rows.length)]
  if (entry === undefined) return
  const amount = (entry.cents / 100).toFixed(2)
  await bringEntries(who, [{ amount, name: 'X', text: 'Y', direction: 'DBIT', reversal: true }])
  const reversal = Math.max(...(await entryIds(town)))
  const page = await who.page(`/payments/entries/${reversal}`)
  const seen = new RegExp(`name="entry" value="${entry.id}"/?><input type="hidden" name="seen" value="([^"]*)"`)
  return who.post(`/payments/entries/${reversal}/return`, { entry: String(entry.id), seen: seen.exec(page)?.[1] ?? '' })
}

async function perform(one: Act, who: Visitor, invoices: number[]): Promise<unknown> {
  if (one.what === 'pay') {
    const text = one.quoted ? `2025-000${one.city + 1}` : 'FEE'
    const city = cities[one.city]?.slice(3).toUpperCase() ?? ''
    return bringEntries(who, [{ amount: (one.cents / 100).toFixed(2), name: `STADT ${city}`, text }])
  }
  if (one.what === 'give') {
    const ids = await entryIds(town)
    const id = ids[one.entry % Math.max(1, ids.length)] ?? 1
    const fields = {
      number: `202${5 + Math.floor(one.invoice / 3)}-000${(one.invoice % 3) + 1}`,
      amount: `${(one.cents / 100).toFixed(2)}`,
    }
    return who.post(`/payments/entries/${id}/giving`, { ...fields, rest: 'yes' })
  }
  if (one.what === 'undo') {
    const rows = await asOwner<{ id: number }>(town, 'select id from settlement order by id')
    return who.post(`/payments/settlements/${rows[one.at % Math.max(1, rows.length)]?.id ?? 1}/undoing`)
  }
  if (one.what === 'return') return takeBack(one.entry, who)
  if (one.what === 'correct') return credit(town, invoices[one.invoice] ?? 0).catch(() => undefined)
  const path = `/payments/members/${cities[one.city]}`
  if (one.what === 'restore') {
    const rows = await asOwner<{ id: number }>(town, 'select id from settlement where from_credit order by id')
    const movement = String(rows[one.at % Math.max(1, rows.length)]?.id ?? 1)
    return who.post(`${path}/credit/undoing`, { movement, why: 'Wrong' })
  }
  if (one.what === 'use') return who.post(`${path}/credit`)
  return who.post(`${path}/refund`, { amount: (one.cents / 100).toFixed(2), day: '2025-07-01' })
}

test('payments + open = invoices − credit notes + credit + refunds, after any acts of two officers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
      await clearAll(town)
      const invoices: number[] = []
      for (const year of [2025, 2026])
        for (const [at, slug] of cities.entries())
          invoices.push(await issue(town, { slug, seq: at + 1, year, cents: 500 }))
      for (let at = 0; at < acts.length; at += 2)
        await Promise.all(acts.slice(at, at + 2).map((one, next) => perform(one, officer(next), invoices)))
      const { invoiced, credited, paid, refunded, open, credit: left } = await sums()
      expect(paid + open).toBe(invoiced - credited + left + refunded)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(await broken()).toEqual([])
    }),
    { numRuns: 8 },
  )
}, 240_000)

test('ten clicks of two officers at once give one entry out once', async () => {
  await issue(town, { slug: 'at-graz', seq: 1, cents: 1000 })
  await bringEntries(officer(0), [{ amount: '6.00', name: 'X', text: 'Y' }])
  const [id] = await entryIds(town)
  const click = (at: number) =>
    officer(at).post(`/payments/entries/${id}/giving`, { number: '2025-0001', amount: '4.00' })
  const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => click(at)))
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  expect(answers.every(({ status }) => [303, 422].includes(status))).toBe(true)
  expect(await broken()).toEqual([])
})
