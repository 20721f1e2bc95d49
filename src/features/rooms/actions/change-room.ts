// Name, aim and way in of a room. It becomes narrower, never wider; the Chatham House Rule, once it holds, goes on holding.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { RoomInput } from '../inputs.ts'
import { mayHost } from '../permissions.ts'
import { entries, type Room } from '../room.ts'
import { getOwnRoom, updateRoom } from '../store.ts'

export type ChangeRefusal = 'changed-meanwhile' | 'never-wider' | 'rule-stays'

const wrongIn = (room: Room, input: RoomInput): ChangeRefusal | undefined => {
  if (input.revision !== room.revision) return 'changed-meanwhile'
  if (entries.indexOf(input.entry) < entries.indexOf(room.entry)) return 'never-wider'
  return room.chatham && input.chatham === undefined ? 'rule-stays' : undefined
}

export const changeRoom = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  input: RoomInput,
): Promise<Outcome<Room, ChangeRefusal>> =>
  asPerson(async (db) => {
    const room = await getOwnRoom(db, id, viewer.person.lang)
    if (!mayHost(room)) throw forbidden()
    const wrong = wrongIn(room, input)
    if (wrong !== undefined) return refused(wrong)
    if (!(await updateRoom(db, room, input))) return refused('changed-meanwhile')
    await recordFact(db, { name: 'room.changed', actor: viewer.person, audienceId: room.id })
    return done(room)
  })
