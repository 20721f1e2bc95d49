// The address of one's own calendar; and, as the system, whose address this is and when it was used.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { CalendarAddress } from './calendar-address.ts'
import type { CalendarTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<CalendarTables>()

/** The viewer's own. */
export const findAddress = (db: Db): Promise<CalendarAddress | undefined> =>
  tablesOf(db)
    .selectFrom('calendar_address')
    .select(['created_at as createdAt', 'used_at as usedAt'])
    .executeTakeFirst()

/** Takes the place of the one before. */
export const putAddress = (db: Db, personId: number, hash: string, now: Date): Promise<unknown> => {
  const fresh = { token_hash: hash, created_at: now }
  return tablesOf(db)
    .insertInto('calendar_address')
    .values({ person_id: personId, ...fresh })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ ...fresh, used_at: null }))
    .execute()
}

/** Whether there was one. */
export async function deleteAddress(db: Db, personId: number): Promise<boolean> {
  const result = await tablesOf(db).deleteFrom('calendar_address').where('person_id', '=', personId).executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Whether the network lets what TLP:AMBER things say leave the house. */
export async function amberGoesOut(db: Db): Promise<boolean> {
  const { rows } = await sql<{ out: boolean }>`select app.amber_goes_out() as out`.execute(tablesOf(db))
  return rows[0]?.out === true
}

/** Whose calendar this is; undefined where the address was ended, or never was one. */
export async function findOwner(system: Db, hash: string): Promise<number | undefined> {
  const row = await tablesOf(system)
    .selectFrom('calendar_address')
    .select('person_id')
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  return row?.person_id
}

export async function keepUses(system: Db, uses: ReadonlyMap<string, Date>): Promise<void> {
  for (const [hash, moment] of uses)
    await tablesOf(system)
      .updateTable('calendar_address')
      .set({ used_at: moment })
      .where('token_hash', '=', hash)
      .execute()
}
