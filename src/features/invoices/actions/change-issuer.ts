// Change what stands on the issuer's invoices from now on; those that were made keep what they said.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { faultsOf, type InvoiceFault } from '#platform/invoicing/content.ts'
import { recordFact } from '#trunk/facts.ts'
import { sampleContent } from '../content.ts'
import type { IssuerInput } from '../inputs.ts'
import { booksOf, keepsBooks } from '../permissions.ts'
import { putIssuer } from '../store-issuer.ts'

/** The rules of EN 16931 that no single field can know. */
export type IssuerRefusal = 'unnamed' | 'tax-number' | 'exemption' | 'faulty'
const refusals: Readonly<Partial<Record<InvoiceFault, IssuerRefusal>>> = {
  'seller-unnamed': 'unnamed',
  'seller-tax-number': 'tax-number',
  'no-exemption': 'exemption',
}

export const changeIssuer = (
  asPerson: AsPerson,
  viewer: SignedIn,
  input: IssuerInput,
  now: Date,
): Promise<Outcome<undefined, IssuerRefusal>> =>
  asPerson(async (db) => {
    if (!keepsBooks(viewer)) throw forbidden()
    const issuer = { ...input, forumId: booksOf(viewer) }
    // What no field refuses, no invoice may carry either: better a general sentence here than documents that cannot be drawn.
    const [refusal] = faultsOf(sampleContent(issuer)).map((fault) => refusals[fault] ?? 'faulty')
    if (refusal !== undefined) return refused(refusal)
    await putIssuer(db, issuer, { by: viewer.person.id, at: now })
    await recordFact(db, { name: 'issuer.changed', actor: viewer.person })
    return done(undefined)
  })
