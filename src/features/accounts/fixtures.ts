// For tests: people in a database that is no demonstration.
import type { Db } from '#platform/db/database.ts'
import type { AccountTables } from './tables.ts'

/** A person of the town of Musterstadt, which is made if it is not there yet. Gives the person's id. */
export async function insertRealPerson(
  system: Db,
  person: { slug: string; invented?: boolean; role?: 'colleague' | 'coordinator' },
): Promise<number> {
  const tables = system.withTables<AccountTables>()
  const town = { slug: 'musterstadt', name: 'Musterstadt', kind: 'municipality', country: 'DE', active: true } as const
  const { id } = await tables
    .insertInto('organisation')
    .values(town)
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(town))
    .returning('id')
    .executeTakeFirstOrThrow()
  const { slug, invented = false, role = 'colleague' } = person
  const row = await tables
    .insertInto('person')
    .values({ slug, name: slug, email: `${slug}@musterstadt.example`, role, organisation_id: id, lang: 'de', invented })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
