// Comma-separated values (RFC 4180) that a spreadsheet opens with the right letters and without running anything.

/** A cell that begins like a formula would be run by a spreadsheet (OWASP, CSV injection): an apostrophe makes it text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const cell = (value: string | number | null): string => {
  if (value === null) return ''
  const text = typeof value === 'number' ? String(value) : harmless(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// The byte order mark tells spreadsheets that this is UTF-8.
const byteOrderMark = '\uFEFF'

/** Head and rows as one file; numbers stay numbers, whatever their sign. */
export const csvOf = (head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  byteOrderMark + [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
