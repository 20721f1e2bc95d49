// Take back what was decided about money: a row of its own says so, nothing goes away.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { issuerOf, keepsBooks } from '../permissions.ts'
import { listNeeds, restOnUnsent } from '../store-credit.ts'
import { getSettlement, insertUndoing, listUndoable, setOffTakenBack } from '../store-settlements.ts'
import { lockBooks } from '../store-statements.ts'
import { type SettleRefusal, unlessShort } from '../take-entry.ts'

/** Gives the entry that has money left again. Refused where it was undone already, or credit from it is used. */
export const undoSettlement = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Outcome<number, SettleRefusal | 'undone-already' | 'credit-used' | 'unsent-note'>> =>
  unlessShort(
    asPerson(async (db) => {
      if (!keepsBooks(viewer)) throw forbidden()
      await lockBooks(db, issuerOf(viewer))
      const settlement = await getSettlement(db, id)
      if (settlement.entryId === null) throw notFound()
      if (!(await listUndoable(db, settlement.entryId)).includes(settlement.id)) return refused('undone-already')
      if (await restOnUnsent(db, [settlement.id])) return refused('unsent-note')
      const needs = await listNeeds(db, [settlement.id])
      if (needs.some(({ neededCents, creditCents }) => neededCents > creditCents)) return refused('credit-used')
      // On its own day: given out once more, the money would stand twice in the year in which it came.
      const undoing = { personId: viewer.person.id, on: settlement.settledOn }
      await insertUndoing(db, settlement.id, undoing, now)
      await setOffTakenBack(db, settlement.entryId, undoing, now)
      await recordFact(db, { name: 'payment.released', actor: viewer.person, data: { entry: settlement.entryId } })
      return done(settlement.entryId)
    }),
  )
