// Watching a contribution: one's own list, seen by nobody else.
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from './tables.ts'

export async function watch(db: Db, personId: number, contributionId: number): Promise<void> {
  await db
    .withTables<TrunkTables>()
    .insertInto('watch')
    .values({ person_id: personId, contribution_id: contributionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function unwatch(db: Db, personId: number, contributionId: number): Promise<void> {
  await db
    .withTables<TrunkTables>()
    .deleteFrom('watch')
    .where('person_id', '=', personId)
    .where('contribution_id', '=', contributionId)
    .execute()
}

/** Does the person who asks watch it? */
export async function isWatching(db: Db, contributionId: number): Promise<boolean> {
  const row = await db
    .withTables<TrunkTables>()
    .selectFrom('watch')
    .select('person_id')
    .where('contribution_id', '=', contributionId)
    .executeTakeFirst()
  return row !== undefined
}
