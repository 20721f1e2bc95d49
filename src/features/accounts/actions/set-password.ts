// Setting a password for the first time, always together with an authenticator app.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { stepOfCode } from '#platform/identity/one-time-code.ts'
import { hashPassword } from '#platform/identity/password-hash.ts'
import { seal, unseal } from '#platform/identity/sealed-secret.ts'
import { recordFact } from '#trunk/facts.ts'
import { codeSeal, isGuessable, setupSeal } from '../account.ts'
import type { Asker, Given, PasswordRefusal } from '../password-rules.ts'
import { setPasswordSignIn } from '../store-credentials.ts'
import { hashesOf, newCodes } from './renew-codes.ts'

/** Gives the recovery codes, which are shown this once. `sealed` is the secret the page offered, not kept anywhere yet. */
export async function setPassword(
  system: Db,
  asker: Asker,
  typed: { password: string; code: string; sealed: string },
  given: Given,
): Promise<Outcome<readonly string[], PasswordRefusal>> {
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
