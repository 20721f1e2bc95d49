// Archive a room, open it again, and delete one in which nobody has written anything.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { mayHost } from '../permissions.ts'
import type { Room } from '../room.ts'
import { deleteRoom, getOwnRoom, setArchived } from '../store.ts'

async function getHosted(db: Db, viewer: SignedIn, id: number | undefined): Promise<Room> {
  const room = await getOwnRoom(db, id, viewer.person.lang)
  if (!mayHost(room)) throw forbidden()
  return room
}

/** `at` null: open again. A second time changes nothing. */
export const archiveRoom = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  at: Date | null,
): Promise<Room> =>
  asPerson(async (db) => {
    const room = await getHosted(db, viewer, id)
    if (await setArchived(db, room.id, at))
      await recordFact(db, {
        name: at === null ? 'room.reopened' : 'room.archived',
        actor: viewer.person,
        audienceId: room.id,
      })
    return room
  })

export const removeRoom = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
): Promise<Outcome<Room, 'not-empty'>> =>
  asPerson(async (db) => {
    const room = await getHosted(db, viewer, id)
    if (!(await deleteRoom(db, room.id))) return refused('not-empty')
    await recordFact(db, { name: 'room.deleted', actor: viewer.person, data: { room: room.id } })
    return done(room)
  })
