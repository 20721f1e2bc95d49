// Set an entry aside: it belongs to no member.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { issuerOf } from '../permissions.ts'
import type { Entry } from '../store-entries.ts'
import { insertSettlements, type NewSettlement } from '../store-settlements.ts'
import { recordPayment, type SettleRefusal, takeEntry, unlessShort } from '../take-entry.ts'

/** None of ours: a grant, interest, somebody else's money. */
export const setAside = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  note: string,
  now: Date,
): Promise<Outcome<Entry, SettleRefusal>> =>
  unlessShort(
    asPerson(async (db) => {
      const entry = await takeEntry(db, viewer, id)
      if (entry.leftCents <= 0) return refused('no-longer-fits')
      const about = { issuer: issuerOf(viewer), organisationId: null, entryId: entry.id, personId: viewer.person.id }
      const row: NewSettlement = { ...about, into: 'aside', cents: entry.leftCents, settledOn: entry.settlesOn, note }
      await insertSettlements(db, [row], now)
      await recordPayment(db, viewer, 'payment.excluded', entry)
      return done(entry)
    }),
  )
