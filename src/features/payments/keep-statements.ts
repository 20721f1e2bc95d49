// What a file of a bank told, kept: each statement with its entries, and the fact that somebody read it.
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { ReadStatement } from './bank-statement.ts'
import { issuerOf } from './permissions.ts'
import { fingerprintsByStatement, insertStatement } from './store-statements.ts'

/** All statements of a file, with what is known already left out; and the fact. */
export async function keepStatements(
  db: Db,
  viewer: SignedIn,
  fileId: number,
  statements: readonly ReadStatement[],
): Promise<void> {
  const marks = fingerprintsByStatement(statements)
  const of = { fileId, issuer: issuerOf(viewer) }
  for (const [at, statement] of statements.entries()) await insertStatement(db, of, statement, marks[at] ?? [])
  await recordFact(db, { name: 'statement.read', actor: viewer.person, data: { file: fileId } })
}
