// Change where an organisation wants its invoices: by its coordinator, or by an office that sends it some.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { BillingInput } from '../inputs.ts'
import { findBilled, putBilling } from '../store-issuer.ts'

export const changeBilling = (
  asPerson: AsPerson,
  viewer: SignedIn,
  slug: string,
  input: BillingInput,
  now: Date,
): Promise<void> =>
  asPerson(async (db) => {
    const billed = await findBilled(db, slug, viewer.person.lang)
    if (billed === undefined) throw notFound()
    await putBilling(db, { ...input, organisationId: billed.id }, { by: viewer.person.id, at: now })
    await recordFact(db, { name: 'billing.changed', actor: viewer.person, data: { organisation: billed.id } })
  })
