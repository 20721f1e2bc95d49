// Inviting by name or by address. Whether an address is anybody's here is told to nobody: whoever reads it comes in as who they are.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { InvitationInput } from '../inputs.ts'
import { mayInvite } from '../permissions.ts'
import { invitationDays, type Room } from '../room.ts'
import { getOwnRoom } from '../store.ts'
import { deleteExpired, deleteInvitation, insertInvitation, setUntil } from '../store-people.ts'
import { type InviteRefusal, whomToInvite } from '../whom-to-invite.ts'

/** A guest who is in already simply stays until the new day. */
export const invite = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  input: InvitationInput,
  now: Date,
): Promise<Outcome<'invited' | 'stays-on', InviteRefusal>> =>
  asPerson(async (db) => {
    const room = await getOwnRoom(db, id, viewer.person.lang)
    if (!mayInvite(room)) throw forbidden()
    const meant = await whomToInvite(db, room, input, { lang: viewer.person.lang, now })
    if (!meant.done) return meant
    const actor = viewer.person
    if ('guestId' in meant.value) {
      const { guestId: person, until } = meant.value
      await setUntil(db, room.id, person, until)
      await recordFact(db, { name: 'room.stay-changed', actor, data: { room: room.id, person } })
      return done('stays-on')
    }
    await deleteExpired(db, room.id)
    const terms = {
      lang: input.lang,
      invitedBy: actor.id,
      expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
    }
    const made = await insertInvitation(db, { roomId: room.id, ...meant.value, ...terms })
    if (made === undefined) return refused('already-invited')
    await recordFact(db, { name: 'room.invited', actor, data: { room: room.id, invitation: made } })
    return done('invited')
  })

/** Taking back what was taken already changes nothing. */
export const takeBackInvitation = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  invitationId: number | undefined,
): Promise<Room> =>
  asPerson(async (db) => {
    const room = await getOwnRoom(db, id, viewer.person.lang)
    if (!mayInvite(room)) throw forbidden()
    await deleteInvitation(db, room.id, invitationId ?? 0)
    return room
  })
