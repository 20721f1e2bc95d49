// From the file that somebody brings to statements, or to a table whose columns must be told; the kind is told by the content.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { ReadStatement, StatementRefusal } from './bank-statement.ts'
import { areEnough, type Columns, guessColumns, withLaterFields } from './csv-columns.ts'
import { looksLikeXml, readCamt } from './read-camt.ts'
import { readByColumns, readStatementTable } from './read-statement-csv.ts'

export type Brought =
  | { readonly kind: 'statements'; readonly statements: readonly ReadStatement[] }
  | { readonly kind: 'table'; readonly head: readonly string[] }

/** `columnsOf` knows the tables for which this issuer has told the columns before. */
export async function readBankFile(
  bytes: Uint8Array,
  lang: string,
  columnsOf: (head: readonly string[]) => Promise<Columns | undefined>,
): Promise<Outcome<Brought, StatementRefusal>> {
  if (bytes.length === 0) return refused('empty-file')
  if (looksLikeXml(bytes)) {
    const read = await readCamt(bytes)
    if (!read.done) return read
    const some = read.value.some(({ entries }) => entries.length > 0)
    return some ? done({ kind: 'statements', statements: read.value }) : refused('no-entries')
  }
  const table = readStatementTable(bytes, lang)
  if (!table.done) return table
  const { head } = table.value
  const guessed = guessColumns(head)
  const told = await columnsOf(head)
  const columns = told ? withLaterFields(told, guessed) : areEnough(guessed) ? guessed : undefined
  if (columns === undefined) return done({ kind: 'table', head })
  const read = readByColumns(table.value, columns)
  if (read.done) return done({ kind: 'statements', statements: [read.value] })
  // The heads promised what the rows do not hold: a person says what they are.
  return read.refusal === 'wrong-columns' ? done({ kind: 'table', head }) : read
}
