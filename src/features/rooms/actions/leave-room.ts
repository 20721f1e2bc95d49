// Leaving, without a word; what somebody wrote stays. And taking somebody out, by a host.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { mayHost } from '../permissions.ts'
import type { Room } from '../room.ts'
import { getOwnRoom } from '../store.ts'
import { holdRoom, listMembers, removeMember } from '../store-people.ts'

/** Whether the room would be left without anybody who looks after it; asked while nobody else changes its hosts. */
export async function isLastHost(db: Db, room: Room, viewer: SignedIn, personId: number): Promise<boolean> {
  if (room.archivedAt !== null) return false
  await holdRoom(db, room.id)
  const hosts = (await listMembers(db, room.id, viewer.person.lang)).filter(({ host }) => host)
  return hosts.length === 1 && hosts[0]?.id === personId
}

/** Nobody hears of it: the fact is known to whoever left and to the system. */
export const leaveRoom = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
): Promise<Outcome<Room, 'last-host'>> =>
  asPerson(async (db) => {
    const room = await getOwnRoom(db, id, viewer.person.lang)
    if (room.hosting && (await isLastHost(db, room, viewer, viewer.person.id))) return refused('last-host')
    await removeMember(db, room.id, viewer.person.id)
    await recordFact(db, { name: 'room.left', actor: viewer.person, data: { room: room.id } })
    return done(room)
  })

/** Gone in this moment, from every page, list, file and search of the room. */
export const removeFromRoom = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  personId: number | undefined,
): Promise<Outcome<Room, 'last-host'>> =>
  asPerson(async (db) => {
    const room = await getOwnRoom(db, id, viewer.person.lang)
    if (!mayHost(room) || personId === undefined) throw forbidden()
    if (await isLastHost(db, room, viewer, personId)) return refused('last-host')
    if (await removeMember(db, room.id, personId))
      await recordFact(db, {
        name: 'room.member-removed',
        actor: viewer.person,
        data: { room: room.id, person: personId },
      })
    return done(room)
  })
