// Coming in with a secret that was mailed to another address of theirs: under the name that they are signed in with.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import type { Room } from '../room.ts'
import { findGuestByAddress, giveInvitation, isGuest, takeByToken } from '../store-guests.ts'
import { comeIn } from './join-room.ts'

async function takeAsOneself(db: Db, personId: number, token: string): Promise<Outcome<number, 'spent' | 'guest'>> {
  const invitation = await takeByToken(db, token)
  if (invitation === undefined) return refused('spent')
  if (await isGuest(db, personId)) {
    const own = invitation.email === null ? undefined : await findGuestByAddress(db, invitation.email)
    return own?.id === personId ? done(invitation.roomId) : refused('guest')
  }
  await giveInvitation(db, invitation, personId)
  return done(invitation.roomId)
}

/**
 * The address was another one of theirs: they hold its secret. `guest`: a guest keeps to the address they came with.
 */
export async function comeAsOneself(
  system: Db,
  asPerson: AsPerson,
  viewer: SignedIn,
  token: string,
): Promise<Outcome<Room, 'spent' | 'guest'>> {
  const taken = await system.transaction().execute((db) => takeAsOneself(db, viewer.person.id, token))
  return taken.done ? done(await comeIn(asPerson, viewer, taken.value)) : taken
}
