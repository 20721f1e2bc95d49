// Adding a passkey to one's own account.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import type { Settings } from '#platform/feature.ts'
import { newPasskeyFrom } from '#platform/identity/passkey.ts'
import { recordFact } from '#trunk/facts.ts'
import { takeChallenge } from '../store-before-sign-in.ts'
import { insertPasskey } from '../store-credentials.ts'

/** `wrong`: no answer to a challenge that this person was given. `known`: the key is registered already. */
export async function addPasskey(
  system: Db,
  asker: { id: number; organisationId: number },
  typed: { challenge: string | undefined; answer: unknown; name: string },
  given: { settings: Settings; now: Date },
): Promise<Outcome<true, 'wrong' | 'known'>> {
  const begun = await takeChallenge(system, typed.challenge, 'passkey-registration', given.now)
  if (begun === undefined || begun.personId !== asker.id) return refused('wrong')
  const key = await newPasskeyFrom(given.settings, typed.answer, begun.challenge)
  if (key === undefined) return refused('wrong')
  return system.transaction().execute(async (db) => {
    if (!(await insertPasskey(db, { ...key, personId: asker.id, name: typed.name }, given.now))) return refused('known')
    await recordFact(db, { name: 'passkey.added', actor: asker })
    return done(true)
  })
}
