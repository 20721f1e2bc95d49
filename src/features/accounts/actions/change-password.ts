// Changing a password that is there.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { hashPassword } from '#platform/identity/password-hash.ts'
import { recordFact } from '#trunk/facts.ts'
import { isGuessable } from '../account.ts'
import type { Asker, Given, PasswordRefusal } from '../password-rules.ts'
import { changePasswordHash } from '../store-credentials.ts'
import { isOwnCode } from './check-code.ts'

/** A code is asked for: it shows that the app still works before the old password goes. */
export async function changePassword(
  system: Db,
  asker: Asker,
  typed: { password: string; code: string },
  given: Given,
): Promise<Outcome<true, PasswordRefusal>> {
  if (isGuessable(typed.password, asker.own)) return refused('guessable')
  if (!(await isOwnCode(system, asker.id, typed.code, given))) return refused('wrong-code')
  const hash = await hashPassword(typed.password)
  await system.transaction().execute(async (db) => {
    await changePasswordHash(db, asker.id, hash, given.now)
    await recordFact(db, { name: 'password.set', actor: asker })
  })
  return done(true)
}
