// Until when somebody wants a pause: their own row, seen by nobody else.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { RoutingTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<RoutingTables>()

/** As `YYYY-MM-DD`; undefined once it is over. */
export async function findPause(db: Db, personId: number, today: string): Promise<string | undefined> {
  const row = await tablesOf(db)
    .selectFrom('asking_pause')
    .select(sql<string>`until::text`.as('until'))
    .where('person_id', '=', personId)
    .where(sql<boolean>`until >= ${today}::date`)
    .executeTakeFirst()
  return row?.until
}

/** Who was asked before this moment, and pauses that were over by then. */
export async function forgetAsked(system: Db, before: Date): Promise<void> {
  await tablesOf(system).deleteFrom('asked_person').where('asked_at', '<', before).execute()
  await sql`delete from asking_pause where until < ${before}::timestamptz::date`.execute(system)
}

/** Undefined ends it. */
export const setPause = (db: Db, personId: number, until: string | undefined): Promise<unknown> =>
  until === undefined
    ? tablesOf(db).deleteFrom('asking_pause').where('person_id', '=', personId).execute()
    : tablesOf(db)
        .insertInto('asking_pause')
        .values({ person_id: personId, until })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ until }))
        .execute()
