// The documents of a year as a ZIP, and its journal as a table: page after page, each read as the viewer in a transaction of its own.
import { ReadableStream } from 'node:stream/web'
import { Zip, ZipPassThrough } from 'fflate'
import type { Database, Key } from '#platform/db/database.ts'
import { sumsOf } from '#platform/invoicing/content.ts'
import { type Cell, csvPieces } from '#platform/tables/csv.ts'
import { drawDocuments } from './documents.ts'
import { fileNameOf } from './invoice.ts'
import { type BookYear, type Entry, listEntries } from './store-entries.ts'

const perPage = 100
/** Drawn at the same time, as many as there are threads. */
const together = 2

export interface Wanted extends BookYear {
  readonly database: Database
  readonly key: Key
}

/** Whoever loses a right while the file is written gets nothing more by it. */
async function* pagesOf({ database, key, ...of }: Wanted): AsyncGenerator<Entry[]> {
  let after: Entry | undefined
  for (;;) {
    const last = after
    const page = await database.read(key, (db) => listEntries(db, of, last, perPage))
    if (page.length > 0) yield page
    if (page.length < perPage) return
    after = page.at(-1)
  }
}

async function* groupsOf(wanted: Wanted): AsyncGenerator<Entry[]> {
  for await (const page of pagesOf(wanted))
    for (let from = 0; from < page.length; from += together) yield page.slice(from, from + together)
}

interface File {
  readonly name: string
  readonly bytes: Uint8Array
}

async function filesOf({ number, slug, content }: Entry): Promise<File[]> {
  const { pdf, ubl } = await drawDocuments(content)
  const name = `${fileNameOf(number)}-${slug}`
  return [
    { name: `${name}.pdf`, bytes: pdf },
    { name: `${name}.xml`, bytes: Buffer.from(ubl) },
  ]
}

/** A PDF is packed already: nothing is won by packing it again. */
async function* zipPieces(wanted: Wanted): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  for await (const group of groupsOf(wanted)) {
    for (const { name, bytes } of (await Promise.all(group.map(filesOf))).flat()) {
      const entry = new ZipPassThrough(name)
      zip.add(entry)
      entry.push(bytes, true)
    }
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}

/** Nothing is read or drawn before somebody takes it. */
export const archiveStream = (wanted: Wanted): ReadableStream<Uint8Array> => ReadableStream.from(zipPieces(wanted))

export interface ShareColumn {
  readonly id: number
  readonly slug: string
}

const journalHead = [
  'date',
  'number',
  'kind',
  'member',
  'member_name',
  'country',
  'year',
  'net',
  'tax',
  'total',
  'corrects',
]

/** Amounts of a credit note are negative; no accounts are named, since every bookkeeper has other ones. */
function rowOf(entry: Entry, forums: readonly ShareColumn[]): Cell[] {
  const { content, shares } = entry
  const sums = sumsOf(content.lines, content.tax)
  const sign = entry.kind === 'credit-note' ? -1 : 1
  // Euro as a number: a spreadsheet adds it up, also below zero.
  const money = (cents: number): Cell => (cents === 0 ? 0 : (sign * cents) / 100)
  return [
    ...[content.issuedOn, entry.number, entry.kind, entry.slug, content.buyer.legalName, entry.country, entry.year],
    ...[money(sums.netCents), money(sums.taxCents), money(sums.totalCents), content.corrects?.number ?? null],
    // Already with its sign.
    ...forums.map(({ id }): Cell => (shares.find(({ forumId }) => forumId === id)?.cents ?? 0) / 100),
  ]
}

async function* rowPages(wanted: Wanted, forums: readonly ShareColumn[]): AsyncGenerator<Cell[][]> {
  for await (const page of pagesOf(wanted)) yield page.map((entry) => rowOf(entry, forums))
}

export const journalStream = (wanted: Wanted, forums: readonly ShareColumn[]): ReadableStream<Uint8Array> =>
  ReadableStream.from(
    csvPieces(
      [...journalHead, ...forums.map(({ slug }) => `share_${slug.replaceAll('-', '_')}`)],
      rowPages(wanted, forums),
    ),
  )
