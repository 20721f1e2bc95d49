// How much of what the viewer reaches is about a concept, or about something narrower.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { SearchTables } from './tables.ts'

/** Further than this nobody counts: the search shows no more either. */
const most = 1000

/** As the search counts them whose filter is this concept; `more`: so many at least. */
export async function countAbout(db: Db, concept: string): Promise<{ readonly count: number; readonly more: boolean }> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select 1 from search_document where concepts && ${[concept]}::text[] limit ${most + 1}) found`.execute(
    db.withTables<SearchTables>(),
  )
  const count = rows[0]?.count ?? 0
  return { count: Math.min(count, most), more: count > most }
}
