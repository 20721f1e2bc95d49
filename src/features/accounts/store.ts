// What signed-in people see and change of their own account, as themselves: row-level security shows nobody else's.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { Passkey, Session, Token } from './account.ts'
import type { AccountTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<AccountTables>()

export async function getOwnAddress(db: Db): Promise<string> {
  const { rows } = await sql<{ address: string }>`select app.own_address() as address`.execute(db)
  return rows[0]?.address ?? ''
}

export async function saveProfile(db: Db, personId: number, profile: { name?: string; lang: Lang }): Promise<void> {
  await tablesOf(db).updateTable('person').set(profile).where('id', '=', personId).execute()
}

export const listSessions = (db: Db, now: Date): Promise<Session[]> =>
  tablesOf(db)
    .selectFrom('session')
    .select(['id', 'device', 'created_at as createdAt', 'seen_at as seenAt', 'expires_at as expiresAt'])
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .execute()

/** Gives whether there was one; another person's is not found. */
export async function endSession(db: Db, id: number): Promise<boolean> {
  const { numDeletedRows } = await tablesOf(db).deleteFrom('session').where('id', '=', id).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Row-level security makes "all" mean "all of one's own". */
export async function endOtherSessions(db: Db, thisOne: number | null): Promise<number> {
  const others = tablesOf(db).deleteFrom('session').where('id', 'is distinct from', thisOne)
  return Number((await others.executeTakeFirstOrThrow()).numDeletedRows)
}

export const listTokens = (db: Db): Promise<Token[]> =>
  tablesOf(db)
    .selectFrom('personal_token')
    .select(['id', 'name', 'created_at as createdAt', 'used_at as usedAt', 'expires_at as expiresAt'])
    .orderBy('id', 'desc')
    .execute()

export async function insertToken(
  db: Db,
  token: { personId: number; name: string; hash: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await tablesOf(db)
    .insertInto('personal_token')
    .values({
      person_id: token.personId,
      name: token.name,
      token_hash: token.hash,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    })
    .execute()
}

export async function removeToken(db: Db, id: number): Promise<boolean> {
  const { numDeletedRows } = await tablesOf(db)
    .deleteFrom('personal_token')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export const listPasskeys = (db: Db): Promise<Passkey[]> =>
  tablesOf(db)
    .selectFrom('passkey')
    .select(['id', 'name', 'credential_id as credentialId', 'created_at as createdAt', 'used_at as usedAt'])
    .orderBy('id')
    .execute()

export async function removePasskey(db: Db, id: number): Promise<boolean> {
  const { numDeletedRows } = await tablesOf(db).deleteFrom('passkey').where('id', '=', id).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Since when there is a password with its second factor, and how many recovery codes are left; undefined without one. */
export async function findPasswordState(db: Db): Promise<{ setAt: Date; codesLeft: number } | undefined> {
  const row = await tablesOf(db).selectFrom('password_sign_in').select('set_at as setAt').executeTakeFirst()
  if (row === undefined) return undefined
  const { count } = await tablesOf(db)
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { setAt: row.setAt, codesLeft: count }
}
