// An invoice: what it is, what state its delivery is in, how its number reads, and when it is due.
import type { Cents } from '#kernel/money.ts'
import type { InvoiceContent } from '#platform/invoicing/content.ts'
import type { FeeStep } from '../fees/public.ts'
import type { MemberKind } from '../memberships/public.ts'

export type InvoiceKind = 'invoice' | 'credit-note'
export type TaxCategory = 'O' | 'E' | 'Z' | 'S'
export const taxCategories = ['O', 'E', 'Z', 'S'] as const satisfies readonly TaxCategory[]
/** Why a mail did not leave: nobody gave an address, or the mail server did not take it. */
export type Failure = 'no-address' | 'mail'

/** Frozen with the invoice, so that any year can be explained: of what the fee was computed, and how. */
export interface FeeBasis {
  readonly kind: MemberKind
  readonly population: number | null
  readonly populationYear: number | null
  readonly populationSource: string
  /** Of the bracket, inclusive; null: open above. */
  readonly from: number
  readonly to: number | null
  readonly steps: readonly FeeStep[]
  /** The fee without tax. */
  readonly cents: Cents
  /** Of a credit note: why. In the office's words. */
  readonly reason?: string
}

/** `total` is negative on a credit note, so that sums are right; its `content` says the amount without a sign, as the document does. */
export interface Invoice {
  readonly id: number
  /** A forum; null is the network. */
  readonly issuer: number | null
  readonly year: number
  readonly number: string
  readonly kind: InvoiceKind
  readonly organisationId: number
  readonly correctsId: number | null
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string
  readonly dueOn: string
  readonly totalCents: Cents
  /** Frozen: the document is drawn from it, always the same. */
  readonly content: InvoiceContent
}

export type DeliveryState = 'unreleased' | 'waiting' | 'sent' | 'failed'
export const deliveryStates = ['unreleased', 'waiting', 'sent', 'failed'] as const satisfies readonly DeliveryState[]

/** "F", 2025, 42 → "F2025-0042"; the database makes it in the same way and compares. */
export const numberOf = (prefix: string, year: number, seq: number): string =>
  `${prefix}${year}-${String(seq).padStart(4, '0')}`

/** `YYYY-MM-DD`, so many days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** "F2025/0042" → "F2025-0042": a number as part of a file's name. */
export const fileNameOf = (number: string): string => number.replaceAll(/[^A-Za-z0-9]+/g, '-')
