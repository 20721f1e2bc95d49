// Match at once what cannot be meant otherwise; under the lock of the books, so that what is open is true while it is decided.
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { openBooks } from '../books.ts'
import { matchEntries } from '../matching.ts'
import { issuerOf, keepsBooks } from '../permissions.ts'
import { listOwed, listPayers } from '../store-books.ts'
import { listOpenEntries } from '../store-entries.ts'
import { insertSettlements, type NewSettlement } from '../store-settlements.ts'
import { lockBooks } from '../store-statements.ts'

/** Gives how many entries were matched. */
export const matchCertain = (asPerson: AsPerson, viewer: SignedIn, now: Date): Promise<number> =>
  asPerson(async (db) => {
    if (!keepsBooks(viewer)) throw forbidden()
    const issuer = issuerOf(viewer)
    await lockBooks(db, issuer)
    const [entries, owed, payers] = await Promise.all([
      listOpenEntries(db, issuer),
      listOwed(db, issuer),
      listPayers(db, issuer),
    ])
    const settlesOn = new Map(entries.map((entry) => [entry.id, entry.settlesOn]))
    const matches = matchEntries(entries, openBooks(owed, payers)).filter(({ certain }) => certain !== undefined)
    const rows = matches.flatMap(({ entryId, certain }): NewSettlement[] =>
      (certain?.parts ?? []).map(({ organisationId, invoiceId, cents }) => ({
        ...{ issuer, organisationId, entryId, invoiceId, cents, into: invoiceId === null ? 'credit' : 'invoice' },
        ...{ settledOn: settlesOn.get(entryId) ?? '', certain: true, reasons: certain?.reasons ?? [] },
        personId: viewer.person.id,
      })),
    )
    if (rows.length === 0) return 0
    await insertSettlements(db, rows, now)
    await recordFact(db, { name: 'payment.matched', actor: viewer.person, data: { entries: matches.length } })
    return matches.length
  })
