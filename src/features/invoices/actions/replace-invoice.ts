// Make the new invoice in the place of one that a credit note took back, with what is known of the member now.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { translator } from '#platform/i18n.ts'
import { recordFact } from '#trunk/facts.ts'
import { freshInvoice, isBillable } from '../fee-invoices.ts'
import { booksOf, keepsBooks } from '../permissions.ts'
import { type ReplacementRefusal, readReplacement } from '../read-replacement.ts'
import { getInvoice } from '../store.ts'
import { insertInvoices, nextOfSeries, waitForNumbers } from '../store-run.ts'

/** `id` is the credit note’s. Gives the id of the new invoice. */
export const replaceInvoice = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Outcome<number, ReplacementRefusal>> =>
  asPerson(async (db) => {
    if (!keepsBooks(viewer)) throw forbidden()
    const issuer = booksOf(viewer)
    await waitForNumbers(db, issuer)
    const note = await getInvoice(db, id, viewer.person.lang)
    const found = await readReplacement(db, issuer, note)
    if (typeof found === 'string') return refused(found)
    const { seller, line, billing } = found
    if (!isBillable(line)) return refused('missing')
    const { year } = note
    const { prefix, next: seq } = await nextOfSeries(db, issuer, year, seller.numberPrefix)
    const t = translator(billing.lang)
    const notes = [t('invoices.note-replaces', { invoice: note.corrects?.number ?? '', note: note.number })]
    const fresh = freshInvoice(line, billing, { seller, year, prefix, seq, issuedOn: dayOf(now), notes })
    const batch = { issuer, year, prefix, kind: 'invoice', runId: null, correctsId: null, replacesId: note.id } as const
    const [invoice = 0] = await insertInvoices(db, { ...batch, madeBy: viewer.person.id, madeAt: now }, [fresh])
    await recordFact(db, { name: 'invoice.replaced', actor: viewer.person, data: { note: note.id, invoice } })
    return done(invoice)
  })
