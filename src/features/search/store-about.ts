// How much of what the viewer reaches is about a concept, or about something narrower.
import type { Db } from '#platform/db/database.ts'
import { filterTerm } from './search-filters.ts'
import { lookUp } from './store-postings.ts'
import { termId } from './term-id.ts'

/** Further than this nobody counts: the search shows no more either. */
const most = 1000

/** As the search counts them whose filter is this concept; `more`: so many at least. */
export async function countAbout(db: Db, concept: string): Promise<{ readonly count: number; readonly more: boolean }> {
  const term = termId(filterTerm('concept', concept))
  const count = (await lookUp(db, [term])).counts.get(term) ?? 0
  return { count: Math.min(count, most), more: count > most }
}
