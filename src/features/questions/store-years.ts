// Questions by the civil year in which a city asked them.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { inYear } from '#trunk/years.ts'
import type { QuestionTables } from './tables.ts'

export interface AskedIn {
  readonly id: number
  readonly title: string
  readonly lang: string
  readonly answered: boolean
}

/** As far as they reach the viewer, the oldest first. */
export const listAskedIn = (db: Db, organisationId: number, year: number): Promise<AskedIn[]> =>
  db
    .withTables<TrunkTables & QuestionTables>()
    .selectFrom('contribution as c')
    .innerJoin('question as q', 'q.contribution_id', 'c.id')
    .select(['c.id', 'c.title', 'c.lang', sql<boolean>`q.answered_at is not null`.as('answered')])
    .where('c.state', '=', 'published')
    .where('c.organisation_id', '=', organisationId)
    .where(inYear('c.published_at', year))
    .orderBy('c.published_at')
    .limit(500)
    .execute()
