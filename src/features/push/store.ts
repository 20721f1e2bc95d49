// The devices of whoever asks.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Device, Subscription } from './device.ts'
import type { PushTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PushTables>()

/** The latest first. */
export const listDevices = (db: Db, session: number | null): Promise<Device[]> =>
  tablesOf(db)
    .selectFrom('push_device as d')
    .leftJoin('session as s', 's.id', 'd.session_id')
    .select(['d.id', 'd.created_at as createdAt', 'd.used_at as usedAt'])
    .select([
      sql<string>`coalesce(s.device, '')`.as('name'),
      sql<boolean>`coalesce(d.session_id = ${session}, false)`.as('thisOne'),
    ])
    .orderBy('d.id', 'desc')
    .execute()

/** Whether the network lets titles of TLP:AMBER things stand in notices. */
export async function amberGoesOut(db: Db): Promise<boolean> {
  const { rows } = await sql<{ out: boolean }>`select app.amber_goes_out() as out`.execute(tablesOf(db))
  return rows[0]?.out === true
}

/** Takes the place of what this browser had before, whosever it was. */
export const addDevice = (db: Db, session: number, { endpoint, p256dh, auth }: Subscription): Promise<unknown> =>
  sql`select app.add_push_device(${session}, ${endpoint}, ${p256dh}, ${auth})`.execute(tablesOf(db))

/** Whether it was one of theirs. */
export async function deleteDevice(db: Db, id: number): Promise<boolean> {
  const result = await tablesOf(db).deleteFrom('push_device').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows === 1n
}
