// What somebody is typing, by person, practice and step; row-level security shows each only their own.
import type { Typed } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import type { PracticeTables } from './tables.ts'
import type { TellingStep } from './telling.ts'

const tablesOf = (db: Db) => db.withTables<PracticeTables>()

export interface Kept {
  readonly step: TellingStep
  readonly typed: Typed
  readonly at: Date
}

/** Where it belongs; `contributionId` null: a practice that was not saved yet. */
interface Place {
  readonly contributionId: number | null
  readonly step: TellingStep
}

export async function keepTyped(
  db: Db,
  { personId, contributionId, step }: Place & { readonly personId: number },
  typed: Typed,
  now: Date,
): Promise<void> {
  const row = { typed: JSON.stringify(typed), at: now }
  await tablesOf(db)
    .insertInto('practice_kept_text')
    .values({ person_id: personId, contribution_id: contributionId, step, ...row })
    .onConflict((conflict) => conflict.columns(['person_id', 'contribution_id', 'step']).doUpdateSet(row))
    .execute()
}

/** What was kept of this practice, at most one of each step. */
export const listKept = (db: Db, contributionId: number | null): Promise<Kept[]> =>
  tablesOf(db)
    .selectFrom('practice_kept_text')
    .select(['step', 'typed', 'at'])
    .where('contribution_id', 'is not distinct from', contributionId)
    .execute()

export async function forgetKept(db: Db, contributionId: number | null, step: TellingStep): Promise<void> {
  await tablesOf(db)
    .deleteFrom('practice_kept_text')
    .where('contribution_id', 'is not distinct from', contributionId)
    .where('step', '=', step)
    .execute()
}

/** Whoever's they are: for the system. */
export const forgetOldTyped = (system: Db, before: Date): Promise<unknown> =>
  tablesOf(system).deleteFrom('practice_kept_text').where('at', '<', before).execute()
