// Invitations as the system: by the secret of a mail, for people who are nobody's here yet; and what mails say.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { sha256 } from '#platform/identity/token.ts'
import type { TrunkTables } from '#trunk/tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables>()

const open = (system: Db) =>
  tablesOf(system)
    .selectFrom('room_invitation as i')
    .innerJoin('room as r', 'r.audience_id', 'i.audience_id')
    .innerJoin('person as by', 'by.id', 'i.invited_by')
    .select(['i.id', 'i.email', 'i.lang', 'i.until', 'i.person_id as personId', 'i.mailed_at as mailedAt'])
    .select('i.expires_at as expiresAt')
    .select(['r.audience_id as roomId', 'r.name as roomName', 'r.aim', 'r.chatham', 'by.name as invitedBy'])
    .where(sql<boolean>`i.expires_at > now() and (i.until is null or i.until > now())`)
    .where('r.archived_at', 'is', null)
    .where('r.deleted_at', 'is', null)

export type OpenInvitation = Awaited<ReturnType<ReturnType<typeof open>['execute']>>[number]

/** Undefined for one that was taken, taken back or is too old. */
export const findByToken = (system: Db, token: string): Promise<OpenInvitation | undefined> =>
  open(system).where('i.token_hash', '=', sha256(token)).executeTakeFirst()

/** The same, held until the transaction ends. */
export const takeByToken = (system: Db, token: string): Promise<OpenInvitation | undefined> =>
  open(system).where('i.token_hash', '=', sha256(token)).forUpdate('i').executeTakeFirst()

export const findInvitation = (system: Db, id: number): Promise<OpenInvitation | undefined> =>
  open(system).where('i.id', '=', id).executeTakeFirst()

export const changeInvitation = async (
  system: Db,
  id: number,
  change: { token_hash: string } | { mailed_at: Date },
): Promise<void> => {
  await tablesOf(system).updateTable('room_invitation').set(change).where('id', '=', id).execute()
}

/** Instead of an address, somebody by name: they hold the secret of the mail. They may be invited by name already. */
export async function giveInvitation(system: Db, { id, roomId }: OpenInvitation, personId: number): Promise<void> {
  await sql`insert into room_invitation (audience_id, person_id, lang, invited_by, created_at, expires_at)
    select audience_id, ${personId}, lang, invited_by, created_at, expires_at from room_invitation where id = ${id}
      and not exists (select 1 from room_invitation where audience_id = ${roomId} and person_id = ${personId})`.execute(
    system,
  )
  await removeInvitation(system, id)
}

export const removeInvitation = async (system: Db, id: number): Promise<void> => {
  await tablesOf(system).deleteFrom('room_invitation').where('id', '=', id).execute()
}

/** Whoever is a guest here with this address. Their time may be over: an account goes a little later. */
export const findGuestByAddress = (system: Db, email: string): Promise<Guest | undefined> =>
  tablesOf(system)
    .selectFrom('person')
    .select(['id', 'name', 'organisation_id as organisationId'])
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .where('left_at', 'is', null)
    .where('guest', '=', true)
    .executeTakeFirst()

export interface Guest {
  readonly id: number
  readonly name: string
  readonly organisationId: number
}

/** The organisation of a guest, known to their rooms alone; its address tells nothing. Gives its id. */
export async function insertGuestOrganisation(
  system: Db,
  { name, country, slug }: { readonly name: string; readonly country: string; readonly slug: string },
): Promise<number> {
  const { id } = await tablesOf(system)
    .insertInto('organisation')
    .values({ slug, name, kind: 'guest', country })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const insertGuest = async (system: Db, roomId: number, personId: number, until: Date): Promise<void> => {
  await tablesOf(system)
    .insertInto('audience_person')
    .values({ audience_id: roomId, person_id: personId, until })
    .onConflict((conflict) => conflict.columns(['audience_id', 'person_id']).doUpdateSet({ until }))
    .execute()
}

export const isGuest = async (system: Db, personId: number): Promise<boolean> => {
  const row = await tablesOf(system).selectFrom('person').select('guest').where('id', '=', personId).executeTakeFirst()
  return row?.guest === true
}

export interface Addressee {
  readonly personId: number
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly guest: boolean
}
const addressees = (system: Db) =>
  tablesOf(system)
    .selectFrom('person as p')
    .select(['p.id as personId', 'p.name', 'p.email', 'p.lang', 'p.guest'])
    .where('p.left_at', 'is', null)

export const findAddressee = (system: Db, personId: number): Promise<Addressee | undefined> =>
  addressees(system).where('p.id', '=', personId).executeTakeFirst()

export const findByAddress = (system: Db, email: string): Promise<Addressee | undefined> =>
  addressees(system).where(sql<boolean>`lower(p.email) = lower(${email})`).executeTakeFirst()

/** Whom a mail about a room may name it to. */
export interface RoomReader extends Addressee {
  readonly roomName: string
}

const reached = sql`string_to_array(app.audiences_of(p.id), ',')::int[]`

/** Whoever is in a room in this moment. */
const inside = (system: Db, roomId: number) =>
  addressees(system)
    .innerJoin('audience_person as ap', 'ap.person_id', 'p.id')
    .innerJoin('room as r', 'r.audience_id', 'ap.audience_id')
    .select('r.name as roomName')
    .where('r.audience_id', '=', roomId)
    .where('r.deleted_at', 'is', null)
    .where(sql<boolean>`ap.audience_id = any (${reached})`)

const hosts = (system: Db, roomId: number) => inside(system, roomId).where('ap.host', '=', true)

export const listHosts = (system: Db, roomId: number): Promise<RoomReader[]> => hosts(system, roomId).execute()

export const findHost = (system: Db, roomId: number, personId: number): Promise<RoomReader | undefined> =>
  hosts(system, roomId).where('p.id', '=', personId).executeTakeFirst()

export const findInside = (system: Db, roomId: number, personId: number): Promise<RoomReader | undefined> =>
  inside(system, roomId).where('p.id', '=', personId).executeTakeFirst()

/** Whoever was declined, did not take it back, and sees the room in the list as before. */
export const findDeclined = (system: Db, roomId: number, personId: number): Promise<RoomReader | undefined> =>
  addressees(system)
    .innerJoin('room_request as q', 'q.person_id', 'p.id')
    .innerJoin('room as r', 'r.audience_id', 'q.audience_id')
    .select('r.name as roomName')
    .where('r.audience_id', '=', roomId)
    .where('p.id', '=', personId)
    .where('q.declined_at', 'is not', null)
    .where('r.deleted_at', 'is', null)
    .where('r.archived_at', 'is', null)
    .where(sql<boolean>`r.entry <> 'invitation' and r.listed_for = any (${reached})`)
    .executeTakeFirst()

export interface Asking {
  readonly roomName: string
  readonly name: string
  readonly text: string
}
/** Undefined when it was answered or taken back meanwhile, when they have left, or nobody is let in any more. */
export const findAsking = (system: Db, roomId: number, personId: number): Promise<Asking | undefined> =>
  tablesOf(system)
    .selectFrom('room_request as q')
    .innerJoin('room as r', 'r.audience_id', 'q.audience_id')
    .innerJoin('person as p', 'p.id', 'q.person_id')
    .select(['r.name as roomName', 'p.name', 'q.text'])
    .where('q.audience_id', '=', roomId)
    .where('q.person_id', '=', personId)
    .where('q.declined_at', 'is', null)
    .where('p.left_at', 'is', null)
    .where('r.deleted_at', 'is', null)
    .where('r.archived_at', 'is', null)
    .executeTakeFirst()
