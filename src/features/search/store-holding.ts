// Which things may hold certain words: by the stems in the index, as the system.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { SearchTables } from './tables.ts'

/** The stems of one label, as they stand in the index, and its language. */
export interface HeldWords {
  readonly lang: string
  readonly terms: readonly number[]
}

export interface IndexedSubject {
  readonly kind: string
  readonly subject: number
}

const holds = ({ lang, terms }: HeldWords): RawBuilder<boolean> =>
  sql`(d.lang = ${lang} and d.terms @> ${terms}::bigint[])`

/** In the order of kind and number, which does not change while they are indexed anew. */
export async function listHolding(
  system: Db,
  words: readonly HeldWords[],
  after: IndexedSubject | undefined,
  most: number,
): Promise<IndexedSubject[]> {
  if (words.length === 0) return []
  const { rows } = await sql<IndexedSubject>`
    select d.kind, d.subject from search_document d
    where ${after === undefined ? sql`true` : sql`(d.kind, d.subject) > (${after.kind}, ${after.subject}::int)`}
      and (${sql.join(words.map(holds), sql` or `)})
    order by d.kind, d.subject limit ${most}`.execute(system.withTables<SearchTables>())
  return rows
}
