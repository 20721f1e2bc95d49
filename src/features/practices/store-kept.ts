// What somebody is typing, by person and practice; row-level security shows each only their own.
import type { Typed } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import type { PracticeTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<PracticeTables>()

export interface Kept {
  readonly typed: Typed
  readonly at: Date
}

/** `contributionId` null: a practice that was not saved yet. */
export async function keepTyped(
  db: Db,
  owner: { readonly personId: number; readonly contributionId: number | null },
  typed: Typed,
  now: Date,
): Promise<void> {
  const row = { typed: JSON.stringify(typed), at: now }
  await tablesOf(db)
    .insertInto('practice_kept_text')
    .values({ person_id: owner.personId, contribution_id: owner.contributionId, ...row })
    .onConflict((conflict) => conflict.columns(['person_id', 'contribution_id']).doUpdateSet(row))
    .execute()
}

export const findKept = (db: Db, contributionId: number | null): Promise<Kept | undefined> =>
  tablesOf(db)
    .selectFrom('practice_kept_text')
    .select(['typed', 'at'])
    .where('contribution_id', 'is not distinct from', contributionId)
    .executeTakeFirst()

export async function forgetKept(db: Db, contributionId: number | null): Promise<void> {
  await tablesOf(db)
    .deleteFrom('practice_kept_text')
    .where('contribution_id', 'is not distinct from', contributionId)
    .execute()
}
