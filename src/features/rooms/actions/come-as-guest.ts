// What the link of an invitation does: somebody from outside becomes a guest of the room; whoever is signed in comes in as themselves.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { newToken } from '#platform/identity/token.ts'
import { recordFact } from '#trunk/facts.ts'
import { insertWithFreeSlug, isTaken } from '../../accounts/public.ts'
import type { GuestInput } from '../inputs.ts'
import type { Room } from '../room.ts'
import {
  changeInvitation,
  insertGuest,
  insertGuestOrganisation,
  isGuest,
  removeInvitation,
  takeByToken,
} from '../store-guests.ts'
import { comeIn } from './join-room.ts'

/** Gives the new person and the room. `taken`: the address belongs to somebody, who signs in instead. */
export const comeAsGuest = (
  system: Db,
  input: GuestInput,
): Promise<Outcome<{ readonly personId: number; readonly roomId: number }, 'spent' | 'taken'>> =>
  system.transaction().execute(async (db) => {
    const invitation = await takeByToken(db, input.token)
    if (invitation === undefined || invitation.email === null || invitation.until === null) return refused('spent')
    const { email, until, roomId } = invitation
    if (await isTaken(db, email)) return refused('taken')
    const { name, organisation, country, lang } = input
    const slug = `guest-${newToken()
      .replaceAll(/[^a-zA-Z0-9]/g, '')
      .slice(0, 12)
      .toLowerCase()}`
    const organisationId = await insertGuestOrganisation(db, { name: organisation, country, slug })
    const account = { name, email, lang, organisationId, role: 'colleague', forumId: null, guest: true } as const
    const personId = await insertWithFreeSlug(db, account)
    await insertGuest(db, roomId, personId, until)
    await removeInvitation(db, invitation.id)
    await recordFact(db, { name: 'room.joined', actor: { id: personId, organisationId }, audienceId: roomId })
    return done({ personId, roomId })
  })

/** The address was another one of theirs: they hold its secret. A guest keeps to the address they came with. */
export async function comeAsOneself(
  system: Db,
  asPerson: AsPerson,
  viewer: SignedIn,
  token: string,
): Promise<Outcome<Room, 'spent'>> {
  const roomId = await system.transaction().execute(async (db) => {
    const invitation = await takeByToken(db, token)
    if (invitation === undefined || (await isGuest(db, viewer.person.id))) return undefined
    await changeInvitation(db, invitation.id, { person_id: viewer.person.id, email: null, until: null })
    return invitation.roomId
  })
  return roomId === undefined ? refused('spent') : done(await comeIn(asPerson, viewer, roomId))
}
