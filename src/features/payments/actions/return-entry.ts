// Say which payment the bank took back.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { gatherReturn, type ReturnPlan } from '../gather-return.ts'
import { issuerOf } from '../permissions.ts'
import { writeFreed } from '../return-plan.ts'
import { type Entry, getEntry } from '../store-entries.ts'
import { insertSettlements, insertUndoing, type NewSettlement, setOffTakenBack } from '../store-settlements.ts'
import { recordPayment, type SettleRefusal, takeEntry, unlessShort } from '../take-entry.ts'

/** First the uses of credit that lose their money, then the payment itself, then what of those uses had other money. */
async function takeBack(
  db: Db,
  { settlements, freed }: ReturnPlan,
  of: { readonly viewer: SignedIn; readonly reversal: Entry; readonly entryId: number },
  now: Date,
): Promise<void> {
  const { id: personId } = of.viewer.person
  const issuer = issuerOf(of.viewer)
  for (const { id } of freed) await insertUndoing(db, id, { personId, reasons: ['bank-returned'] }, now)
  // On the day of the bank, whenever somebody gets to it: the year in which it went back is the year that shows it.
  const on = of.reversal.bookedOn
  for (const one of settlements) await insertUndoing(db, one, { personId, on }, now)
  await setOffTakenBack(db, of.entryId, { personId, on }, now)
  const again = freed
    .filter(({ againCents }) => againCents > 0)
    .map(
      ({ organisationId, invoiceId, againCents: cents, settledOn }): NewSettlement => ({
        ...{ issuer, organisationId, fromCredit: true, into: 'invoice', invoiceId, cents, settledOn, personId },
        reasons: ['bank-returned'],
      }),
    )
  if (again.length > 0) await insertSettlements(db, again, now)
}

/** The bank took the money back: what it was given to is open again. `seen`: the uses of credit that were shown to go with it. */
export const returnEntry = (
  asPerson: AsPerson,
  viewer: SignedIn,
  reversalId: number | undefined,
  { entry: entryId, seen }: { readonly entry: number; readonly seen: string },
  now: Date,
): Promise<Outcome<Entry, SettleRefusal | 'credit-paid-back' | 'return-changed' | 'unsent-note'>> =>
  unlessShort(
    asPerson(async (db) => {
      const reversal = await takeEntry(db, viewer, reversalId)
      const entry = await getEntry(db, entryId)
      const cents = 0 - (reversal.cents ?? 0)
      // Asked before anything is written: a refusal leaves what was decided as it is.
      const again = [reversal.state, entry.state].includes('returned')
      if (cents <= 0 || cents !== entry.cents || again) return refused('no-longer-fits')
      const plan = await gatherReturn(db, entry.id)
      if (plan.unsentNote) return refused('unsent-note')
      if (plan.missingCents > 0) return refused('credit-paid-back')
      if (writeFreed(plan.freed) !== seen) return refused('return-changed')
      await takeBack(db, plan, { viewer, reversal, entryId: entry.id }, now)
      const about = { issuer: issuerOf(viewer), organisationId: null, entryId: entry.id, counterEntryId: reversal.id }
      const { id: personId } = viewer.person
      await insertSettlements(db, [{ ...about, into: 'returned', cents, settledOn: reversal.bookedOn, personId }], now)
      await recordPayment(db, viewer, 'payment.returned', reversal)
      return done(reversal)
    }),
  )
