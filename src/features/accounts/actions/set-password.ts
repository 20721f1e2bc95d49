// Setting a password for the first time, always together with an authenticator app; and changing it later.
import { randomBytes } from 'node:crypto'
import type { Issue, Outcome } from '#kernel/outcome.ts'
import { done, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { stepOfCode } from '#platform/identity/one-time-code.ts'
import { hashPassword } from '#platform/identity/password-hash.ts'
import { keyedDigest, seal, unseal } from '#platform/identity/sealed-secret.ts'
import { recordFact } from '#trunk/facts.ts'
import {
  codeSeal,
  isGuessable,
  recoveryCodeCount,
  recoveryCodeFrom,
  recoverySeal,
  setupSeal,
  tidyRecoveryCode,
} from '../account.ts'
import { changePasswordHash, removePasswordSignIn, replaceCodes, setPasswordSignIn } from '../store-credentials.ts'
import { isOwnCode } from './check-code.ts'

/** Who asks, and what the rules need to know of them. */
export interface Asker {
  readonly id: number
  readonly organisationId: number
  /** Name and address: a password must not be made of them. */
  readonly own: readonly string[]
}
interface Given {
  readonly secret: string
  readonly now: Date
}
type Refusal = 'guessable' | 'wrong-code'

export const refusalIssue: Record<Refusal, Issue> = {
  guessable: { field: 'password', message: 'accounts.issue-password-guessable' },
  'wrong-code': { field: 'code', message: 'accounts.issue-code-wrong' },
}

const newCodes = (): string[] => Array.from({ length: recoveryCodeCount }, () => recoveryCodeFrom(randomBytes(10)))
const hashesOf = (codes: readonly string[], secret: string): string[] =>
  codes.map((code) => keyedDigest(tidyRecoveryCode(code), secret, recoverySeal))

/** Gives the recovery codes, which are shown this once. `sealed` is the secret the page offered, not kept anywhere yet. */
export async function setPassword(
  system: Db,
  asker: Asker,
  typed: { password: string; code: string; sealed: string },
  given: Given,
): Promise<Outcome<readonly string[], Refusal>> {
  if (isGuessable(typed.password, asker.own)) return refused('guessable')
  const secret = unseal(typed.sealed, given.secret, setupSeal, asker.id)
  const step = secret === undefined ? undefined : stepOfCode(secret, typed.code, given.now)
  if (secret === undefined || step === undefined) return refused('wrong-code')
  const codes = newCodes()
  const fresh = {
    passwordHash: await hashPassword(typed.password),
    sealedSecret: seal(secret, given.secret, codeSeal, asker.id),
    lastStep: step,
    codeHashes: hashesOf(codes, given.secret),
  }
  await system.transaction().execute(async (db) => {
    await setPasswordSignIn(db, asker.id, fresh, given.now)
    await recordFact(db, { name: 'password.set', actor: asker })
  })
  return done(codes)
}

/** A code is asked for: it shows that the app still works before the old password goes. */
export async function changePassword(
  system: Db,
  asker: Asker,
  typed: { password: string; code: string },
  given: Given,
): Promise<Outcome<true, Refusal>> {
  if (isGuessable(typed.password, asker.own)) return refused('guessable')
  if (!(await isOwnCode(system, asker.id, typed.code, given))) return refused('wrong-code')
  const hash = await hashPassword(typed.password)
  await system.transaction().execute(async (db) => {
    await changePasswordHash(db, asker.id, hash, given.now)
    await recordFact(db, { name: 'password.set', actor: asker })
  })
  return done(true)
}

/** Password, second factor and recovery codes go together: a password alone opens nothing and protects nothing. */
export async function removePassword(system: Db, asker: Pick<Asker, 'id' | 'organisationId'>): Promise<void> {
  await system.transaction().execute(async (db) => {
    await removePasswordSignIn(db, asker.id)
    await recordFact(db, { name: 'password.removed', actor: asker })
  })
}

export async function renewCodes(system: Db, personId: number, secret: string): Promise<readonly string[]> {
  const codes = newCodes()
  await system.transaction().execute((db) => replaceCodes(db, personId, hashesOf(codes, secret)))
  return codes
}
