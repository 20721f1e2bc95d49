// What the demonstration asks of the database.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'

export async function findPlaces(system: Db, slugs: readonly string[]): Promise<Map<string, number>> {
  const rows = await system
    .withTables<TrunkTables>()
    .selectFrom('organisation')
    .select(['id', 'slug'])
    .where(sql<boolean>`slug = any(${slugs}::text[])`)
    .execute()
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}
