// The network of this database: its name, and whether it was created as a demonstration (which never changes).
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from './tables.ts'

export interface Network {
  readonly name: string
  readonly demonstration: boolean
  /** False for a new demonstration whose loading has not come to its end. */
  readonly loaded: boolean
}

/** The network's row; created with the given values when the database is new. By the system. */
export async function establishNetwork(
  system: Db,
  fresh: { name: string; demonstration: boolean },
  now: Date,
): Promise<Network> {
  const tables = system.withTables<TrunkTables>()
  await tables
    .insertInto('network')
    .values({ ...fresh, loaded_at: fresh.demonstration ? null : now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tables.selectFrom('network').selectAll().executeTakeFirstOrThrow()
  return { name: row.name, demonstration: row.demonstration, loaded: row.loaded_at !== null }
}

export const markLoaded = (system: Db, now: Date) =>
  system.withTables<TrunkTables>().updateTable('network').set({ loaded_at: now }).execute()
