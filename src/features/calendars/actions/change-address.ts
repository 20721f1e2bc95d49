// Making the address of one's calendar, anew or for the first time, and ending it.
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { recordFact } from '#trunk/facts.ts'
import { deleteAddress, putAddress } from '../store.ts'

/** Gives the secret, which is shown this once; the one before opens nothing any more. */
export async function makeAddress(db: Db, { person }: SignedIn, now: Date): Promise<string> {
  const token = newToken()
  await putAddress(db, person.id, sha256(token), now)
  await recordFact(db, { name: 'calendar-address.made', actor: person })
  return token
}

export async function endAddress(db: Db, { person }: SignedIn): Promise<void> {
  if (await deleteAddress(db, person.id)) await recordFact(db, { name: 'calendar-address.ended', actor: person })
}
