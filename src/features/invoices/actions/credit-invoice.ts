// Take an invoice back by a credit note: the whole of it, with a reason, under a number of its own. Nothing is ever edited.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { translator } from '#platform/i18n.ts'
import { recordFact } from '#trunk/facts.ts'
import { creditContent } from '../content.ts'
import { numberOf } from '../invoice.ts'
import { booksOf, keepsBooks } from '../permissions.ts'
import { getInvoice } from '../store.ts'
import { insertInvoices, nextOfSeries, waitForNumbers } from '../store-run.ts'

/** Gives the id of the credit note. */
export const creditInvoice = (
  asPerson: AsPerson,
  viewer: SignedIn,
  { id, reason }: { readonly id: number | undefined; readonly reason: string },
  now: Date,
): Promise<Outcome<number, 'taken-back' | 'is-credit-note'>> =>
  asPerson(async (db) => {
    if (!keepsBooks(viewer)) throw forbidden()
    const issuer = booksOf(viewer)
    await waitForNumbers(db, issuer)
    const invoice = await getInvoice(db, id, viewer.person.lang)
    if (invoice.kind === 'credit-note') return refused('is-credit-note')
    if (invoice.creditNote !== null) return refused('taken-back')
    const { year, organisationId, basis, shares } = invoice
    const { prefix, next: seq } = await nextOfSeries(db, issuer, year, '')
    const number = numberOf(prefix, year, seq)
    const t = translator(invoice.content.lang)
    const content = creditContent(t, invoice.content, { number, issuedOn: dayOf(now), reason })
    const batch = {
      issuer,
      year,
      prefix,
      kind: 'credit-note',
      runId: null,
      correctsId: invoice.id,
      replacesId: null,
    } as const
    const by = { madeBy: viewer.person.id, madeAt: now }
    const fresh = { seq, organisationId, content, basis: { ...basis, reason }, shares }
    const [creditId = 0] = await insertInvoices(db, { ...batch, ...by }, [fresh])
    await recordFact(db, {
      name: 'invoice.credited',
      actor: viewer.person,
      data: { invoice: invoice.id, note: creditId },
    })
    return done(creditId)
  })
