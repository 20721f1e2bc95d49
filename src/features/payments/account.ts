// The account of one member with one issuer over a year: what was there, what came, what is left. Pure.
import type { Cents } from '#kernel/money.ts'

export type LineKind = 'invoice' | 'credit-note' | 'payment' | 'refund'
export interface AccountLine {
  readonly day: string
  readonly kind: LineKind
  /** Number of the document; of a payment the invoices it went to. */
  readonly number: string
  readonly invoiceId: number | null
  /** What the member owes more by it; payments and credit notes are below zero. */
  readonly cents: Cents
  /** A credit note that counts already, and of which the member does not know yet. */
  readonly unsent: boolean
}
export interface Account {
  readonly year: number
  /** Above zero: owed; below: credit. */
  readonly openingCents: Cents
  readonly lines: readonly (AccountLine & { readonly balanceCents: Cents })[]
  readonly closingCents: Cents
  /** The last day of the year, or today while the year is running. */
  readonly closesOn: string
}

const order: Record<LineKind, number> = { invoice: 0, 'credit-note': 1, payment: 2, refund: 3 }

/** `lines`: all that happened up to the end of the year; what was before it makes the opening balance. */
export function accountOf(lines: readonly AccountLine[], year: number, today: string): Account {
  const first = `${year}-01-01`
  const opening = lines.filter(({ day }) => day < first).reduce((sum, { cents }) => sum + cents, 0)
  const own = lines
    .filter(({ day }) => day >= first && day <= `${year}-12-31`)
    .toSorted(
      (one, other) =>
        one.day.localeCompare(other.day) ||
        order[one.kind] - order[other.kind] ||
        one.number.localeCompare(other.number),
    )
  let balance = opening
  const told = own.map((line) => {
    balance += line.cents
    return { ...line, balanceCents: balance }
  })
  const end = `${year}-12-31`
  const closesOn = today >= first && today < end ? today : end
  return { year, openingCents: opening, lines: told, closingCents: balance, closesOn }
}
