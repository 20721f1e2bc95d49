// Two entries of the register become one.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { mayJoinDoubles } from '../permissions.ts'
import { type Entry, type JoinRefusal, joinEntries } from '../store.ts'

/** Gives the entry that stayed. */
export async function joinDoubles(
  db: Db,
  viewer: SignedIn,
  gone: Entry,
  kept: Entry,
): Promise<Outcome<Entry, JoinRefusal>> {
  if (!mayJoinDoubles(viewer)) throw forbidden()
  const refusal = await joinEntries(db, gone.id, kept.id)
  if (refusal === 'forbidden') throw forbidden()
  if (refusal !== undefined) return refused(refusal)
  await recordFact(db, { name: 'double.joined', actor: viewer.person, data: { gone: gone.id, kept: kept.id } })
  return done(kept)
}
