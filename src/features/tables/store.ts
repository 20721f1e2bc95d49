// Runs of imports; row-level security shows each person their own.
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { GoodRow } from './check-rows.ts'
import type { Outcome, Report, Run } from './run.ts'
import type { ImportTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<ImportTables & TrunkTables>()

interface Owner {
  readonly id: number
  readonly organisationId: number
}

/** One waits at a time: a newer file takes the place of an older one that was never imported. */
export async function keepRun(
  db: Db,
  owner: Owner,
  { report, good }: { readonly report: Report; readonly good: readonly GoodRow[] },
  now: Date,
): Promise<number> {
  await tablesOf(db).deleteFrom('practice_import').where('done_at', 'is', null).execute()
  const row = { person_id: owner.id, organisation_id: owner.organisationId, at: now }
  const { id } = await tablesOf(db)
    .insertInto('practice_import')
    .values({ ...row, report: JSON.stringify(report), good: JSON.stringify(good), outcome: null, done_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const runQuery = (db: Db, id: number) =>
  tablesOf(db)
    .selectFrom('practice_import')
    .select(['id', 'report', 'good', 'done_at as doneAt', 'outcome'])
    .where('id', '=', id)

export const findRun = (db: Db, id: number): Promise<Run | undefined> => runQuery(db, id).executeTakeFirst()

/** Whoever comes second waits here until the first is done or has failed. */
export const lockRun = (db: Db, id: number): Promise<Run | undefined> => runQuery(db, id).forUpdate().executeTakeFirst()

export async function finishRun(db: Db, id: number, outcome: Outcome, now: Date): Promise<void> {
  await tablesOf(db)
    .updateTable('practice_import')
    .set({ good: '[]', done_at: now, outcome: JSON.stringify(outcome) })
    .where('id', '=', id)
    .execute()
}

export async function forgetRun(db: Db, id: number): Promise<void> {
  await tablesOf(db).deleteFrom('practice_import').where('id', '=', id).execute()
}

/** As the system, every day. */
export async function forgetOldRuns(system: Db, before: Date): Promise<void> {
  await tablesOf(system).deleteFrom('practice_import').where('at', '<', before).execute()
}

/** Everything that an organisation is called: by its address and in every language. */
export async function listNamesOf(db: Db, organisationId: number): Promise<string[]> {
  const row = await tablesOf(db)
    .selectFrom('organisation')
    .select(['slug', 'name', 'names'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return [row.slug, row.name, ...Object.values(row.names)]
}
