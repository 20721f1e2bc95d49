// Recovery codes: for the day on which the telephone is gone. Shown once, kept as digests.
import { randomBytes } from 'node:crypto'
import type { Db } from '#platform/db/database.ts'
import { keyedDigest } from '#platform/identity/sealed-secret.ts'
import { recordFact } from '#trunk/facts.ts'
import { recoveryCodeCount, recoveryCodeFrom, recoverySeal, tidyRecoveryCode } from '../account.ts'
import type { Asker } from '../password-rules.ts'
import { replaceCodes } from '../store-credentials.ts'

export const newCodes = (): string[] =>
  Array.from({ length: recoveryCodeCount }, () => recoveryCodeFrom(randomBytes(10)))
export const hashesOf = (codes: readonly string[], secret: string): string[] =>
  codes.map((code) => keyedDigest(tidyRecoveryCode(code), secret, recoverySeal))

export async function renewCodes(
  system: Db,
  asker: Pick<Asker, 'id' | 'organisationId'>,
  secret: string,
): Promise<readonly string[]> {
  const codes = newCodes()
  await system.transaction().execute(async (db) => {
    await replaceCodes(db, asker.id, hashesOf(codes, secret))
    await recordFact(db, { name: 'recovery-codes.renewed', actor: asker })
  })
  return codes
}
