// Reading the rows of the index as the viewer: row-level security decides which of them exist.
import { type RawBuilder, sql } from 'kysely'
import { copied } from '#platform/db/copy-out.ts'
import type { Db } from '#platform/db/database.ts'
import type { Counts } from './asked-terms.ts'
import { listed } from './listed.ts'
import { bytesPerPosting, type PostingBlock, unpackRow } from './posting-block.ts'
import { everyDocument } from './term-id.ts'

/** A row of the index, for `unpackRow`; `read` are the postings that come along. */
const packed = (read: RawBuilder<unknown>): RawBuilder<Buffer> => sql`
  int8send(term) || int4send(block) || int4send(length(data)) || int4send(length(${read})) || ${read}`

async function readRows(db: Db, query: RawBuilder<unknown>): Promise<PostingBlock[]> {
  const { rows } = await copied(query).execute(db)
  return rows.map(({ bytes }) => unpackRow(bytes))
}

const amongThese = (terms: readonly number[]): RawBuilder<boolean> =>
  sql`term = any (${sql.lit(listed(terms))}::bigint[])`

/** All postings of these terms within reach, in any order. */
export async function listPostings(db: Db, terms: readonly number[]): Promise<PostingBlock[]> {
  if (terms.length === 0) return []
  return readRows(db, sql`select ${packed(sql`data`)} from search_posting where ${amongThese(terms)}`)
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

const isRead = ({ term, pairs }: PostingBlock): boolean => term === everyDocument || pairs.length > 0

/**
 * Most searches ask for so little that to read it at once is quicker than to count it first. Of all documents only their
 * number is read.
 */
export async function lookUp(db: Db, terms: readonly number[], mostPostings: number): Promise<LookedUp> {
  const every = sql.lit(everyDocument)
  const most = sql.lit(mostPostings * bytesPerPosting)
  const few = sql`coalesce(sum(length(data)) filter (where term <> ${every}) over (), 0) <= ${most}`
  const found = await readRows(
    db,
    sql`select ${packed(sql`read`)}
    from (select term, block, data, case when term <> ${every} and ${few} then data else '' end as read
      from search_posting where ${amongThese([everyDocument, ...terms])}) looked`,
  )
  return { counts: countsIn(found), postings: found.every(isRead) ? found : undefined }
}
