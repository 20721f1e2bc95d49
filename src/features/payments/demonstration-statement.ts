// The entries of an invented statement: every invoice of a year is paid as its case says, the usual one whole and with its number.
import { createHash } from 'node:crypto'
import { decimalOf } from '#kernel/money.ts'
import { centsOf, type ReadEntry, type ReadStatement } from './bank-statement.ts'
import type { StatementEntries } from './demonstration.ts'

export const cases = ['part', 'twice', 'nameless-reference', 'short-number', 'over', 'open'] as const
type Case = (typeof cases)[number]

export interface DemonstratedInvoice {
  readonly slug: string
  readonly number: string
  readonly name: string
  readonly cents: number
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** As banks write names: capitals without marks, 35 letters at most. */
const inCapitals = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')
    .toUpperCase()
    .slice(0, 35)

const amountsFor = (cents: number, how: Case | undefined): number[] => {
  if (how === 'open') return []
  if (how === 'part') return [Math.round(cents / 200) * 100]
  if (how === 'twice') return [cents, cents]
  return [how === 'over' ? cents + 10_000 : cents]
}
const textFor = ({ number }: DemonstratedInvoice, how: Case | undefined): string => {
  if (how === 'nameless-reference') return 'COTISATION ANNUELLE'
  return how === 'short-number' ? `INVOICE ${number.split('-').at(-1)}` : `INVOICE ${number}`
}

const entry = (booked: string, amount: string, currency: string, name: string, text: string): ReadEntry => ({
  ...{ bookedOn: booked, valuedOn: booked, cents: currency === 'EUR' ? centsOf(amount) : null, currency, amount },
  ...{ name, iban: '', text, reference: '', bankReference: '', reversal: false },
})

export function statementOf(
  { year, booked, iban, cases: told, others }: StatementEntries,
  invoices: readonly DemonstratedInvoice[],
): ReadStatement {
  const paid = invoices.flatMap((invoice) => {
    const how = told.find(({ city }) => city === invoice.slug)?.how
    return amountsFor(invoice.cents, how).map((cents) =>
      entry(booked, decimalOf(cents), 'EUR', inCapitals(invoice.name), textFor(invoice, how)),
    )
  })
  const further = others.map((one) => entry(one.booked, one.amount, one.currency, one.name, one.text))
  const about = { number: String(year), iban, currency: 'EUR', openingCents: null, closingCents: null, leftOut: 0 }
  return { ...about, entries: [...paid, ...further] }
}
