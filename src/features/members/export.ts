// The register as a table for spreadsheets: what the list shows, all pages of it.
import type { Lang } from '#kernel/locale.ts'
import { type Cell, csvOf } from '#platform/tables/csv.ts'
import { xlsxPieces } from '#platform/tables/write-xlsx.ts'
import { memberName } from './member.ts'
import type { Listed } from './register.ts'

export type TableFormat = 'csv' | 'xlsx'

export const mediaTypes: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const columns: Readonly<Record<string, (member: Listed, lang: Lang) => Cell>> = {
  slug: (member) => member.slug,
  name: memberName,
  local_name: (member) => member.localName,
  country: (member) => member.country,
  kind: (member) => member.kind,
  population: (member) => member.population,
  population_year: (member) => member.populationYear,
  latitude: (member) => member.latitude,
  longitude: (member) => member.longitude,
  languages: (member) => member.languages.join(' '),
  forums: (member) => member.forums.join(' '),
}
const heads = Object.keys(columns)

export const rowOf = (member: Listed, lang: Lang): Cell[] => Object.values(columns).map((read) => read(member, lang))

/** One sheet; a register is some hundred rows, so it may stand in memory. */
export async function tableOf(format: TableFormat, sheet: string, rows: readonly Cell[][]): Promise<ArrayBuffer> {
  if (format === 'csv') return bufferOf([new TextEncoder().encode(csvOf(heads, rows))])
  const pages = async function* () {
    yield rows
  }
  const pieces: Uint8Array[] = []
  for await (const piece of xlsxPieces(sheet, heads, pages())) pieces.push(piece)
  return bufferOf(pieces)
}

const bufferOf = (pieces: readonly Uint8Array[]): ArrayBuffer => Uint8Array.from(Buffer.concat(pieces)).buffer
