// Reading the rows of the index as the viewer: row-level security decides which of them exist.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Counts } from './asked-terms.ts'
import { listed } from './listed.ts'
import { bytesPerPosting, type PostingBlock, unpackRows } from './posting-block.ts'
import { everyDocument } from './term-id.ts'

/**
 * Rows of the index end to end, since a thousand of them cost more than what is in them; `read` are the postings that come
 * along. In pieces: texts of a megabyte count as old at once, and collecting them stops a search in twenty.
 */
const packed = (read: RawBuilder<unknown>): RawBuilder<Buffer> => sql`string_agg(
  int8send(term) || int4send(block) || int4send(length(data)) || int4send(length(${read})) || ${read}, '')`
const piece = sql`sum(length(data)) over (rows unbounded preceding) / 32768`

/** All postings of these terms within reach, in any order. */
export async function listPostings(db: Db, terms: readonly number[]): Promise<PostingBlock[]> {
  if (terms.length === 0) return []
  const { rows } = await sql<{ packed: Buffer }>`
    select ${packed(sql`data`)} as packed
    from (select term, block, data, ${piece} as piece from search_posting
      where term = any (${listed(terms)}::bigint[])) found group by piece`.execute(db)
  return rows.flatMap((row) => unpackRows(row.packed))
}

export interface LookedUp {
  /** In how many documents within reach each of the terms stands, and how many there are at all. */
  readonly counts: Counts
  /** All postings of the terms, where there are not too many to read. */
  readonly postings: readonly PostingBlock[] | undefined
}

const countsIn = (rows: readonly PostingBlock[]): Counts => {
  const counts = new Map<number, number>()
  for (const { term, documents } of rows) counts.set(term, (counts.get(term) ?? 0) + documents)
  return counts
}

/**
 * Most searches ask for so little that to read it at once is quicker than to count it first. Of all documents only their
 * number is read.
 */
export async function lookUp(db: Db, terms: readonly number[], mostPostings: number): Promise<LookedUp> {
  const every = sql.lit(everyDocument)
  const most = sql.lit(mostPostings * bytesPerPosting)
  const { rows } = await sql<{ packed: Buffer; few: boolean }>`
    select ${packed(sql`read`)} as packed, few
    from (select term, block, data, piece, few, case when few and term <> ${every} then data else '' end as read
      from (select term, block, data, ${piece} as piece,
          coalesce(sum(length(data)) filter (where term <> ${every}) over (), 0) <= ${most} as few
        from search_posting where term = any (${listed([everyDocument, ...terms])}::bigint[])) one) other
    group by piece, few`.execute(db)
  const found = rows.flatMap((row) => unpackRows(row.packed))
  return { counts: countsIn(found), postings: rows.every(({ few }) => few) ? found : undefined }
}
