// From the lines of a preview to invoices: numbered in the order of the members, each with its content frozen.

import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { translator } from '#platform/i18n.ts'
import { faultsOf } from '#platform/invoicing/content.ts'
import type { ChargeableMember } from '../memberships/public.ts'
import { feeContent } from './content.ts'
import { numberOf } from './invoice.ts'
import type { Billing, Issuer } from './issuer.ts'
import { basisOf, type Material, type PreviewLine } from './preview.ts'
import { type FreshInvoice, insertInvoices, nextOfSeries } from './store-run.ts'

/** So many in one statement: some megabytes, and a round trip that nobody notices. */
const perStatement = 500

export interface Writing {
  readonly seller: Issuer
  readonly material: Material
  readonly lines: readonly PreviewLine[]
  readonly runId: number | null
  readonly madeBy: number
  readonly madeAt: Date
  readonly issuedOn: string
  /** Sentences below the invoice of a member. */
  readonly notesFor?: (slug: string, lang: Lang) => readonly string[]
}

const later = (one: string, other: string): string => (one > other ? one : other)
const earlier = (one: string, other: string): string => (one < other ? one : other)

/** The days of the year on which it was a member. */
const periodOf = (year: number, { beginsOn, endsOn }: ChargeableMember) => ({
  periodFrom: later(beginsOn, `${year}-01-01`),
  periodTo: endsOn === null ? `${year}-12-31` : earlier(endsOn, `${year}-12-31`),
})

/** What can be billed: with a fee and an address. */
export interface Billable extends PreviewLine {
  readonly fee: NonNullable<PreviewLine['fee']>
  readonly member: ChargeableMember
}
export const isBillable = (line: PreviewLine): line is Billable => line.fee !== null && line.member !== null

export function freshInvoice(
  line: Billable,
  billing: Billing,
  about: { seller: Issuer; year: number; prefix: string; seq: number; issuedOn: string; notes?: readonly string[] },
): FreshInvoice {
  const { seller, year, prefix, seq, issuedOn, notes = [] } = about
  const basis = basisOf(line.member, line.fee)
  const content = feeContent(translator(billing.lang), {
    ...{ issuer: seller, billing, name: line.name, year, issuedOn, basis, notes },
    ...periodOf(year, line.member),
    number: numberOf(prefix, year, seq),
  })
  const faults = faultsOf(content)
  // The forms of issuer and billing address refuse what would end here.
  if (faults.length > 0) throw new Error(`The invoice of ${line.slug} cannot be drawn: ${faults.join(', ')}`)
  return { seq, organisationId: line.organisationId, content, basis, shares: line.fee.shares }
}

/** All that are ready, in the order of the preview. Wait for numbers before; the transaction is the caller's. */
export async function writeFees(db: Db, writing: Writing): Promise<void> {
  const { seller, material, lines, issuedOn, runId, madeBy, madeAt, notesFor } = writing
  const { year, billings } = material
  const ready = lines.filter(({ state }) => state === 'ready').filter(isBillable)
  const { prefix, next } = await nextOfSeries(db, seller.forumId, year, seller.numberPrefix)
  const batch = { issuer: seller.forumId, year, prefix, runId, madeBy, madeAt, correctsId: null, replacesId: null }
  for (let from = 0; from < ready.length; from += perStatement) {
    const fresh = ready.slice(from, from + perStatement).flatMap((line, index) => {
      const billing = billings.get(line.organisationId)
      if (billing === undefined) return []
      const notes = notesFor?.(line.slug, billing.lang) ?? []
      return [freshInvoice(line, billing, { seller, year, prefix, seq: next + from + index, issuedOn, notes })]
    })
    await insertInvoices(db, { ...batch, kind: 'invoice' }, fresh)
  }
}
