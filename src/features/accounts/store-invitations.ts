// Colleagues and invitations as the person who steers them: row-level security decides for which organisations.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Role } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { Colleague, PendingInvitation, SteeredOrganisation } from './account.ts'
import type { AccountTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<AccountTables>()

/** Everybody who is in the organisation now; for people of the network and of the organisation itself. */
export const listColleagues = (db: Db, organisationId: number): Promise<Colleague[]> =>
  tablesOf(db)
    .selectFrom('person')
    .select(['id', 'slug', 'name', 'role'])
    .where('organisation_id', '=', organisationId)
    .where('left_at', 'is', null)
    .orderBy('name')
    .execute()

export const listPendingInvitations = (db: Db, organisationId: number, now: Date): Promise<PendingInvitation[]> =>
  tablesOf(db)
    .selectFrom('invitation')
    .select(['id', 'name', 'email', 'role', 'expires_at as expiresAt'])
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id', 'desc')
    .execute()

const steered = (db: Db, lang: Lang) =>
  tablesOf(db)
    .selectFrom('organisation as o')
    .select(['o.id', 'o.slug', organisationName(lang).as('name')])
    .where(sql<boolean>`app.steers(o.id)`)

/** For an office: all organisations it may invite for; for a coordinator: one. */
export const listSteeredOrganisations = (db: Db, lang: Lang): Promise<SteeredOrganisation[]> =>
  steered(db, lang).orderBy('name').execute()

/** Undefined for one that does not exist and for one that the viewer does not steer alike. */
export const findSteeredOrganisation = (db: Db, slug: string, lang: Lang): Promise<SteeredOrganisation | undefined> =>
  steered(db, lang).where('o.slug', '=', slug).executeTakeFirst()

export async function isAddressTaken(db: Db, email: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select app.address_is_taken(${email}) as taken`.execute(db)
  return rows[0]?.taken === true
}

export interface NewInvitation {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly organisationId: number
  readonly forumId: number | null
  readonly lang: Lang
  readonly invitedBy: number
  readonly expiresAt: Date
}

export async function insertInvitation(db: Db, invitation: NewInvitation): Promise<number> {
  const { email, name, role, lang } = invitation
  const { id } = await tablesOf(db)
    .insertInto('invitation')
    .values({
      email,
      name,
      role,
      lang,
      organisation_id: invitation.organisationId,
      forum_id: invitation.forumId,
      invited_by: invitation.invitedBy,
      expires_at: invitation.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Earlier ones for the same address and organisation end, so that one address never holds two open invitations here. */
export async function revokeEarlier(db: Db, organisationId: number, email: string, now: Date): Promise<void> {
  await tablesOf(db)
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('organisation_id', '=', organisationId)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

export const revokeInvitation = (db: Db, id: number, now: Date): Promise<{ organisationId: number } | undefined> =>
  tablesOf(db)
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('organisation_id as organisationId')
    .executeTakeFirst()

/** Gives whether there was such a person whom the viewer steers; duties of an office do not change this way. */
export async function giveDuty(db: Db, personId: number, duty: Role): Promise<boolean> {
  const { rows } = await sql<{ given: boolean }>`select app.give_duty(${personId}, ${duty}) as given`.execute(db)
  return rows[0]?.given === true
}

/** What somebody looks after goes to a colleague; gives how many things did, undefined where the viewer does not steer both. */
export async function handOver(db: Db, personId: number, heirId: number): Promise<number | undefined> {
  const { rows } = await sql<{ handed: number | null }>`select app.hand_over(${personId}, ${heirId}) as handed`.execute(
    db,
  )
  return rows[0]?.handed ?? undefined
}

export interface Leaver {
  readonly organisationId: number
  readonly role: Role
  /** How many others are in the organisation. */
  readonly colleagues: number
}
/** Somebody who is still there, as far as the viewer sees. */
export const findLeaver = (db: Db, personId: number): Promise<Leaver | undefined> =>
  tablesOf(db)
    .selectFrom('person as p')
    .select(['p.organisation_id as organisationId', 'p.role'])
    .select(
      sql<number>`(select count(*)::int from person o where o.organisation_id = p.organisation_id and o.id <> p.id and o.left_at is null)`.as(
        'colleagues',
      ),
    )
    .where('p.id', '=', personId)
    .where('p.left_at', 'is', null)
    .executeTakeFirst()

/** Ends somebody's membership and every way in, if the viewer steers that organisation; gives whether it did. */
export async function letGo(db: Db, personId: number, now: Date): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`select app.let_go(${personId}, ${now}) as gone`.execute(db)
  return rows[0]?.gone === true
}
