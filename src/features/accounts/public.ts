// The front door: what neighbours, tests and the command line may use of accounts.
import type { Db } from '#platform/db/database.ts'
import { beginSession } from './store-before-sign-in.ts'

/**
 * Signs a person in as the system and gives the secret for the cookie `session` (see platform/http/cookies.ts).
 * Throws for somebody unknown or who has left: whoever calls this has already decided that the person may enter.
 */
export async function startSession(system: Db, personId: number, now: Date): Promise<string> {
  const token = await beginSession(system, personId, now, { way: 'demonstration', device: '' })
  if (token === undefined) throw new Error(`person ${personId} is unknown or has left`)
  return token
}
