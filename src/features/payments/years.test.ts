// A payment stands in the year of the bank, and never twice, whatever was decided about it across a new year.
import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { asOwner, bringEntries, clearAll, entryIds, issue } from './fixtures.ts'
import { gatherAccount } from './gather-account.ts'

let town: Town
let irena: Visitor
let members: readonly number[]
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  const rows = await asOwner<{ id: number }>(
    town,
    `select id from organisation where slug in ('at-graz', 'fr-lyon') order by slug`,
  )
  members = rows.map(({ id }) => id)
})
beforeEach(() => {
  town.now = new Date('2026-02-10T10:00:00Z')
})

const invoiced = 100_000
const paid = { amount: '1000.00', name: 'SOMEBODY', text: 'FEE', day: '2025-12-20' }
const back = { ...paid, direction: 'DBIT', reversal: true } as const

/** One payment that nobody knows, and a movement back before and one after the new year. */
async function begin(): Promise<void> {
  await clearAll(town)
  await issue(town, { slug: 'at-graz', seq: 1, cents: invoiced })
  await issue(town, { slug: 'fr-lyon', seq: 2, cents: invoiced })
  await bringEntries(irena, [paid, { ...back, day: '2025-12-28' }, { ...back, day: '2026-01-05' }])
}

/** What both members have paid by the end of this year, as their accounts say. */
async function paidBy(year: number): Promise<number> {
  const of = (organisationId: number) =>
    gatherAccount(town.database.system, { issuer: null, organisationId }, year, town.now)
  const accounts = await Promise.all(members.map(of))
  return accounts.reduce((sum, { closingCents }) => sum + invoiced - closingCents, 0)
}

type Act = 'graz' | 'lyon' | 'credit' | 'undo' | 'return-2025' | 'return-2026'
const acts = ['graz', 'lyon', 'credit', 'undo', 'return-2025', 'return-2026'] as const

async function perform(act: Act): Promise<unknown> {
  const [entry, december, january] = await entryIds(town)
  if (act === 'graz' || act === 'lyon')
    return irena.post(`/payments/entries/${entry}/giving`, {
      ...{ number: act === 'graz' ? '2025-0001' : '2025-0002', amount: '1000' },
    })
  if (act === 'credit')
    return irena.post(`/payments/entries/${entry}/settlement`, { parts: `${members[0]}:-:100000`, reasons: '' })
  if (act === 'undo') {
    const rows = await asOwner<{ id: number }>(
      town,
      `select id from settlement s where undoes_id is null and not exists (select 1 from settlement u where u.undoes_id = s.id)`,
    )
    return irena.post(`/payments/settlements/${rows[0]?.id ?? 1}/undoing`)
  }
  const reversal = act === 'return-2025' ? december : january
  return irena.post(`/payments/entries/${reversal}/return`, { entry: String(entry), seen: '' })
}

const now = async (): Promise<string> =>
  (
    await asOwner<{ what: string }>(
      town,
      `select into_what as what from settlement group by 1 having sum(cents) > 0 order by 1`,
    )
  )
    .map(({ what }) => what)
    .join()

async function holds(done: readonly Act[]): Promise<void> {
  const sums = [await paidBy(2025), await paidBy(2026)] as const
  const state = await now()
  const told = `${done.join(' ')} → ${state}: ${sums.join(' ')}`
  for (const sum of sums) expect([0, invoiced].includes(sum), told).toBe(true)
  // With a member: the money came in December, and is there since.
  if (state === 'invoice' || state === 'credit') expect(sums, told).toEqual([invoiced, invoiced])
  else expect(sums[1], told).toBe(0)
}

test('settled, returned by mistake and settled again in January, it stands in December once', async () => {
  await begin()
  const done = ['graz', 'return-2026', 'undo', 'lyon'] as const
  for (const one of done) await perform(one)
  await holds(done)
})

test('whatever is settled, returned and undone, each year has what the bank booked by then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...acts), { minLength: 4, maxLength: 9 }), async (done) => {
      await begin()
      for (const [at, one] of done.entries()) {
        await perform(one)
        await holds(done.slice(0, at + 1))
      }
    }),
    { numRuns: 12 },
  )
}, 240_000)
