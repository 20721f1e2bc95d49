// Queries of the demonstration's loader; by the system only, into a new database.
import type { Db } from '#platform/db/database.ts'
import type { Rhythm } from './saved-search.ts'
import type { FreshSearch } from './store.ts'
import type { SavedTables } from './tables.ts'

/** With its own dates, so that what came since is new; the same search a second time changes nothing. */
export async function putSearch(system: Db, search: FreshSearch, rhythm: Rhythm, savedAt: Date): Promise<void> {
  const { personId, filters, keys, ...rest } = search
  const dates = { created_at: savedAt, looked_at: savedAt, alerts_from: savedAt }
  await system
    .withTables<SavedTables>()
    .insertInto('saved_search')
    .values({ ...rest, person_id: personId, filters: JSON.stringify(filters), keys: [...keys], rhythm, ...dates })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
