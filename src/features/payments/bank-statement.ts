// The nouns of what a bank says: a statement, and its entries, as they are read from a file of whatever kind.
import type { Cents } from '#kernel/money.ts'

/** One movement on the account; one transaction of a batch is an entry of its own. */
export interface ReadEntry {
  readonly bookedOn: string
  readonly valuedOn: string
  /** Positive: came in. Null where it is no whole cent of a euro: shown, never matched. */
  readonly cents: Cents | null
  readonly currency: string
  /** As the bank wrote it, signed. */
  readonly amount: string
  readonly name: string
  readonly iban: string
  /** What the payer wrote, all lines. */
  readonly text: string
  /** The reference that the payer's bank took apart from the text. */
  readonly reference: string
  /** The bank's own number of the movement; empty where there is none. */
  readonly bankReference: string
  /** Takes back an earlier entry. */
  readonly reversal: boolean
}

export interface ReadStatement {
  readonly number: string
  readonly iban: string
  readonly currency: string
  readonly openingCents: Cents | null
  readonly closingCents: Cents | null
  readonly entries: readonly ReadEntry[]
  /** Lines of a table without a day or an amount. */
  readonly leftOut: number
}

export const mostBytes = 20 * 1_048_576
export const mostEntries = 50_000

export type StatementRefusal =
  | 'empty-file'
  | 'not-xml'
  | 'no-statement'
  | 'entities'
  | 'wrong-letters'
  | 'too-many-entries'
  | 'no-entries'
  | 'no-table'
  | 'broken-file'
  | 'wrong-columns'

/** Cents of a decimal number with a point; null where a part of a cent would be lost. */
export function centsOf(decimal: string): Cents | null {
  const {
    sign,
    whole = '',
    decimals = '',
  } = /^(?<sign>[+-]?)(?<whole>\d{1,13})(?:\.(?<decimals>\d{1,10}))?$/.exec(decimal)?.groups ?? {}
  if (whole === '' || /[^0]/.test(decimals.slice(2))) return null
  const cents = Number(whole) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'))
  return sign === '-' ? 0 - cents : cents
}

/** A day of the calendar, written YYYY-MM-DD, in the years in which such files can have been written. */
export const isDay = (text: string): boolean => {
  if (!/^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** What the movements add up to, against what the bank says: null where the bank says nothing, else the difference. */
export function gapOf({ openingCents, closingCents, entries }: ReadStatement): Cents | null {
  if (openingCents === null || closingCents === null || entries.some(({ cents }) => cents === null)) return null
  return entries.reduce((sum, { cents }) => sum + (cents ?? 0), openingCents) - closingCents
}
