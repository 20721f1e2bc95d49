// A new room; whoever founds it is its first host.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { findChoosable } from '#trunk/audiences.ts'
import { recordFact } from '#trunk/facts.ts'
import type { RoomInput } from '../inputs.ts'
import { mayFoundRoom } from '../permissions.ts'
import { insertRoom } from '../store.ts'

/** Gives its id. */
export const foundRoom = (
  asPerson: AsPerson,
  viewer: SignedIn,
  input: RoomInput,
): Promise<Outcome<number, 'listed-unknown'>> =>
  asPerson(async (db) => {
    if (!mayFoundRoom(viewer)) throw forbidden()
    const listed = await findChoosable(db, Number(input.listedFor ?? 0), viewer.person.lang)
    if (listed === undefined || (listed.kind !== 'network' && listed.kind !== 'forum')) return refused('listed-unknown')
    const id = await insertRoom(db, { ...input, listedFor: listed.id })
    if (id === undefined) return refused('listed-unknown')
    await recordFact(db, { name: 'room.founded', actor: viewer.person, audienceId: id })
    return done(id)
  })
