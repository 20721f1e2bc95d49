// Notices of what is new in a room and is no contribution: raised for whoever watches the room, read by whoever is in it.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFacts } from '#trunk/facts.ts'
import { mayBeTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { hasDevice } from '../push/public.ts'
import type { Happening } from './notice.ts'
import { rhythmOf } from './store-raising.ts'
import type { NoticeTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & NoticeTables>()

/** `item`: which thing of the room, `meeting 12`. */
export interface RoomNews {
  readonly roomId: number
  readonly item: string
  readonly factId: number
  readonly what: Happening
}

/** What has not been told yet is read as it is then: whoever knows of a new thing only from a change of it heard nothing. */
const isHeard = ({ item, what }: RoomNews) =>
  what === 'meeting'
    ? sql`exists (select 1 from notice n where n.person_id = p.id and n.item = ${item} and n.what = ${what})`
    : sql`exists (select 1 from notice n where n.person_id = p.id and n.item = ${item} and n.what = 'meeting'
        and n.read_at is null and n.mailed_at is null)`

/**
 * Not who did it, nor whom they are kept away from; reach last. What was told of the same thing before is out of date then.
 * Gives those who want to hear at once, by mail or on a device.
 */
async function insertNotices(db: Db, news: RoomNews): Promise<number[]> {
  const { roomId, item, factId, what } = news
  const { rows } = await sql<{ id: number }>`
    with f as materialized (select id, actor_id from fact where id = ${factId}),
      p as materialized (
        select p.id from subscription s join person p on p.id = s.person_id join organisation o on o.id = p.organisation_id cross join f
        where s.kind = 'audience' and s.ref = ${String(roomId)} and ${mayBeTold} and p.id is distinct from f.actor_id
          and (f.actor_id is null or not app.keeps_away(p.id, f.actor_id))
          and not ${isHeard(news)}),
      fresh as (
        insert into notice (person_id, room_id, item, by_id, fact_id, area, what, why)
        select p.id, r.audience_id, ${item}, f.actor_id, f.id, 'rooms', ${what},
          jsonb_build_array(jsonb_build_object('by', 'audience', 'ref', r.audience_id::text))
        from p cross join f join room r on r.audience_id = ${roomId} and r.archived_at is null
        where r.audience_id = any (string_to_array(app.audiences_of(p.id), ',')::int[])
        order by p.id on conflict (person_id, fact_id) do nothing returning id, person_id),
      older as (
        update notice n set read_at = now() from fresh
        where n.person_id = fresh.person_id and n.item = ${item} and n.fact_id < ${factId} and n.read_at is null)
    select fresh.id from fresh where ${rhythmOf(sql`fresh.person_id`, sql`'rooms'`)} = 'at_once'
      or ${hasDevice(sql`fresh.person_id`)} order by fresh.id`.execute(tablesOf(db))
  return rows.map(({ id }) => id)
}

/** Notices and the facts by which they go out, or nothing. Done twice it changes nothing. */
export const raiseInRoom = (system: Db, news: RoomNews): Promise<void> =>
  system.transaction().execute(async (db) => {
    const atOnce = await insertNotices(db, news)
    await recordFacts(
      db,
      atOnce.map((notice) => ({ name: 'notice.raised', audienceId: news.roomId, data: { notice } })),
    )
  })

export interface RoomLetter {
  readonly personId: number
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly roomId: number
  readonly item: string
  readonly factId: number
  readonly byId: number | null
  readonly what: Happening
  readonly onDevices: boolean
}

/** Undefined where it was read or mailed meanwhile, its person is not in the room any more, or blocks who did it now. */
export async function findRoomLetter(system: Db, noticeId: number): Promise<RoomLetter | undefined> {
  const { rows } = await sql<RoomLetter>`
    select p.id as "personId", p.name, p.email, p.lang, n.room_id as "roomId", n.item, n.fact_id as "factId", n.by_id as "byId", n.what,
      ${hasDevice(sql`p.id`)} as "onDevices"
    from notice n join person p on p.id = n.person_id join organisation o on o.id = p.organisation_id
    where n.id = ${noticeId} and n.room_id is not null and n.read_at is null and n.mailed_at is null and ${mayBeTold}
      and (n.by_id is null or not app.keeps_away(p.id, n.by_id))
      and n.room_id = any (string_to_array(app.audiences_of(p.id), ',')::int[])`.execute(tablesOf(system))
  return rows[0]
}

export interface RoomNotice {
  readonly item: string
  readonly what: Happening
  readonly createdAt: Date
  readonly readAt: Date | null
}

/** As the reader: of each thing the newest, what is unread first. */
export const listRoomNotices = (db: Db, most: number): Promise<RoomNotice[]> =>
  tablesOf(db)
    .selectFrom('notice')
    .select(['item', 'what', 'created_at as createdAt', 'read_at as readAt'])
    .where('room_id', 'is not', null)
    .where(
      sql<boolean>`not exists (select 1 from notice newer where newer.contribution_id is null and newer.item = notice.item and newer.id > notice.id)`,
    )
    .orderBy(sql`(read_at is null)`, 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .$castTo<RoomNotice>()
    .execute()

const daysOfNews = 14

export interface ItemNews {
  /** Its number: each is told once. */
  readonly notice: number
  readonly what: Happening
}

/** As the reader: the numbers of those of this sort about which something is unread that no mail told, and the newest of that. */
export async function listUnmailedItems(db: Db, sort: string, now: Date): Promise<ReadonlyMap<number, ItemNews>> {
  const { rows } = await sql<ItemNews & { id: number }>`
    select distinct on (item) split_part(item, ' ', 2)::int as id, id as notice, what from notice
    where item like ${`${sort} %`} and mailed_at is null and read_at is null
      and created_at > ${now}::timestamptz - make_interval(days => ${daysOfNews})
    order by item, notice.id desc`.execute(tablesOf(db))
  return new Map(rows.map(({ id, ...news }) => [id, news]))
}

export async function hasUnreadInRoom(db: Db, roomId: number): Promise<boolean> {
  const row = await tablesOf(db)
    .selectFrom('notice')
    .select('id')
    .where('room_id', '=', roomId)
    .where('read_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** As the reader: all that is new in the room, or this one thing. */
export async function markReadOfRoom(
  db: Db,
  now: Date,
  of: { readonly roomId: number } | { readonly item: string },
): Promise<void> {
  const unread = tablesOf(db).updateTable('notice').set({ read_at: now }).where('read_at', 'is', null)
  await ('item' in of ? unread.where('item', '=', of.item) : unread.where('room_id', '=', of.roomId)).execute()
}
