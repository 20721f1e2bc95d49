// What a service that answers later brings: kept where the text still stands as it was sent, forgotten otherwise.
import { gone } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { sha256 } from '#platform/identity/token.ts'
import { TranslationFailure, type Translator } from '#platform/translation/translator.ts'
import { fill, findWaiting, noteFailure, unclaim } from '../store-keeping.ts'

/** Milliseconds. */
const waitedFor = 24 * 3_600_000

async function waiting(system: Db, token: string, now: Date) {
  const found = await findWaiting(system, sha256(token), new Date(now.getTime() - waitedFor))
  if (found === undefined) throw gone()
  return found
}
type Waiting = Awaited<ReturnType<typeof waiting>>

/** However often it is told: whoever takes the claim away notes it and gives back what it cost. */
const giveUp = (system: Db, token: string, found: Waiting, reason: 'nonsense' | 'refused', now: Date): Promise<void> =>
  system.transaction().execute(async (db) => {
    if (await unclaim(db, found.id, sha256(token)))
      await noteFailure(db, { ...found, reason, counted: found.askedAt }, now)
  })

/** `body` as it came; whoever does not know a token that is waited for is told nothing. */
export async function takeArrival(system: Db, translator: Translator, token: string, body: string, now: Date) {
  const found = await waiting(system, token, now)
  try {
    const pieces = translator.read?.(body, found.pieceCount)
    if (pieces === undefined) throw gone()
    await fill(system, found.id, sha256(token), pieces)
  } catch (error) {
    if (!(error instanceof TranslationFailure)) throw error
    await giveUp(system, token, found, 'nonsense', now)
  }
}

/** The service says that it could not. */
export async function takeFailure(system: Db, token: string, now: Date): Promise<void> {
  await giveUp(system, token, await waiting(system, token, now), 'refused', now)
}
