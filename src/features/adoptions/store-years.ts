// Adoptions by the civil year in which they were published: a city's own, and those of its practices by others.
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { inYear } from '#trunk/years.ts'
import type { AdoptionTables } from './tables.ts'

export interface AdoptedIn {
  readonly id: number
  readonly title: string
  readonly lang: string
}

const published = (db: Db, year: number) =>
  db
    .withTables<TrunkTables & AdoptionTables>()
    .selectFrom('contribution as c')
    .select(['c.id', 'c.title', 'c.lang'])
    .where('c.kind', '=', 'adoption')
    .where('c.state', '=', 'published')
    .where(inYear('c.published_at', year))
    .orderBy('c.published_at')
    .limit(500)

/** As far as they reach the viewer, the oldest first. */
export const listTakenIn = (db: Db, organisationId: number, year: number): Promise<AdoptedIn[]> =>
  published(db, year).where('c.organisation_id', '=', organisationId).execute()

/** Of practices of this organisation, by others. */
export const listGivenIn = (db: Db, organisationId: number, year: number): Promise<AdoptedIn[]> =>
  published(db, year)
    .innerJoin('adoption_origin as origin', 'origin.contribution_id', 'c.id')
    .innerJoin('contribution as practice', 'practice.id', 'origin.practice_id')
    .where('practice.organisation_id', '=', organisationId)
    .where('c.organisation_id', '<>', organisationId)
    .execute()
