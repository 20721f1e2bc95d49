// Reads the first sheet of an Excel workbook (OOXML, ISO/IEC 29500), whose size is judged before anything is unpacked.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { GivenTable, TableLimits, TableRefusal } from './given-table.ts'

/** Bytes of all parts together when unpacked; 500 long practices have about a quarter of that. */
const mostUnpacked = 20_000_000
/** A cell of Excel holds no more. */
const longestCell = 32_767
const mostCells = 100_000

/**
 * Only the parts that hold words. A part is unpacked into exactly the room that the list at the end of the file
 * promises (fflate gives it a fixed one), so a list that lies gains nothing.
 */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  let promised = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.xml(?:\.rels)?$/.test(name)) return false
        promised += originalSize
        if (promised > mostUnpacked) throw new RangeError('larger than any table')
        return true
      },
    })
  } catch {
    return undefined
  }
}

/** "BC" → 55: columns are counted in letters. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** Excel keeps the looks of empty cells, down to the last row of the sheet. */
const withoutEmpty = (sheet: string): string =>
  sheet.replaceAll(/<c\b[^<>]*\/>/g, '').replaceAll(/<row\b[^<>]*(?:\/>|><\/row>)/g, '')

/** Attributes as every known program writes them; anything cleverer wants to be misread. */
const isPlain = (attributes: string): boolean =>
  !/['&<]/.test(attributes) && attributes.split('"').length % 2 === 1 && attributes.split(/\sr\s*=/).length <= 2

/** Stops counting above what is allowed: a million of them are as wrong as two hundred thousand. */
function countBegun(sheet: string): number {
  let count = 0
  for (const _ of sheet.matchAll(/<(?:\w{1,20}:)?(?:row|c)\b/g)) {
    count += 1
    if (count > mostCells) break
  }
  return count
}

/** One cell at the far end would make the reader fill everything before it. */
function refusalOf(sheet: string, limits: TableLimits): TableRefusal | undefined {
  const begun = countBegun(sheet)
  if (begun > mostCells) return 'too-many-rows'
  let whole = 0
  for (const [, attributes = ''] of sheet.matchAll(/<(?:\w{1,20}:)?(?:row|c)\b([^<>]*)>/g)) {
    if (!isPlain(attributes)) return 'broken-file'
    const [, letters = '', row = '0'] = /\sr\s*=\s*"([A-Z]{0,9})(\d{0,15})"/.exec(attributes) ?? []
    if (Number(row) > limits.rows) return 'too-many-rows'
    if (columnOf(letters) > limits.columns) return 'too-many-columns'
    whole += 1
  }
  return whole === begun ? undefined : 'broken-file'
}

/** One tag with a million attributes would take the reader seconds in which nobody else is answered. */
const longTag = /<[^<>]{10000}/

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return String(value).slice(0, longestCell)
}

const read = async (parts: Record<string, Uint8Array>): Promise<Outcome<GivenTable, TableRefusal>> => {
  const rows = await readSheet(new Blob([Uint8Array.from(zipSync(parts, { level: 0 }))]))
  return done({ rows: rows.map((row) => row.map(textOf)) })
}

export async function readXlsx(bytes: Uint8Array, limits: TableLimits): Promise<Outcome<GivenTable, TableRefusal>> {
  const parts = unpack(bytes)
  if (parts === undefined) return refused('broken-file')
  for (const [name, part] of Object.entries(parts)) {
    const text = strFromU8(part)
    // No program writes a document type into a workbook; entities that unfold into gigabytes begin with one.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || longTag.test(text)) return refused('broken-file')
    if (!/<(?:\w+:)?sheetData\b/.test(text)) continue
    const sheet = withoutEmpty(text)
    const refusal = refusalOf(sheet, limits)
    if (refusal !== undefined) return refused(refusal)
    parts[name] = strToU8(sheet)
  }
  // What is no workbook at all, or one with an error in a cell, the reader says by throwing.
  return read(parts).catch(() => refused('broken-file'))
}
