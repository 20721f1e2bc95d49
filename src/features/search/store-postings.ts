// Reading the rows of the index as the viewer: row-level security decides which of them exist.
import { sql } from 'kysely'
import { copyOf } from '#platform/db/copy-out.ts'
import type { Db } from '#platform/db/database.ts'
import type { Counts } from './asked-terms.ts'
import { listed } from './listed.ts'
import { bytesPerPosting, type PostingBlock, unpackRow } from './posting-block.ts'
import { everyDocument } from './term-id.ts'

/** A row of the index, for `unpackRow`; `read` are the postings that come along. */
const packed = (read: string): string =>
  `int8send(term) || int4send(block) || int4send(length(data)) || int4send(length(${read})) || ${read}`

async function readRows(db: Db, query: string): Promise<PostingBlock[]> {
  const { rows } = await sql<{ bytes: Buffer }>`${sql.raw(copyOf(query))}`.execute(db)
  return rows.map(({ bytes }) => unpackRow(bytes))
}

/** Numbers alone: they stand in the text of the statement. */
const amongThese = (terms: readonly number[]): string => `term = any ('${listed(terms.map(Number))}'::bigint[])`

/** All postings of these terms within reach, in any order. */
export async function listPostings(db: Db, terms: readonly number[]): Promise<PostingBlock[]> {
  if (terms.length === 0) return []
  return readRows(db, `select ${packed('data')} from search_posting where ${amongThese(terms)}`)
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
  const few = `coalesce(sum(length(data)) filter (where term <> ${everyDocument}) over (), 0) <= ${mostPostings * bytesPerPosting}`
  const found = await readRows(
    db,
    `select ${packed('read')}
    from (select term, block, data, case when term <> ${everyDocument} and ${few} then data else '' end as read
      from search_posting where ${amongThese([everyDocument, ...terms])}) looked`,
  )
  return { counts: countsIn(found), postings: found.every(isRead) ? found : undefined }
}
