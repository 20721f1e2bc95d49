// Give an entry to invoices, or to a member's credit: a proposal that was confirmed, or what a person typed.
import { done, type Outcome } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import type { Part, Reason } from '../matching.ts'
import { issuerOf } from '../permissions.ts'
import type { Entry } from '../store-entries.ts'
import { insertSettlements, type NewSettlement } from '../store-settlements.ts'
import { recordPayment, type SettleRefusal, takeEntry, unlessShort } from '../take-entry.ts'

export const settleEntry = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  choice: { readonly parts: readonly Part[]; readonly reasons: readonly Reason[] },
  now: Date,
): Promise<Outcome<Entry, SettleRefusal>> =>
  unlessShort(
    asPerson(async (db) => {
      const entry = await takeEntry(db, viewer, id)
      const rows = choice.parts.map(
        ({ organisationId, invoiceId, cents }): NewSettlement => ({
          ...{ issuer: issuerOf(viewer), organisationId, entryId: entry.id, invoiceId, cents },
          ...{ into: invoiceId === null ? 'credit' : 'invoice', settledOn: entry.settlesOn, reasons: choice.reasons },
          personId: viewer.person.id,
        }),
      )
      await insertSettlements(db, rows, now)
      await recordPayment(db, viewer, 'payment.settled', entry)
      return done(entry)
    }),
  )
