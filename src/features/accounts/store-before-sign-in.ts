// Queries for people who are not signed in yet, run as the system: nobody is entered, so row-level security would show nothing.
// For sign-in and the job that mails its links; what signed-in people read and change of their account goes through store.ts,
// as that person, but for challenges and links, which the application role cannot reach.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { recordFact } from '#trunk/facts.ts'
import { organisationName } from '#trunk/organisations.ts'
import { type DemonstrationPerson, linkMinutes, minutesAfter, sessionSeconds, type WayIn } from './account.ts'
import type { AccountTables, ChallengePurpose } from './tables.ts'

export interface Addressee {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly lang: Lang
}

/** Notes that a link was asked for; the same work whether or not anybody has the address. */
export const requestLink = (system: Db, wish: { email: string; next: string }, now: Date): Promise<void> =>
  system.transaction().execute(async (db) => {
    const { id } = await db
      .withTables<AccountTables>()
      .insertInto('sign_in_link')
      .values({ ...wish, created_at: now, expires_at: minutesAfter(now, linkMinutes) })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordFact(db, { name: 'sign-in-link.requested', data: { link: id } })
  })

export const findLinkRequest = (system: Db, id: number) =>
  system
    .withTables<AccountTables>()
    .selectFrom('sign_in_link')
    .select(['email', 'next', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('id', '=', id)
    .executeTakeFirst()

export const findPersonByAddress = (system: Db, email: string): Promise<Addressee | undefined> =>
  system
    .withTables<AccountTables>()
    .selectFrom('person')
    .select(['id', 'name', 'email', 'lang'])
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('left_at', 'is', null)
    .executeTakeFirst()

/**
 * The person in the link is the one whose address it was sent to; a later change of address does not move it. False where
 * a secret was made before: its mail was written with it.
 */
export async function keepLinkHash(system: Db, id: number, personId: number, hash: string): Promise<boolean> {
  const change = { person_id: personId, token_hash: hash }
  const links = system.withTables<AccountTables>().updateTable('sign_in_link').set(change).where('id', '=', id)
  return (await links.where('token_hash', 'is', null).executeTakeFirst()).numUpdatedRows === 1n
}

/** Once only: of two that come at the same time, one finds it used. */
export async function redeemLink(
  system: Db,
  token: string,
  now: Date,
): Promise<{ personId: number; next: string } | undefined> {
  const row = await system
    .withTables<AccountTables>()
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', sha256(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['person_id', 'next'])
    .executeTakeFirst()
  return row === undefined || row.person_id === null ? undefined : { personId: row.person_id, next: row.next }
}

/**
 * Signs a person in: a new secret each time, kept as its digest. Gives the secret, or undefined for somebody who has left.
 * The row of the person is held until the end, so that nobody who is being let go gets in at the same moment.
 */
export const beginSession = (
  system: Db,
  personId: number,
  now: Date,
  how: { way: WayIn; device: string },
): Promise<string | undefined> =>
  system.transaction().execute(async (db) => {
    const tables = db.withTables<AccountTables>()
    const person = await tables
      .selectFrom('person')
      .select(['id', 'organisation_id as organisationId'])
      .where('id', '=', personId)
      .where('left_at', 'is', null)
      .forShare()
      .executeTakeFirst()
    if (person === undefined) return undefined
    const token = newToken()
    const expires = new Date(now.getTime() + sessionSeconds * 1000)
    const moments = { created_at: now, seen_at: now, expires_at: expires }
    const { id } = await tables
      .insertInto('session')
      .values({ person_id: personId, token_hash: sha256(token), device: how.device, ...moments })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordFact(db, { name: 'session.began', actor: person, data: { session: id, way: how.way } })
    return token
  })

/** Keeps what the next request of this browser needs; gives the secret for its cookie. */
export async function beginChallenge(
  system: Db,
  begun: { purpose: ChallengePurpose; personId?: number; challenge?: string },
  expires: Date,
): Promise<string> {
  const token = newToken()
  await system
    .withTables<AccountTables>()
    .insertInto('challenge')
    .values({
      token_hash: sha256(token),
      purpose: begun.purpose,
      person_id: begun.personId ?? null,
      challenge: begun.challenge ?? '',
      expires_at: expires,
    })
    .execute()
  return token
}

const challengeColumns = ['person_id as personId', 'challenge'] as const

export const findChallenge = (system: Db, token: string | undefined, purpose: ChallengePurpose, now: Date) =>
  system
    .withTables<AccountTables>()
    .selectFrom('challenge')
    .select(challengeColumns)
    .where('token_hash', '=', sha256(token ?? ''))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .executeTakeFirst()

/** Finds it and takes it away in one step: nothing is answered twice. */
export const takeChallenge = (system: Db, token: string | undefined, purpose: ChallengePurpose, now: Date) =>
  system
    .withTables<AccountTables>()
    .deleteFrom('challenge')
    .where('token_hash', '=', sha256(token ?? ''))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning(challengeColumns)
    .executeTakeFirst()

// The database says itself whether it is a demonstration; asked in the query, so that no other mistake opens this door.
const inventedPeople = (system: Db) =>
  system
    .withTables<AccountTables>()
    .selectFrom('person')
    .where('person.invented', '=', true)
    .where('person.left_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('network').select('only_one').where('network.demonstration', '=', true)),
    )

export const findInventedPerson = (system: Db, slug: string): Promise<{ id: number } | undefined> =>
  inventedPeople(system).select('person.id').where('person.slug', '=', slug).executeTakeFirst()

export const listDemonstrationPeople = (system: Db, lang: Lang): Promise<DemonstrationPerson[]> =>
  inventedPeople(system)
    .innerJoin('demonstration_person', 'demonstration_person.person_id', 'person.id')
    .innerJoin('organisation as o', 'o.id', 'person.organisation_id')
    .select(['person.slug', 'person.name', 'person.role', 'person.lang'])
    .select([organisationName(lang).as('organisationName'), 'demonstration_person.description'])
    .orderBy('demonstration_person.position')
    .execute()
