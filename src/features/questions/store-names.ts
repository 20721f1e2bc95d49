// What the asker's own city is called, in every language that is known.
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'

export async function listOwnNames(db: Db, organisationId: number): Promise<string[]> {
  const row = await db
    .withTables<TrunkTables>()
    .selectFrom('organisation')
    .select(['name', 'names'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return [row.name, ...Object.values(row.names)]
}
