// The empty table to fill in: the heads and one row as an example.
import { type Cell, csvOf } from '#platform/tables/csv.ts'
import { xlsxPieces } from '#platform/tables/write-xlsx.ts'
import { givenColumns } from './columns.ts'
import { type Format, jsonSchemaPath } from './paths.ts'
import type { PracticeRow } from './schema.ts'

const heads = givenColumns.map(({ name }) => name)
const numbers = new Set(['year_start', 'evidence'])

/** The city is the reader's own: a row of another one would be refused. */
const example = (city: string): Cell[] =>
  givenColumns.map(({ name, example: text }) => {
    if (name === 'city') return city
    return numbers.has(name) ? Number(text) : text
  })

const jsonExample = (city: string): PracticeRow => {
  const row = Object.fromEntries(example(city).map((value, index) => [heads[index] ?? '', value]))
  const [title = '', address = ''] = String(row['sources']).split(' | ')
  const concepts = String(row['concepts']).split('; ')
  return { ...row, concepts, year_end: null, sources: [{ title, address }] } as unknown as PracticeRow
}

async function workbook(sheetName: string, city: string): Promise<Uint8Array> {
  const pages = async function* () {
    yield [example(city)]
  }
  const pieces: Uint8Array[] = []
  for await (const piece of xlsxPieces(sheetName, heads, pages())) pieces.push(piece)
  return Uint8Array.from(Buffer.concat(pieces))
}

export async function templateOf(
  format: Format,
  { sheetName, city, baseUrl }: { readonly sheetName: string; readonly city: string; readonly baseUrl: string },
): Promise<Uint8Array> {
  if (format === 'xlsx') return workbook(sheetName, city)
  if (format === 'csv') return new TextEncoder().encode(csvOf(heads, [example(city)]))
  const table = { $schema: baseUrl + jsonSchemaPath, practices: [jsonExample(city)] }
  return new TextEncoder().encode(`${JSON.stringify(table, null, 2)}\n`)
}
