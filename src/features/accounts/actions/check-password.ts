// First step of signing in with a password. Whatever is wrong — address, password, a pause — the answer is one and the same.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { isPassword } from '#platform/identity/password-hash.ts'
import { challengeSeconds, minutesAfter } from '../account.ts'
import { beginChallenge, findPersonByAddress } from '../store-before-sign-in.ts'
import { countFailure, findPasswordSignIn } from '../store-credentials.ts'

/** Gives the secret of the second step's cookie: nobody is signed in by a password alone. */
export async function checkPassword(
  system: Db,
  typed: { email: string; password: string },
  now: Date,
): Promise<Outcome<string, 'wrong'>> {
  const person = await findPersonByAddress(system, typed.email)
  const known = person === undefined ? undefined : await findPasswordSignIn(system, person.id)
  // Compared in any case, so that the time does not tell who has a password.
  const right = await isPassword(typed.password, known?.passwordHash)
  if (known === undefined || (known.lockedUntil !== null && known.lockedUntil > now)) return refused('wrong')
  if (!right) {
    await countFailure(system, known.personId, now)
    return refused('wrong')
  }
  const expires = minutesAfter(now, challengeSeconds / 60)
  return done(await beginChallenge(system, { purpose: 'second-step', personId: known.personId }, expires))
}
