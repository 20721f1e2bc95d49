// Comma-separated values (RFC 4180) that a spreadsheet opens with the right letters and without running anything.

export type Cell = string | number | null

/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), also behind our own apostrophes. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/

/** An apostrophe makes it text. */
const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text)
/** The reverse, so that what was written is read as it was. */
export const withoutGuard = (text: string): string => (guarded.test(text) ? text.slice(1) : text)

const cell = (value: Cell): string => {
  if (value === null) return ''
  const text = typeof value === 'number' ? String(value) : harmless(value)
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// The byte order mark tells spreadsheets that this is UTF-8.
const byteOrderMark = '\uFEFF'

const lineOf = (row: readonly Cell[]): string => `${row.map(cell).join(',')}\r\n`

/** Head and rows as one file; numbers stay numbers, whatever their sign. */
export const csvOf = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  byteOrderMark + [head, ...rows].map(lineOf).join('')

/** The same in pieces, for what should not stand in memory as a whole. */
export async function* csvPieces(
  head: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(csvOf(head, []))
  for await (const rows of pages) yield encoder.encode(rows.map(lineOf).join(''))
}
