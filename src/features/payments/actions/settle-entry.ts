// Decide about an entry: give it to invoices or to a member's credit, set it aside, or say that the bank took it back.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Part, Reason } from '../matching.ts'
import { issuerOf, keepsBooks } from '../permissions.ts'
import { type Entry, getEntry } from '../store-entries.ts'
import { insertSettlements, insertUndoing, isShort, listUndoable, type NewSettlement } from '../store-settlements.ts'
import { lockBooks } from '../store-statements.ts'

export type SettleRefusal = 'no-longer-fits'

/** The database counts once more; what does not add up is an answer, not a break. */
export const unlessShort = async <Value, Code extends string>(
  work: Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | SettleRefusal>> =>
  work.catch((error: unknown) => {
    if (isShort(error)) return refused('no-longer-fits')
    throw error
  })

/** The entry within reach, with the books held for this transaction. */
async function take(db: Db, viewer: SignedIn, id: number | undefined): Promise<Entry> {
  if (!keepsBooks(viewer)) throw forbidden()
  await lockBooks(db, issuerOf(viewer))
  return getEntry(db, id)
}

const record = (db: Db, viewer: SignedIn, name: string, entry: Entry): Promise<void> =>
  recordFact(db, { name, actor: viewer.person, data: { entry: entry.id } })

export const settleEntry = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  choice: { readonly parts: readonly Part[]; readonly reasons: readonly Reason[] },
  now: Date,
): Promise<Outcome<Entry, SettleRefusal>> =>
  unlessShort(
    asPerson(async (db) => {
      const entry = await take(db, viewer, id)
      const rows = choice.parts.map(
        ({ organisationId, invoiceId, cents }): NewSettlement => ({
          ...{ issuer: issuerOf(viewer), organisationId, entryId: entry.id, invoiceId, cents },
          ...{ into: invoiceId === null ? 'credit' : 'invoice', settledOn: entry.bookedOn, reasons: choice.reasons },
          personId: viewer.person.id,
        }),
      )
      await insertSettlements(db, rows, now)
      await record(db, viewer, 'payment.settled', entry)
      return done(entry)
    }),
  )

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
      const entry = await take(db, viewer, id)
      if (entry.leftCents <= 0) return refused('no-longer-fits')
      const about = { issuer: issuerOf(viewer), organisationId: null, entryId: entry.id, personId: viewer.person.id }
      const row: NewSettlement = { ...about, into: 'aside', cents: entry.leftCents, settledOn: entry.bookedOn, note }
      await insertSettlements(db, [row], now)
      await record(db, viewer, 'payment.set-aside', entry)
      return done(entry)
    }),
  )

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
      const reversal = await take(db, viewer, reversalId)
      const entry = await getEntry(db, entryId)
      const { id: personId } = viewer.person
      for (const one of await listUndoable(db, entry.id))
        await insertUndoing(db, one, { personId, on: dayOf(now) }, now)
      const about = { issuer: issuerOf(viewer), organisationId: null, entryId: entry.id, counterEntryId: reversal.id }
      const cents = 0 - (reversal.cents ?? 0)
      if (cents !== entry.cents) return refused('no-longer-fits')
      await insertSettlements(db, [{ ...about, into: 'returned', cents, settledOn: reversal.bookedOn, personId }], now)
      await record(db, viewer, 'payment.returned', reversal)
      return done(reversal)
    }),
  )
