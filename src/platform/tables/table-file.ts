// A small table as a file to take away: CSV, or one sheet of a workbook.
import { type Cell, csvOf } from './csv.ts'
import { xlsxPieces } from './write-xlsx.ts'

export type TableFormat = 'csv' | 'xlsx'

export const tableMediaTypes: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const bufferOf = (pieces: readonly Uint8Array[]): ArrayBuffer => Uint8Array.from(Buffer.concat(pieces)).buffer

/** For some thousand rows: they stand in memory as a whole. Larger ones go in pieces (csvPieces, xlsxPieces). */
export async function tableFile(
  format: TableFormat,
  sheetName: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<ArrayBuffer> {
  if (format === 'csv') return bufferOf([new TextEncoder().encode(csvOf(heads, rows))])
  const pages = async function* () {
    yield rows
  }
  const pieces: Uint8Array[] = []
  for await (const piece of xlsxPieces(sheetName, heads, pages())) pieces.push(piece)
  return bufferOf(pieces)
}
