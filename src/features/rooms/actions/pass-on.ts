// Being host is a duty: it is given to somebody who is in, and laid down by whoever has it, unless nobody would be left.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { mayHost } from '../permissions.ts'
import type { Room } from '../room.ts'
import { getOwnRoom } from '../store.ts'
import { listMembers, setHost } from '../store-people.ts'
import { isLastHost } from './leave-room.ts'

export const makeHost = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  personId: number | undefined,
): Promise<Outcome<Room, 'guest' | 'gone'>> =>
  asPerson(async (db) => {
    const room = await getOwnRoom(db, id, viewer.person.lang)
    if (!mayHost(room)) throw forbidden()
    const member = (await listMembers(db, room.id, viewer.person.lang)).find((one) => one.id === personId)
    if (member === undefined) return refused('gone')
    if (member.until !== null) return refused('guest')
    if (member.host) return done(room)
    await setHost(db, room.id, member.id, true)
    await recordFact(db, {
      name: 'room.host-named',
      actor: viewer.person,
      audienceId: room.id,
      data: { host: member.id },
    })
    return done(room)
  })

/** One's own duty only: nobody takes it from somebody else. */
export const stepBack = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
): Promise<Outcome<Room, 'last-host'>> =>
  asPerson(async (db) => {
    const room = await getOwnRoom(db, id, viewer.person.lang)
    if (!mayHost(room)) throw forbidden()
    if (await isLastHost(db, room, viewer, viewer.person.id)) return refused('last-host')
    await setHost(db, room.id, viewer.person.id, false)
    await recordFact(db, { name: 'room.host-ended', actor: viewer.person, audienceId: room.id })
    return done(room)
  })
