// Invitations from the side of the person invited, as the system: whoever holds the secret is not in the network yet.
// Used by the mail job, by the page the invitation leads to, and by the command line.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { sha256 } from '#platform/identity/token.ts'
import { recordFact } from '#trunk/facts.ts'
import type { OpenInvitation } from './account.ts'
import type { AccountTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<AccountTables>()

const invitations = (system: Db) =>
  tablesOf(system)
    .selectFrom('invitation')
    .innerJoin('organisation as o', 'o.id', 'invitation.organisation_id')
    .leftJoin('person', 'person.id', 'invitation.invited_by')
    .select(['invitation.id', 'invitation.email', 'invitation.name', 'invitation.lang', 'invitation.role'])
    // Whoever was invited reads all of it in the language of the invitation.
    .select([
      sql<string>`coalesce(o.names ->> invitation.lang, o.name)`.as('organisationName'),
      'person.name as invitedBy',
    ])

const open = (system: Db, now: Date) =>
  invitations(system)
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.expires_at', '>', now)

export const findInvitation = (system: Db, token: string, now: Date): Promise<OpenInvitation | undefined> =>
  open(system, now).where('invitation.token_hash', '=', sha256(token)).executeTakeFirst()

/** Undefined when there is nothing to send any more. */
export const findUnsentInvitation = (system: Db, id: number, now: Date) =>
  open(system, now).where('invitation.id', '=', id).where('invitation.mailed_at', 'is', null).executeTakeFirst()

export async function changeInvitation(
  system: Db,
  id: number,
  change: { token_hash: string } | { mailed_at: Date },
): Promise<void> {
  await tablesOf(system).updateTable('invitation').set(change).where('id', '=', id).execute()
}

/** Takes the invitation, if nobody was faster; the row stays locked until the caller's transaction ends. */
export const takeInvitation = (db: Db, token: string, now: Date) =>
  tablesOf(db)
    .updateTable('invitation')
    .set({ accepted_at: now })
    .where('token_hash', '=', sha256(token))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['email', 'role', 'organisation_id as organisationId', 'forum_id as forumId'])
    .executeTakeFirst()

export interface NewPerson {
  readonly slug: string
  readonly name: string
  readonly email: string
  readonly role: 'colleague' | 'coordinator' | 'office'
  readonly organisationId: number
  readonly forumId: number | null
  readonly lang: Lang
  /** Of one room. */
  readonly guest?: boolean
}

/** Undefined when the slug or the address belongs to somebody already. */
export async function insertPerson(db: Db, person: NewPerson): Promise<number | undefined> {
  const { slug, name, email, role, lang, guest = false } = person
  const row = await tablesOf(db)
    .insertInto('person')
    .values({ slug, name, email, role, lang, guest, organisation_id: person.organisationId, forum_id: person.forumId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export const isTaken = async (db: Db, email: string): Promise<boolean> => {
  const found = tablesOf(db).selectFrom('person').select('id').where(sql`lower(email)`, '=', email.toLowerCase())
  return (await found.where('left_at', 'is', null).executeTakeFirst()) !== undefined
}

/** Not of those to which nobody is invited: the city that is none, and where guests of a room come from. */
export const findOrganisation = (system: Db, slug: string) =>
  tablesOf(system)
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('slug', '=', slug)
    .where(sql<boolean>`kind not in ('guest', 'unnamed')`)
    .executeTakeFirst()
export const findForum = (system: Db, slug: string) =>
  tablesOf(system).selectFrom('forum').select('id').where('slug', '=', slug).executeTakeFirst()

/** From the command line: with its secret at once, because the command shows the link. Within a transaction of the caller's. */
export async function insertCommandInvitation(
  db: Db,
  invitation: Omit<NewPerson, 'slug'> & { readonly tokenHash: string; readonly expiresAt: Date },
  now: Date,
): Promise<void> {
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
      token_hash: invitation.tokenHash,
      created_at: now,
      expires_at: invitation.expiresAt,
      mailed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordFact(db, { name: 'person.invited', data: { invitation: id } })
}
