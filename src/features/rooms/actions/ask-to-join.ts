// Asking to come in, with a sentence; and what a host answers.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { mayAskToJoin, mayInvite } from '../permissions.ts'
import type { Room } from '../room.ts'
import { getOwnRoom, getRoom } from '../store.ts'
import { admit, declineRequest, deleteRequest, insertRequest } from '../store-people.ts'

/** Twice is once. */
export const askToJoin = (asPerson: AsPerson, viewer: SignedIn, id: number | undefined, text: string): Promise<Room> =>
  asPerson(async (db) => {
    const room = await getRoom(db, id, viewer.person.lang)
    if (room.asked === 'waiting' || room.inside) return room
    if (!mayAskToJoin(room)) throw forbidden()
    if (await insertRequest(db, room.id, viewer.person.id, text))
      await recordFact(db, { name: 'room.requested', actor: viewer.person, data: { room: room.id } })
    return room
  })

export const takeBackRequest = (asPerson: AsPerson, viewer: SignedIn, id: number | undefined): Promise<void> =>
  asPerson(async (db) => {
    const room = await getRoom(db, id, viewer.person.lang)
    await deleteRequest(db, room.id, viewer.person.id)
  })

/** A second host who answers meanwhile finds that it was answered. */
export const answerRequest = (
  asPerson: AsPerson,
  viewer: SignedIn,
  { id, personId, yes }: { id: number | undefined; personId: number | undefined; yes: boolean },
  now: Date,
): Promise<Outcome<Room, 'answered'>> =>
  asPerson(async (db) => {
    const room = await getOwnRoom(db, id, viewer.person.lang)
    if (!mayInvite(room) || personId === undefined) throw forbidden()
    const answered = yes ? await admit(db, room.id, personId) : await declineRequest(db, room.id, personId, now)
    if (!answered) return refused('answered')
    const data = { room: room.id, person: personId }
    const reach = yes ? { audienceId: room.id } : {}
    await recordFact(db, {
      name: yes ? 'room.member-admitted' : 'room.member-declined',
      actor: viewer.person,
      data,
      ...reach,
    })
    return done(room)
  })
