// Reading the rows of the index as the viewer: row-level security decides which of them exist, and in which version.
import { type RawBuilder, sql } from 'kysely'
import { copied } from '#platform/db/copy-out.ts'
import type { Db } from '#platform/db/database.ts'
import type { Counts } from './asked-terms.ts'
import type { Kinds } from './attributes.ts'
import { keptOf, type ReadRow, type Version } from './kept-postings.ts'
import { listed } from './listed.ts'
import { blockFrom, bytesPerPosting, evenNumbers, type PostingBlock } from './posting-block.ts'
import { everyDocument } from './term-id.ts'

/** A row within reach that need not be read yet. */
export interface Head extends Version {
  readonly documents: number
}

/** The term in eight bytes; in four each audience, block, how many bytes of postings, who wrote it; in six its place. */
const head = sql`int8send(term) || int4send(audience) || int4send(block) || int4send(length(data)) || xidsend(xmin) || tidsend(ctid)`
const headBytes = 30

const headAt = (bytes: Buffer, at: number): Head => ({
  term: bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4),
  audience: bytes.readInt32BE(at + 8),
  block: bytes.readInt32BE(at + 12),
  documents: bytes.readInt32BE(at + 16) / bytesPerPosting,
  writer: bytes.readUInt32BE(at + 20),
  place: bytes.readUIntBE(at + 24, 6),
})

export interface LookedUp {
  /** In how many documents within reach each of the terms stands, and how many there are at all. */
  readonly counts: Counts
  /** The rows within reach, of the terms and of all documents. */
  readonly heads: readonly Head[]
  readonly kinds: Kinds
  /** Which database it is, since which start of its server. */
  readonly database: string
}

const countsIn = (heads: readonly Head[]): Counts => {
  const counts = new Map<number, number>()
  for (const { term, documents } of heads) counts.set(term, (counts.get(term) ?? 0) + documents)
  return counts
}

const kindsFrom = (lines: string | null): Kinds =>
  new Map(
    (lines ?? '').split('\n').map((line) => {
      const [code = '', kind = ''] = line.split(' ')
      return [Number(code), kind]
    }),
  )

/** What there is of these terms within reach, without reading it. */
export async function lookUp(db: Db, terms: readonly number[]): Promise<LookedUp> {
  const { rows } = await sql<{ database: string; kinds: string | null; heads: Buffer | null }>`
    select concat_ws(' ', pg_postmaster_start_time(), current_database()) as database,
      (select string_agg(code || ' ' || kind, E'\n') from search_kind) as kinds,
      (select string_agg(${head}, '') from search_posting
        where term = any (${listed([everyDocument, ...terms])}::bigint[])) as heads`.execute(db)
  const { database = '', kinds = null, heads: bytes } = rows[0] ?? {}
  const heads = Array.from({ length: (bytes?.length ?? 0) / headBytes }, (_, at) =>
    headAt(bytes as Buffer, at * headBytes),
  )
  return { counts: countsIn(heads), heads, kinds: kindsFrom(kinds), database }
}

const readRow = (bytes: Buffer): ReadRow => {
  const version = headAt(bytes, 0)
  const { term, block, audience } = version
  return { ...version, row: blockFrom(term, block, evenNumbers(bytes.subarray(headBytes)), audience) }
}

/** What this transaction sees of these terms, whole. */
export async function readTerms(db: Db, terms: readonly number[]): Promise<ReadRow[]> {
  if (terms.length === 0) return []
  const wanted: RawBuilder<boolean> = sql`term = any (${sql.lit(listed(terms))}::bigint[])`
  const { rows } = await copied(sql`select ${head} || data from search_posting where ${wanted}`).execute(db)
  return rows.map(({ bytes }) => readRow(bytes))
}

/** The postings of these rows, in any order. What is not kept is read, a term with all its rows. */
export async function readPostings(db: Db, heads: readonly Head[], database: string): Promise<PostingBlock[]> {
  const kept = keptOf(database)
  const byTerm = Map.groupBy(heads, ({ term }) => term)
  const known: PostingBlock[] = []
  const missing: number[] = []
  for (const [term, own] of byTerm) {
    const rows = own.map((one) => kept.find(one))
    if (rows.every((row) => row !== undefined)) known.push(...rows)
    else missing.push(term)
  }
  const read = await readTerms(db, missing)
  kept.keep(read)
  return [...known, ...read.map(({ row }) => row)]
}

/** All postings of these terms within reach, in any order. */
export async function listPostings(db: Db, terms: readonly number[]): Promise<PostingBlock[]> {
  const wanted = new Set(terms)
  const { heads, database } = await lookUp(db, terms)
  return readPostings(
    db,
    heads.filter(({ term }) => wanted.has(term)),
    database,
  )
}
