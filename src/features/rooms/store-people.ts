// Who is in a room, who asks to be, who is invited.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Invitation, Request, RoomMember } from './room.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables>()

/** Those whose time is not over, by name. */
export const listMembers = (db: Db, id: number, lang: Lang): Promise<RoomMember[]> =>
  tablesOf(db)
    .selectFrom('audience_person as ap')
    .innerJoin('person as p', 'p.id', 'ap.person_id')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['p.id', 'p.slug', 'p.name', 'o.slug as organisationSlug', 'o.country', 'ap.host', 'ap.until'])
    .select(organisationName(lang).as('organisationName'))
    .where('ap.audience_id', '=', id)
    .where('p.left_at', 'is', null)
    .where(sql<boolean>`(ap.until is null or ap.until > now())`)
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id')
    .limit(2000)
    .execute()

/** In, to an open room or as somebody invited; false where neither holds. */
export async function joinRoom(db: Db, id: number): Promise<boolean> {
  const { rows } = await sql<{ joined: boolean }>`select app.join_room(${id}) as joined`.execute(db)
  return rows[0]?.joined === true
}

export const declineInvitation = async (db: Db, id: number): Promise<void> => {
  await sql`select app.decline_room(${id})`.execute(db)
}

/** Out; false for somebody who was not in. */
export async function removeMember(db: Db, id: number, personId: number): Promise<boolean> {
  const result = await tablesOf(db)
    .deleteFrom('audience_person')
    .where('audience_id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Whoever of those in the room has this address, told to its host. */
export async function findInRoom(db: Db, id: number, email: string): Promise<number | undefined> {
  const { rows } = await sql<{ found: number | null }>`select app.find_in_room(${id}, ${email}) as found`.execute(db)
  return rows[0]?.found ?? undefined
}

/** Of a guest who is in. */
export const setUntil = async (db: Db, id: number, personId: number, until: Date): Promise<void> => {
  await tablesOf(db)
    .updateTable('audience_person')
    .set({ until })
    .where('audience_id', '=', id)
    .where('person_id', '=', personId)
    .execute()
}

export const setHost = async (db: Db, id: number, personId: number, host: boolean): Promise<void> => {
  await tablesOf(db)
    .updateTable('audience_person')
    .set({ host })
    .where('audience_id', '=', id)
    .where('person_id', '=', personId)
    .execute()
}

/** One after the other: of two hosts who step back at once the second sees that the first has. */
export const holdRoom = async (db: Db, id: number): Promise<void> => {
  await tablesOf(db).selectFrom('room').select('audience_id').where('audience_id', '=', id).forUpdate().execute()
}

/** False: asked already. */
export async function insertRequest(db: Db, id: number, personId: number, text: string): Promise<boolean> {
  const result = await tablesOf(db)
    .insertInto('room_request')
    .values({ audience_id: id, person_id: personId, text })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export const deleteRequest = async (db: Db, id: number, personId: number): Promise<void> => {
  await tablesOf(db)
    .deleteFrom('room_request')
    .where('audience_id', '=', id)
    .where('person_id', '=', personId)
    .where('declined_at', 'is', null)
    .execute()
}

/** For hosts: those not answered yet, the oldest first. */
export const listRequests = (db: Db, id: number, lang: Lang): Promise<Request[]> =>
  tablesOf(db)
    .selectFrom('room_request as q')
    .innerJoin('person as p', 'p.id', 'q.person_id')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['p.id as personId', 'p.name', 'p.slug', 'q.text', 'q.at'])
    .select(organisationName(lang).as('organisationName'))
    .where('q.audience_id', '=', id)
    .where('q.declined_at', 'is', null)
    .where('p.left_at', 'is', null)
    .orderBy('q.at')
    .limit(500)
    .execute()

export async function admit(db: Db, id: number, personId: number): Promise<boolean> {
  const { rows } = await sql<{ admitted: boolean }>`select app.admit_to_room(${id}, ${personId}) as admitted`.execute(
    db,
  )
  return rows[0]?.admitted === true
}

export async function declineRequest(db: Db, id: number, personId: number, now: Date): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('room_request')
    .set({ declined_at: now })
    .where('audience_id', '=', id)
    .where('person_id', '=', personId)
    .where('declined_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export interface NewInvitation {
  readonly roomId: number
  readonly personId: number | null
  readonly email: string | null
  readonly lang: Lang
  readonly invitedBy: number
  readonly until: Date | null
  readonly expiresAt: Date
}

/** Undefined: invited already. */
export async function insertInvitation(db: Db, fresh: NewInvitation): Promise<number | undefined> {
  const row = await tablesOf(db)
    .insertInto('room_invitation')
    .values({
      audience_id: fresh.roomId,
      person_id: fresh.personId,
      email: fresh.email,
      lang: fresh.lang,
      invited_by: fresh.invitedBy,
      until: fresh.until,
      expires_at: fresh.expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** For hosts. */
export const listInvitations = (db: Db, id: number): Promise<Invitation[]> =>
  tablesOf(db)
    .selectFrom('room_invitation as i')
    .leftJoin('person as p', 'p.id', 'i.person_id')
    .select(['i.id', sql<string>`coalesce(p.name, i.email, '')`.as('who'), 'i.until', 'i.expires_at as expiresAt'])
    .where('i.audience_id', '=', id)
    .where(sql<boolean>`i.expires_at > now() and (i.until is null or i.until > now())`)
    .orderBy('i.id', 'desc')
    .limit(500)
    .execute()

/** Those that nobody took in time: they stand in the way of new ones. */
export const deleteExpired = async (db: Db, id: number): Promise<void> => {
  await tablesOf(db)
    .deleteFrom('room_invitation')
    .where('audience_id', '=', id)
    .where(sql<boolean>`(expires_at <= now() or until <= now())`)
    .execute()
}

export const deleteInvitation = async (db: Db, roomId: number, id: number): Promise<void> => {
  await tablesOf(db).deleteFrom('room_invitation').where('id', '=', id).where('audience_id', '=', roomId).execute()
}

/** In the rooms that the viewer hosts: how many wait for an answer. */
export const countRequests = (db: Db): Promise<{ id: number; name: string; chatham: boolean; count: number }[]> =>
  tablesOf(db)
    .selectFrom('room_request as q')
    .innerJoin('room as r', 'r.audience_id', 'q.audience_id')
    .innerJoin('person as p', 'p.id', 'q.person_id')
    .select(['r.audience_id as id', 'r.name', 'r.chatham', ({ fn }) => fn.countAll<number>().as('count')])
    .where('q.declined_at', 'is', null)
    .where('r.archived_at', 'is', null)
    .where('p.left_at', 'is', null)
    .where(sql<boolean>`app.hosts(r.audience_id)`)
    .groupBy(['r.audience_id', 'r.name', 'r.chatham'])
    .execute()
