// Coming in: to an open room, or as somebody invited. And saying no to an invitation, of which nobody is told.
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Room } from '../room.ts'
import { getRoom } from '../store.ts'
import { declineInvitation, joinRoom } from '../store-people.ts'

/** A second time changes nothing. */
export const comeIn = (asPerson: AsPerson, viewer: SignedIn, id: number | undefined): Promise<Room> =>
  asPerson(async (db) => {
    const room = await getRoom(db, id, viewer.person.lang)
    if (!(await joinRoom(db, room.id))) throw forbidden()
    if (!room.inside) await recordFact(db, { name: 'room.joined', actor: viewer.person, audienceId: room.id })
    return room
  })

export const sayNo = (asPerson: AsPerson, viewer: SignedIn, id: number | undefined): Promise<void> =>
  asPerson(async (db) => {
    const room = await getRoom(db, id, viewer.person.lang)
    await declineInvitation(db, room.id)
  })
