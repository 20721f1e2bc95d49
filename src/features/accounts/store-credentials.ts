// Passwords, second factors, recovery codes and the keys of passkeys, as the system: the application role may read none of them.
// Callers are sign-in, which knows nobody yet, and the account's own actions, which pass the id of the person who asks.
import type { Db } from '#platform/db/database.ts'
import { minutesAfter, pauseMinutes } from './account.ts'
import type { AccountTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<AccountTables>()

export interface PasswordSignIn {
  readonly personId: number
  readonly passwordHash: string
  readonly sealedSecret: string
  readonly lastStep: number
  readonly lockedUntil: Date | null
}

export const findPasswordSignIn = (system: Db, personId: number): Promise<PasswordSignIn | undefined> =>
  tablesOf(system)
    .selectFrom('password_sign_in')
    .innerJoin('person', 'person.id', 'password_sign_in.person_id')
    .select(['person_id as personId', 'password_hash as passwordHash', 'sealed_secret as sealedSecret'])
    .select(['last_step as lastStep', 'locked_until as lockedUntil'])
    .where('person_id', '=', personId)
    .where('person.left_at', 'is', null)
    .executeTakeFirst()

export interface NewPassword {
  readonly passwordHash: string
  readonly sealedSecret: string
  readonly lastStep: number
  readonly codeHashes: readonly string[]
}

/** Password, second factor and recovery codes arrive together, in the caller's transaction; what was there is replaced. */
export async function setPasswordSignIn(db: Db, personId: number, fresh: NewPassword, now: Date): Promise<void> {
  const { passwordHash, sealedSecret, lastStep } = fresh
  await removePasswordSignIn(db, personId)
  await tablesOf(db)
    .insertInto('password_sign_in')
    .values({
      person_id: personId,
      password_hash: passwordHash,
      sealed_secret: sealedSecret,
      last_step: lastStep,
      set_at: now,
    })
    .execute()
  await replaceCodes(db, personId, fresh.codeHashes)
}

export async function changePasswordHash(system: Db, personId: number, passwordHash: string, now: Date): Promise<void> {
  const change = { password_hash: passwordHash, set_at: now, failures: 0, locked_until: null }
  await tablesOf(system).updateTable('password_sign_in').set(change).where('person_id', '=', personId).execute()
}

/** The recovery codes go with it (on delete cascade). */
export async function removePasswordSignIn(system: Db, personId: number): Promise<void> {
  await tablesOf(system).deleteFrom('password_sign_in').where('person_id', '=', personId).execute()
}

/** Call inside a transaction: the old codes end in the moment in which the new ones begin. */
export async function replaceCodes(db: Db, personId: number, hashes: readonly string[]): Promise<void> {
  const rows = hashes.map((hash) => ({ person_id: personId, code_hash: hash }))
  await tablesOf(db).deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  await tablesOf(db).insertInto('recovery_code').values(rows).execute()
}

/** One more wrong try; from a number on, with a pause. Counted in one statement, so that tries side by side all count. */
export async function countFailure(system: Db, personId: number, now: Date): Promise<void> {
  const row = await tablesOf(system)
    .updateTable('password_sign_in')
    .set(({ eb }) => ({ failures: eb('failures', '+', 1) }))
    .where('person_id', '=', personId)
    .returning('failures')
    .executeTakeFirst()
  const pause = pauseMinutes(row?.failures ?? 0)
  if (pause === 0) return
  const until = minutesAfter(now, pause)
  await tablesOf(system)
    .updateTable('password_sign_in')
    .set({ locked_until: until })
    .where('person_id', '=', personId)
    .execute()
}

/** Takes the step of a code that was right; false when another request took it, or a later one, first. */
export async function takeStep(system: Db, personId: number, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(system)
    .updateTable('password_sign_in')
    .set({ last_step: step, failures: 0, locked_until: null })
    .where('person_id', '=', personId)
    .where('last_step', '<', step)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Once only, also when it is typed in two windows at the same time. */
export async function takeRecoveryCode(system: Db, personId: number, hash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(system)
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  const calm = { failures: 0, locked_until: null }
  await tablesOf(system).updateTable('password_sign_in').set(calm).where('person_id', '=', personId).execute()
  return true
}

export interface StoredPasskey {
  readonly id: number
  readonly personId: number
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
}

export const findPasskey = (system: Db, credentialId: string): Promise<StoredPasskey | undefined> =>
  tablesOf(system)
    .selectFrom('passkey')
    .select(['id', 'person_id as personId', 'credential_id as credentialId', 'public_key as publicKey', 'counter'])
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()

export async function notePasskeyUse(system: Db, id: number, counter: number, now: Date): Promise<void> {
  await tablesOf(system).updateTable('passkey').set({ counter, used_at: now }).where('id', '=', id).execute()
}

/** False when this key is known already. */
export async function insertPasskey(
  system: Db,
  key: Omit<StoredPasskey, 'id'> & { readonly name: string; readonly transports: readonly string[] },
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tablesOf(system)
    .insertInto('passkey')
    .values({
      person_id: key.personId,
      credential_id: key.credentialId,
      public_key: key.publicKey,
      counter: key.counter,
      transports: [...key.transports],
      name: key.name,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
