// Second step of signing in with a password: a code of the authenticator app, or one of the recovery codes.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { stepOfCode } from '#platform/identity/one-time-code.ts'
import { keyedDigest, unseal } from '#platform/identity/sealed-secret.ts'
import { codeSeal, recoverySeal, tidyRecoveryCode } from '../account.ts'
import { findChallenge, takeChallenge } from '../store-before-sign-in.ts'
import { countFailure, findPasswordSignIn, takeRecoveryCode, takeStep } from '../store-credentials.ts'

/** Whether the code is one of this person's, unused until now; a wrong one counts towards the pause. */
export async function isOwnCode(
  system: Db,
  personId: number,
  code: string,
  given: { secret: string; now: Date },
): Promise<boolean> {
  const known = await findPasswordSignIn(system, personId)
  if (known === undefined || (known.lockedUntil !== null && known.lockedUntil > given.now)) return false
  const digits = code.replace(/\s/g, '')
  const secret = unseal(known.sealedSecret, given.secret, codeSeal, personId)
  const step = secret === undefined ? undefined : stepOfCode(secret, digits, given.now, known.lastStep)
  const right =
    step === undefined
      ? await takeRecoveryCode(
          system,
          personId,
          keyedDigest(tidyRecoveryCode(code), given.secret, recoverySeal),
          given.now,
        )
      : await takeStep(system, personId, step)
  if (!right) await countFailure(system, personId, given.now)
  return right
}

/** Gives who it is. `over`: the first step is too long ago or was never made, so it has to be made again. */
export async function checkCode(
  system: Db,
  typed: { challenge: string | undefined; code: string },
  given: { secret: string; now: Date },
): Promise<Outcome<number, 'wrong' | 'over'>> {
  const begun = await findChallenge(system, typed.challenge, 'second-step', given.now)
  if (begun === undefined || begun.personId === null) return refused('over')
  if (!(await isOwnCode(system, begun.personId, typed.code, given))) return refused('wrong')
  const taken = await takeChallenge(system, typed.challenge, 'second-step', given.now)
  return taken === undefined ? refused('over') : done(begun.personId)
}
