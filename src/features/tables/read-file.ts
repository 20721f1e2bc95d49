// From the file that somebody brings to rows with heads, whatever its kind; the kind is told by the content.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { decodeText } from '#platform/tables/decode.ts'
import type { GivenTable, TableLimits, TableRefusal } from '#platform/tables/given-table.ts'
import { readCsv } from '#platform/tables/read-csv.ts'
import { readXlsx } from '#platform/tables/read-xlsx.ts'

export const mostRows = 500
export const mostBytes = 5 * 1_048_576
const limits: TableLimits = { rows: mostRows + 1, columns: 100 }

export interface GivenRow {
  /** As a spreadsheet counts, the head being row 1; the place in the list where there is no sheet. */
  readonly number: number
  /** By head, as it is written in the file. */
  readonly cells: ReadonlyMap<string, unknown>
}
export interface Given {
  readonly heads: readonly string[]
  readonly rows: readonly GivenRow[]
  readonly guessed?: NonNullable<GivenTable['guessed']>
}
export type FileRefusal = TableRefusal | 'broken-json' | 'no-rows'

const isFilled = (value: unknown): boolean => String(value ?? '').trim() !== ''

function fromTable({ rows, guessed }: GivenTable): Outcome<Given, FileRefusal> {
  const [head = [], ...rest] = rows
  const names = head.map((name) => name.trim())
  const found = rest
    .map((cells, index) => ({
      number: index + 2,
      cells: new Map(
        names.map((name, at): [string, unknown] => [name, cells[at] ?? '']).filter(([name]) => name !== ''),
      ),
    }))
    .filter(({ cells }) => [...cells.values()].some(isFilled))
  if (found.length === 0) return refused('no-rows')
  return done({
    heads: names.filter((name) => name !== ''),
    rows: found,
    ...(guessed === undefined ? {} : { guessed }),
  })
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A list of practices, or an object that holds one, as the export writes it. */
function fromJson(text: string): Outcome<Given, FileRefusal> {
  const value = parsed(text)
  const list: unknown = isObject(value) ? (value as { practices?: unknown }).practices : value
  if (!Array.isArray(list) || !list.every(isObject)) return refused('broken-json')
  if (list.length === 0) return refused('no-rows')
  if (list.length > mostRows) return refused('too-many-rows')
  const rows = list.map((entry, index) => ({ number: index + 1, cells: new Map(Object.entries(entry)) }))
  const heads = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))]
  return heads.length > limits.columns ? refused('too-many-columns') : done({ heads, rows })
}

const beginsWith = (bytes: Uint8Array, ...first: number[]): boolean => first.every((byte, at) => bytes[at] === byte)

/** `lang` tells which code page an older program may have used. */
export async function readFile(bytes: Uint8Array, lang: string): Promise<Outcome<Given, FileRefusal>> {
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused('old-excel')
  if (beginsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const table = await readXlsx(bytes, limits)
    return table.done ? fromTable(table.value) : table
  }
  if (beginsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return refused('no-table')
  const text = decodeText(bytes, lang)?.text.trimStart()
  if (text?.startsWith('{') || text?.startsWith('[')) return fromJson(text)
  const table = readCsv(bytes, lang, limits)
  return table.done ? fromTable(table.value) : table
}
