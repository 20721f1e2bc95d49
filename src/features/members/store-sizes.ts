// How large cities are, for neighbours who show a city beside another.
import type { Db } from '#platform/db/database.ts'
import type { MemberTables } from './tables.ts'

export interface CitySize {
  readonly organisationId: number
  readonly population: number
  /** The year of the figure, if it is known. */
  readonly year: number | null
}

/** Of these organisations, those whose inhabitants are known. */
export async function listCitySizes(db: Db, organisationIds: readonly number[]): Promise<CitySize[]> {
  if (organisationIds.length === 0) return []
  const rows = await db
    .withTables<MemberTables>()
    .selectFrom('member')
    .select(['organisation_id', 'population', 'population_year'])
    .where('organisation_id', 'in', [...new Set(organisationIds)])
    .execute()
  return rows.flatMap(({ organisation_id, population, population_year }) =>
    population === null ? [] : [{ organisationId: organisation_id, population, year: population_year }],
  )
}
