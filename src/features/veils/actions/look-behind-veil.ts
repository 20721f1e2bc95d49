// The office looks who asked as a member city: with a reason, noted for ever before anything is shown, and told to the asker.
import { done, type Outcome } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { liftVeil } from '#trunk/veils.ts'
import { findUnnamed } from '../store.ts'

/** Gives the look's id. To whoever answers for no such thing it is not there. */
export const lookBehindVeil = (
  asPerson: AsPerson,
  viewer: SignedIn,
  contributionId: number,
  reason: string,
): Promise<Outcome<number, never>> =>
  asPerson(async (db) => {
    const lifting = await liftVeil(db, contributionId, reason)
    if (lifting === undefined) throw notFound()
    // Nobody writes into a history that they cannot read: that of what was withdrawn is closed to an office.
    const about = (await findUnnamed(db, contributionId))?.state === 'published' ? { contributionId } : {}
    await recordFact(db, { name: 'veil.lifted', actor: viewer.person, ...about, data: { lifting } })
    return done(lifting)
  })
