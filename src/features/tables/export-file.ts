// The export as a stream: page after page of practices, each read in a transaction of its own as the viewer.
import { ReadableStream } from 'node:stream/web'
import type { Lang } from '#kernel/locale.ts'
import type { Database, Key } from '#platform/db/database.ts'
import { type Cell, csvPieces } from '#platform/tables/csv.ts'
import { xlsxPieces } from '#platform/tables/write-xlsx.ts'
import { listWhole, type WholeFilter, type WholePractice } from '../practices/public.ts'
import { columns } from './columns.ts'
import { cellsOf, jsonRowOf } from './export-rows.ts'
import { type Format, jsonSchemaPath } from './paths.ts'

const perPage = 100
const beforeAll = 2_147_483_647

/** Who asks for a file, and for what of it. */
export interface Wanted {
  readonly database: Database
  readonly key: Key
  readonly filter: WholeFilter
  readonly lang: Lang
  readonly baseUrl: string
  /** Name of the sheet. */
  readonly title: string
}

/**
 * A slow reader holds no connection, and whoever loses a right while the file is written gets nothing more by it.
 * In exchange the file shows no single moment: what is published meanwhile may be missing.
 */
async function* pagesOf({ database, key, filter, lang }: Wanted): AsyncGenerator<WholePractice[]> {
  let before = beforeAll
  for (;;) {
    const last = before
    const page = await database.read(key, (db) => listWhole(db, filter, lang, last, perPage))
    if (page.length > 0) yield page
    if (page.length < perPage) return
    before = page.at(-1)?.id ?? 0
  }
}

async function* cellPages(wanted: Wanted): AsyncGenerator<Cell[][]> {
  for await (const page of pagesOf(wanted)) yield page.map((practice) => cellsOf(practice, wanted.baseUrl, wanted.lang))
}

async function* jsonPieces(wanted: Wanted): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(`{"$schema":${JSON.stringify(wanted.baseUrl + jsonSchemaPath)},"practices":[`)
  let separator = '\n'
  for await (const page of pagesOf(wanted)) {
    const rows = page.map((practice) => JSON.stringify(jsonRowOf(practice, wanted.baseUrl)))
    yield encoder.encode(separator + rows.join(',\n'))
    separator = ',\n'
  }
  yield encoder.encode('\n]}\n')
}

const heads = columns.map(({ name }) => name)
const pieces: Record<Format, (wanted: Wanted) => AsyncGenerator<Uint8Array>> = {
  csv: (wanted) => csvPieces(heads, cellPages(wanted)),
  xlsx: (wanted) => xlsxPieces(wanted.title, heads, cellPages(wanted)),
  json: jsonPieces,
}

/** Nothing is read before somebody takes it. */
export const exportStream = (format: Format, wanted: Wanted): ReadableStream<Uint8Array> =>
  ReadableStream.from(pieces[format](wanted))
