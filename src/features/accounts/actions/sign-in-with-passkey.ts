// Signing in with a passkey: the challenge works once, the key must be known, its signature right.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import type { Settings } from '#platform/feature.ts'
import { credentialIn, passkeyCounter } from '#platform/identity/passkey.ts'
import { takeChallenge } from '../store-before-sign-in.ts'
import { findPasskey, notePasskeyUse } from '../store-credentials.ts'

/** Gives who it is. */
export async function signInWithPasskey(
  system: Db,
  typed: { challenge: string | undefined; answer: unknown },
  given: { settings: Settings; now: Date },
): Promise<Outcome<number, 'wrong'>> {
  const begun = await takeChallenge(system, typed.challenge, 'passkey-sign-in', given.now)
  const credential = credentialIn(typed.answer)
  if (begun === undefined || credential === undefined) return refused('wrong')
  const key = await findPasskey(system, credential)
  if (key === undefined) return refused('wrong')
  const counter = await passkeyCounter(given.settings, typed.answer, begun.challenge, key)
  if (counter === undefined) return refused('wrong')
  await notePasskeyUse(system, key.id, counter, given.now)
  return done(key.personId)
}
