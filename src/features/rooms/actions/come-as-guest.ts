// What the link of an invitation does: somebody from outside becomes a guest of the room, or comes again as the guest they were.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { newToken } from '#platform/identity/token.ts'
import { recordFact } from '#trunk/facts.ts'
import { insertWithFreeSlug, isTaken } from '../../accounts/public.ts'
import type { GuestInput } from '../inputs.ts'
import {
  findGuestByAddress,
  insertGuest,
  insertGuestOrganisation,
  type OpenInvitation,
  removeInvitation,
  takeByToken,
} from '../store-guests.ts'

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
