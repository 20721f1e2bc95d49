// Polls by the civil year in which a city asked or answered them.
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { inYear } from '#trunk/years.ts'
import type { PollTables } from './tables.ts'

export interface PollIn {
  readonly id: number
  readonly title: string
  readonly lang: string
}

const published = (db: Db) =>
  db
    .withTables<TrunkTables & PollTables>()
    .selectFrom('contribution as c')
    .select(['c.id', 'c.title', 'c.lang'])
    .where('c.kind', '=', 'poll')
    .where('c.state', '=', 'published')

/** As far as they reach the viewer, the oldest first. */
export const listAskedIn = (db: Db, organisationId: number, year: number): Promise<PollIn[]> =>
  published(db)
    .where('c.organisation_id', '=', organisationId)
    .where(inYear('c.published_at', year))
    .orderBy('c.published_at')
    .execute()

/** Those that it answered; whoever does not reach them any more reads neither. */
export const listAnsweredIn = (db: Db, organisationId: number, year: number): Promise<PollIn[]> =>
  published(db)
    .innerJoin('poll_answer as a', 'a.contribution_id', 'c.id')
    .where('a.organisation_id', '=', organisationId)
    .where('a.superseded_by', 'is', null)
    .where(inYear('a.given_at', year))
    .orderBy('a.given_at')
    .execute()
