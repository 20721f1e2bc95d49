// A personal token for programs that ask the API in one's own name.
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { recordFact } from '#trunk/facts.ts'
import { daysAfter, tokenDays } from '../account.ts'
import { insertToken } from '../store.ts'

/** Gives the secret, which is shown this once: we keep its digest only. */
export async function createToken(db: Db, viewer: SignedIn, name: string, now: Date): Promise<string> {
  const token = newToken()
  const expiresAt = daysAfter(now, tokenDays)
  await insertToken(db, { personId: viewer.person.id, name, hash: sha256(token), createdAt: now, expiresAt })
  await recordFact(db, { name: 'token.created', actor: viewer.person })
  return token
}
