// Queries of the demonstration's loader; by the system only, into a new database.
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables>()

/** Somebody of the demonstration, with the audience of their own city. */
export const findOwner = (system: Db, slug: string): Promise<{ id: number; cityAudience: number }> =>
  tablesOf(system)
    .selectFrom('person as p')
    .innerJoin('audience as a', (join) =>
      join.onRef('a.organisation_id', '=', 'p.organisation_id').on('a.kind', '=', 'organisation'),
    )
    .select(['p.id', 'a.id as cityAudience'])
    .where('p.slug', '=', slug)
    .executeTakeFirstOrThrow()

/** What the demonstration brought under this title; titles are unique in its files. */
export const findByTitle = async (system: Db, title: string): Promise<number> => {
  const { id } = await tablesOf(system)
    .selectFrom('contribution')
    .select('id')
    .where('title', '=', title)
    .where('demonstration', '=', true)
    .executeTakeFirstOrThrow()
  return id
}
