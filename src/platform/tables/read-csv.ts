// Reads separated values as people have them: commas, semicolons (a German Excel) or tabs, quotes by RFC 4180.
import { CsvError, parse } from 'csv-parse/sync'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { withoutGuard } from './csv.ts'
import { decodeText } from './decode.ts'
import type { GivenTable, TableLimits, TableRefusal } from './given-table.ts'

const separators = [',', ';', '\t'] as const

/** The one that the head has most of, outside quotes. */
const separatorIn = (text: string): string => {
  const head = (text.slice(0, 20_000).split(/\r\n?|\n/, 1)[0] ?? '').replaceAll(/"[^"]*"/g, '')
  const counts = separators.map((separator) => head.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

/** Excel's own first line, which names the separator and is no row. */
const named = /^sep=([,;\t])(?:\r\n?|\n)/i

const refusalOf = (thrown: unknown): TableRefusal => {
  if (!(thrown instanceof CsvError)) throw thrown
  return /QUOTE/.test(thrown.code) ? 'broken-quotes' : 'broken-file'
}

const parsed = (text: string, delimiter: string, { rows }: TableLimits): string[][] =>
  parse(text, {
    delimiter,
    // Stops reading: one row more than allowed is enough to know.
    to: rows + 1,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
  })

const tableFrom = (rows: string[][], limits: TableLimits): Outcome<GivenTable, TableRefusal> => {
  if (rows.length > limits.rows) return refused('too-many-rows')
  if (rows.some((row) => row.length > limits.columns)) return refused('too-many-columns')
  return done({ rows: rows.map((row) => row.map(withoutGuard)) })
}

export function readCsv(bytes: Uint8Array, lang: string, limits: TableLimits): Outcome<GivenTable, TableRefusal> {
  const decoded = decodeText(bytes, lang)
  if (decoded === undefined) return refused('no-table')
  const text = decoded.text.replace(named, '')
  if (text.trim() === '') return refused('empty-file')
  try {
    const table = tableFrom(parsed(text, named.exec(decoded.text)?.[1] ?? separatorIn(text), limits), limits)
    if (!table.done || decoded.guessed === undefined) return table
    return done({ ...table.value, guessed: decoded.guessed })
  } catch (thrown) {
    return refused(refusalOf(thrown))
  }
}
