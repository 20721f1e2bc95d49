// Going back to links by e-mail or passkeys.
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Asker } from '../password-rules.ts'
import { removePasswordSignIn } from '../store-credentials.ts'

/** Password, second factor and recovery codes go together: a password alone opens nothing and protects nothing. */
export async function removePassword(system: Db, asker: Pick<Asker, 'id' | 'organisationId'>): Promise<void> {
  await system.transaction().execute(async (db) => {
    await removePasswordSignIn(db, asker.id)
    await recordFact(db, { name: 'password.removed', actor: asker })
  })
}
