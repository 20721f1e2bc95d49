// Every query of rooms themselves. Row-level security decides which there are.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { RoomInput } from './inputs.ts'
import type { NamedMember, Room } from './room.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables>()

const hostsOf = (lang: Lang) => sql<NamedMember[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'organisationName', ${organisationName(lang)}) order by p.name)
  from audience_person ap join person p on p.id = ap.person_id join organisation o on o.id = p.organisation_id
  where ap.audience_id = r.audience_id and ap.host and p.left_at is null), '[]')`

const query = (db: Db, lang: Lang) =>
  tablesOf(db)
    .selectFrom('room as r')
    .leftJoin('audience as listed', 'listed.id', 'r.listed_for')
    .leftJoin('forum as f', 'f.id', 'listed.forum_id')
    .select([
      'r.audience_id as id',
      'r.name',
      'r.aim',
      'r.lang',
      'r.concepts',
      'r.entry',
      'r.listed_for as listedFor',
      sql<string | null>`coalesce(f.names ->> ${lang}, f.names ->> 'en')`.as('listedName'),
      'r.chatham',
      'r.archived_at as archivedAt',
      'r.revision',
      'r.demonstration',
      hostsOf(lang).as('hosts'),
      sql<boolean>`coalesce(r.audience_id = any (app.audiences()), false)`.as('inside'),
      sql<boolean>`coalesce(app.hosts(r.audience_id), false)`.as('hosting'),
      sql<boolean>`coalesce(r.audience_id = any (app.invited_to()), false)`.as('invited'),
      sql<Room['asked']>`(select case when q.declined_at is null then 'waiting' else 'declined' end from room_request q
        where q.audience_id = r.audience_id and q.person_id = app.person())`.as('asked'),
    ])

/** All that the viewer may know of, by name. */
export const listRooms = (db: Db, lang: Lang): Promise<Room[]> =>
  query(db, lang).orderBy(sql`lower(r.name)`).orderBy('r.audience_id').limit(500).execute()

/** Those that the viewer is invited to and not yet in: for the home page, which asks for nothing else of all rooms. */
export const listInvitedTo = (db: Db): Promise<{ id: number; name: string; chatham: boolean }[]> =>
  tablesOf(db)
    .selectFrom('room as r')
    .select(['r.audience_id as id', 'r.name', 'r.chatham'])
    .where(sql<boolean>`r.audience_id = any ((select app.invited_to())::int[])`)
    .where(sql<boolean>`not coalesce(r.audience_id = any ((select app.audiences())::int[]), false)`)
    .where('r.archived_at', 'is', null)
    .orderBy(sql`lower(r.name)`)
    .limit(50)
    .execute()

export const findRoom = (db: Db, id: number, lang: Lang): Promise<Room | undefined> =>
  query(db, lang).where('r.audience_id', '=', id).executeTakeFirst()

/** Within reach, or the stop `not-found`. */
export async function getRoom(db: Db, id: number | undefined, lang: Lang): Promise<Room> {
  const room = id === undefined ? undefined : await findRoom(db, id, lang)
  if (room === undefined) throw notFound()
  return room
}

/** The same for somebody who is in; to all others its pages are not there. */
export async function getOwnRoom(db: Db, id: number | undefined, lang: Lang): Promise<Room> {
  const room = await getRoom(db, id, lang)
  if (!room.inside) throw notFound()
  return room
}

type Fresh = Omit<RoomInput, 'listedFor' | 'revision'> & { readonly listedFor: number }

/** With this person as its host; undefined where the database refuses them. Gives its id. */
export async function insertRoom(db: Db, fresh: Fresh): Promise<number | undefined> {
  const { name, aim, lang, entry, listedFor, chatham } = fresh
  const { rows } = await sql<{ id: number | null }>`
    select app.found_room(${name}, ${aim}, ${lang}, ${entry}, ${listedFor}, ${chatham === 'yes'}) as id`.execute(db)
  const id = rows[0]?.id ?? undefined
  if (id !== undefined)
    await tablesOf(db).updateTable('room').set({ concepts: fresh.concepts }).where('audience_id', '=', id).execute()
  return id
}

/** False: somebody else was faster. */
export async function updateRoom(db: Db, room: Room, { listedFor: _, ...change }: RoomInput): Promise<boolean> {
  const { name, aim, lang, concepts, entry } = change
  const result = await tablesOf(db)
    .updateTable('room')
    .set({ name, aim, lang, concepts, entry, chatham: change.chatham === 'yes', revision: room.revision + 1 })
    .where('audience_id', '=', room.id)
    .where('revision', '=', change.revision)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** `at` null: opened again. False when it was so already. */
export async function setArchived(db: Db, id: number, at: Date | null): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('room')
    .set({ archived_at: at })
    .where('audience_id', '=', id)
    .where('archived_at', at === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** False where somebody has written something in it. */
export async function deleteRoom(db: Db, id: number): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`select app.delete_room(${id}) as gone`.execute(db)
  return rows[0]?.gone === true
}
