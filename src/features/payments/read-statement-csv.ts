// Reads a bank's table (CSV) by its columns: dates and amounts as the countries of the network write them.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { isIban } from '#platform/invoicing/identifiers.ts'
import { decodeText } from '#platform/tables/decode.ts'
import { readCsv } from '#platform/tables/read-csv.ts'
import {
  centsOf,
  isDay,
  mostEntries,
  type ReadEntry,
  type ReadStatement,
  type StatementRefusal,
} from './bank-statement.ts'
import { areEnough, type ColumnField, type Columns, guessColumns } from './csv-columns.ts'
import { saysReturned } from './returned-words.ts'

export interface StatementTable {
  /** The row that names the columns. */
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The IBAN that stands above them; empty where there is none. */
  readonly account: string
}

const separator = /[;,\t]/
/** Banks write the account and the period above the table; those lines say nothing of its columns. */
function partsOf(text: string): { above: string; table: string } {
  const lines = text.split(/\r\n?|\n/, 40)
  const at = lines.findIndex((line) => {
    const separated = [';', '\t', ','].map((mark) => guessColumns(line.replaceAll('"', '').split(mark)))
    return separated.some(areEnough)
  })
  // A spreadsheet fills up the lines above with separators.
  const widest = lines.findIndex((line) => line.split(separator).filter((cell) => cell.trim() !== '').length > 3)
  const skip = at >= 0 ? at : Math.max(0, widest)
  if (skip === 0) return { above: '', table: text }
  const all = text.split(/\r\n?|\n/)
  return { above: all.slice(0, skip).join('\n'), table: all.slice(skip).join('\n') }
}

/** The first of these that is an IBAN, whatever stands before it in the same cell. */
const ibanIn = (cells: readonly string[]): string =>
  cells
    .map((cell) => /(?:^|[\s:])(?<iban>[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30})$/.exec(cell.trim())?.groups?.['iban'] ?? '')
    .map((iban) => iban.replaceAll(' ', ''))
    .find(isIban) ?? ''

/** Head and rows, or why it is no table. `lang` tells which code page an older program may have used. */
export function readStatementTable(bytes: Uint8Array, lang: string): Outcome<StatementTable, StatementRefusal> {
  const text = decodeText(bytes, lang)?.text.replace(/^\uFEFF/, '')
  if (text === undefined) return refused('no-table')
  const limits = { rows: mostEntries + 1, columns: 100 }
  const parts = partsOf(text)
  const table = readCsv(new TextEncoder().encode(parts.table), lang, limits)
  if (!table.done) {
    if (table.refusal === 'empty-file') return refused('empty-file')
    return refused(table.refusal === 'too-many-rows' ? 'too-many-entries' : 'no-table')
  }
  const [head = [], ...rows] = table.value.rows
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  if (head.length < 3) return refused('no-table')
  const account = ibanIn(parts.above.replaceAll('"', '').split(/[;,\t\n]/))
  const about = { head: head.map((cell) => cell.trim()), rows: filled, account }
  return filled.length === 0 ? refused('no-entries') : done(about)
}

const century = (year: string): string => (year.length === 2 ? `20${year}` : year)
/** 31.12.2025, 31/12/25, 31-12-2025, 2025-12-31. */
function dayFrom(text: string): string | undefined {
  const plain = text.trim().split(/[ T]/, 1)[0] ?? ''
  const {
    day = '',
    month = '',
    year = '',
  } = /^(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>\d{4}|\d{2})$/.exec(plain)?.groups ?? {}
  const found = year === '' ? plain : `${century(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(found) ? found : undefined
}

const stripped = (text: string): string =>
  text
    .replaceAll(/[\s\u00a0\u202f'’€]|EUR/g, '')
    .replaceAll('−', '-')
    .replace(/^(?<figures>[\d.,]+)-$/, '-$<figures>')
/** The mark before two digits at the end, as most amounts of the file have it: a bank writes all in one way. */
const decimalMark = (amounts: readonly string[]): ',' | '.' => {
  const ends = amounts.map((text) => /(?<mark>[.,])\d{1,2}$/.exec(stripped(text))?.groups?.['mark'])
  return ends.filter((mark) => mark === '.').length > ends.filter((mark) => mark === ',').length ? '.' : ','
}
/** "-1.234,50" → "-1234.50"; undefined where it is no amount. */
const decimalFrom = (text: string, mark: ',' | '.'): string | undefined => {
  const plain = stripped(text)
    .replaceAll(mark === ',' ? '.' : ',', '')
    .replace(mark, '.')
  return /^[+-]?\d{1,13}(?:\.\d{1,10})?$/.test(plain) ? plain : undefined
}

const isOut = (sign: string): boolean => /^(?:s|soll|d|debit|dbit|af|dare|-)/i.test(sign.trim())
type Cells = (field: ColumnField) => string

/** Undefined: no amount; the amount signed, as it is written with a point. */
function amountOf(cells: Cells, mark: ',' | '.'): string | undefined {
  const one = cells('amount') === '' ? undefined : decimalFrom(cells('amount'), mark)
  if (one !== undefined) return isOut(cells('sign')) && !one.startsWith('-') ? `-${one}` : one.replace(/^\+/, '')
  const debit = decimalFrom(cells('debit'), mark)
  if (debit !== undefined && Number(debit) !== 0) return `-${debit.replace(/^[+-]/, '')}`
  return decimalFrom(cells('credit'), mark)?.replace(/^\+/, '')
}

function entryOf(cells: Cells, mark: ',' | '.'): ReadEntry | undefined {
  const bookedOn = dayFrom(cells('date'))
  const amount = amountOf(cells, mark)
  if (bookedOn === undefined || amount === undefined) return undefined
  const currency = cells('currency').toUpperCase() || 'EUR'
  return {
    bookedOn,
    valuedOn: dayFrom(cells('valued')) ?? bookedOn,
    cents: ['EUR', '€', 'EURO'].includes(currency) ? centsOf(amount) : null,
    currency: currency === '€' || currency === 'EURO' ? 'EUR' : currency.slice(0, 10),
    amount,
    name: cells('name'),
    iban: cells('iban').replaceAll(' ', '').toUpperCase(),
    text: cells('text'),
    reference: cells('reference'),
    bankReference: cells('number'),
    // Only what left the account can have taken something back.
    reversal: amount.startsWith('-') && saysReturned(cells('returned'), cells('text')),
  }
}

const joined = (row: readonly string[], places: readonly number[] | undefined): string =>
  (places ?? [])
    .map((place) => (row[place] ?? '').replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join(' ')

/**
 * The entries of the table. Lines without a day and an amount (sums, balances) are left out; a table in which most are such
 * was read by the wrong columns.
 */
export function readByColumns(table: StatementTable, columns: Columns): Outcome<ReadStatement, StatementRefusal> {
  const cellsOf =
    (row: readonly string[]): Cells =>
    (field) =>
      joined(row, columns[field])
  const samples = table.rows.map(cellsOf).flatMap((cells) => [cells('amount'), cells('debit'), cells('credit')])
  const mark = decimalMark(samples)
  const entries = table.rows.map((row) => entryOf(cellsOf(row), mark)).filter((entry) => entry !== undefined)
  if (entries.length === 0 || entries.length * 2 < table.rows.length) return refused('wrong-columns')
  const leftOut = table.rows.length - entries.length
  const iban = ibanIn(table.rows.map((row) => cellsOf(row)('account'))) || table.account
  return done({ number: '', iban, currency: 'EUR', openingCents: null, closingCents: null, entries, leftOut })
}
