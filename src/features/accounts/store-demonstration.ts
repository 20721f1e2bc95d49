// Writes the list of the demonstration's sign-in page, as the system, while the demonstration is loaded.
import type { Db } from '#platform/db/database.ts'
import type { AccountTables } from './tables.ts'

export async function putOnSignInPage(
  system: Db,
  slug: string,
  position: number,
  description: Readonly<Record<string, string>>,
): Promise<void> {
  const tables = system.withTables<AccountTables>()
  const person = await tables.selectFrom('person').select('id').where('slug', '=', slug).executeTakeFirst()
  if (person === undefined) return
  const shown = { position, description: JSON.stringify(description) }
  await tables
    .insertInto('demonstration_person')
    .values({ person_id: person.id, ...shown })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(shown))
    .execute()
}
