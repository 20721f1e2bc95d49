// What is on its way to devices; as the system. Whether somebody may be told is asked in the moment in which it is sent.
import { type RawBuilder, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { isTold, mayBeTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Subscription } from './device.ts'
import type { ToTell } from './payload.ts'
import type { PushTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables & PushTables>()

export interface NewDelivery {
  readonly key: string
  readonly path: string
  readonly contributionId: number | null
  readonly roomId: number | null
  readonly byId: number | null
}

/** They allowed notices somewhere. The person as it stands in the query: `p.id`. */
export const hasDevice = (person: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from push_device device where device.person_id = ${person})`

/** One for each device of this person, and its fact; what is on its way already stays one. */
export async function raise(
  transaction: Db,
  personId: number,
  { key, path, contributionId, roomId, byId }: NewDelivery,
): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    insert into push_delivery (device_id, key, path, contribution_id, room_id, by_id)
    select id, ${key}, ${path}, ${contributionId}::int, ${roomId}::int, ${byId}::int from push_device where person_id = ${personId}
    on conflict do nothing returning id`.execute(tablesOf(transaction))
  for (const { id } of rows) await recordFact(transaction, { name: 'push-notice.raised', data: { delivery: id } })
}

export type Delivery = ToTell & Subscription & { readonly deviceId: number; readonly lang: Lang }

const reach = sql`string_to_array(app.audiences_of(p.id), ',')::int[]`

/** Undefined where it was sent, or there is nothing to tell any more: left, signed out by time, hidden, withdrawn, out of reach, muted, blocked. */
export async function findDelivery(system: Db, id: number): Promise<Delivery | undefined> {
  const { rows } = await sql<Delivery>`
    select d.key, d.path, v.id as "deviceId", v.endpoint, v.p256dh, v.auth, p.lang, c.title, a.kind as "audienceKind",
      coalesce(r.chatham, false) as chatham, app.amber_goes_out() as "amberGoesOut"
    from push_delivery d join push_device v on v.id = d.device_id
      join session s on s.id = v.session_id and s.expires_at > now()
      join person p on p.id = v.person_id
      join organisation o on o.id = p.organisation_id and ${mayBeTold}
      left join contribution c on c.id = d.contribution_id
      left join audience a on a.id = c.audience_id
      left join room r on r.audience_id = c.audience_id
    where d.id = ${id} and d.done_at is null and (d.by_id is null or not app.keeps_away(p.id, d.by_id))
      and (d.room_id is null or d.room_id = any (${reach})) and (d.contribution_id is null
      or (c.state = 'published' and c.hidden_at is null and c.audience_id = any (${reach}) and ${isTold(sql`p.id`, sql`c.id`)}))
  `.execute(tablesOf(system))
  return rows[0]
}

export const markDone = (system: Db, id: number, now: Date): Promise<unknown> =>
  tablesOf(system).updateTable('push_delivery').set({ done_at: now }).where('id', '=', id).execute()

export const markUsed = (system: Db, deviceId: number, now: Date): Promise<unknown> =>
  tablesOf(system).updateTable('push_device').set({ used_at: now }).where('id', '=', deviceId).execute()

export const forgetDevice = (system: Db, deviceId: number): Promise<unknown> =>
  tablesOf(system).deleteFrom('push_device').where('id', '=', deviceId).execute()

export const forgetDeliveries = (system: Db, before: Date): Promise<unknown> =>
  tablesOf(system).deleteFrom('push_delivery').where('raised_at', '<', before).execute()
