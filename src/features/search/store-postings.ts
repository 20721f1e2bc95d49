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

/** What this transaction sees of these terms in these blocks, whole. */
export async function readTerms(db: Db, terms: readonly number[], blocks: readonly number[]): Promise<ReadRow[]> {
  if (terms.length === 0 || blocks.length === 0) return []
  const within = (numbers: readonly number[]): RawBuilder<unknown> => sql.lit(listed(numbers))
  const wanted = sql`term = any (${within(terms)}::bigint[]) and block = any (${within(blocks)}::int[])`
  const { rows } = await copied(sql`select ${head} || data from search_posting where ${wanted}`).execute(db)
  return rows.map(({ bytes }) => readRow(bytes))
}

const each = (heads: readonly Head[], part: 'term' | 'block'): number[] => [...new Set(heads.map((one) => one[part]))]

/**
 * The postings of these rows, in any order. What is not kept is read: of its terms what stands in its blocks. Whoever
 * publishes changes many terms in the last block; what lies before it need not be read again.
 */
export async function readPostings(db: Db, heads: readonly Head[], database: string): Promise<PostingBlock[]> {
  const kept = keptOf(database)
  const found = heads.map((one) => kept.find(one))
  const missing = heads.filter((_, at) => found[at] === undefined)
  const [terms, blocks] = [each(missing, 'term'), each(missing, 'block')]
  const [ofTerms, inBlocks] = [new Set(terms), new Set(blocks)]
  const known = heads.flatMap(({ term, block }, at) =>
    ofTerms.has(term) && inBlocks.has(block) ? [] : (found[at] ?? []),
  )
  const read = await readTerms(db, terms, blocks)
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
