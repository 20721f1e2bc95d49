// Practices by the civil year in which a city published them.
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { inYear } from '#trunk/years.ts'

export interface ToldPractice {
  readonly id: number
  readonly title: string
  readonly lang: string
}

/** As far as they reach the viewer, the oldest first. */
export const listToldIn = (db: Db, organisationId: number, year: number): Promise<ToldPractice[]> =>
  db
    .withTables<TrunkTables>()
    .selectFrom('contribution as c')
    .select(['c.id', 'c.title', 'c.lang'])
    .where('c.kind', '=', 'practice')
    .where('c.state', '=', 'published')
    .where('c.organisation_id', '=', organisationId)
    .where(inYear('c.published_at', year))
    .orderBy('c.published_at')
    .limit(500)
    .execute()
