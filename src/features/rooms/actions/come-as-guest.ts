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
  findGuestByAddress,
  giveInvitation,
  insertGuest,
  insertGuestOrganisation,
  isGuest,
  type OpenInvitation,
  removeInvitation,
  takeByToken,
} from '../store-guests.ts'
import { comeIn } from './join-room.ts'

export type Came = { readonly personId: number; readonly roomId: number }

async function enter(
  db: Db,
  { id, roomId }: OpenInvitation,
  guest: { id: number; organisationId: number },
  until: Date,
) {
  await insertGuest(db, roomId, guest.id, until)
  await removeInvitation(db, id)
  await recordFact(db, { name: 'room.joined', actor: guest, audienceId: roomId })
  return { personId: guest.id, roomId }
}

/** A guest of before, or of another room, whose address it is: they hold the secret of the mail. Undefined: nobody's yet. */
export const comeAgain = (system: Db, token: string): Promise<Came | undefined> =>
  system.transaction().execute(async (db) => {
    const invitation = await takeByToken(db, token)
    if (invitation === undefined || invitation.email === null || invitation.until === null) return undefined
    const guest = await findGuestByAddress(db, invitation.email)
    return guest && enter(db, invitation, guest, invitation.until)
  })

/** Gives the new person and the room. `taken`: the address belongs to somebody, who signs in instead. */
export const comeAsGuest = (system: Db, input: GuestInput): Promise<Outcome<Came, 'spent' | 'taken'>> =>
  system.transaction().execute(async (db) => {
    const invitation = await takeByToken(db, input.token)
    if (invitation === undefined || invitation.email === null || invitation.until === null) return refused('spent')
    const { email, until } = invitation
    if (await isTaken(db, email)) return refused('taken')
    const { name, organisation, country, lang } = input
    const slug = `guest-${newToken()
      .replaceAll(/[^a-zA-Z0-9]/g, '')
      .slice(0, 12)
      .toLowerCase()}`
    const organisationId = await insertGuestOrganisation(db, { name: organisation, country, slug })
    const account = { name, email, lang, organisationId, role: 'colleague', forumId: null, guest: true } as const
    const id = await insertWithFreeSlug(db, account)
    return done(await enter(db, invitation, { id, organisationId }, until))
  })

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
