// Say which payment the bank took back.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { issuerOf } from '../permissions.ts'
import { type Entry, getEntry } from '../store-entries.ts'
import { insertSettlements, insertUndoing, listUndoable, setOffTakenBack } from '../store-settlements.ts'
import { recordPayment, type SettleRefusal, takeEntry, unlessShort } from '../take-entry.ts'

/** The bank took the money back: what it was given to is open again. */
export const returnEntry = (
  asPerson: AsPerson,
  viewer: SignedIn,
  reversalId: number | undefined,
  entryId: number,
  now: Date,
): Promise<Outcome<Entry, SettleRefusal>> =>
  unlessShort(
    asPerson(async (db) => {
      const reversal = await takeEntry(db, viewer, reversalId)
      const entry = await getEntry(db, entryId)
      const { id: personId } = viewer.person
      const cents = 0 - (reversal.cents ?? 0)
      // Asked before anything is written: a refusal leaves what was decided as it is.
      if (cents !== entry.cents) return refused('no-longer-fits')
      // On the day of the bank, whenever somebody gets to it: the year in which it went back is the year that shows it.
      const undoing = { personId, on: reversal.bookedOn }
      for (const one of await listUndoable(db, entry.id)) await insertUndoing(db, one, undoing, now)
      await setOffTakenBack(db, entry.id, undoing, now)
      const about = { issuer: issuerOf(viewer), organisationId: null, entryId: entry.id, counterEntryId: reversal.id }
      await insertSettlements(db, [{ ...about, into: 'returned', cents, settledOn: reversal.bookedOn, personId }], now)
      await recordPayment(db, viewer, 'payment.returned', reversal)
      return done(reversal)
    }),
  )
