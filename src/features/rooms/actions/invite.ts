// Inviting by name or by address. Whether an address is anybody's here is told to nobody: whoever reads it comes in as who they are.
import { done, type Issue, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { findPersonsByName } from '#trunk/persons.ts'
import type { InvitationInput } from '../inputs.ts'
import { mayInvite } from '../permissions.ts'
import { invitationDays, mostGuestDays, type Room } from '../room.ts'
import { getOwnRoom } from '../store.ts'
import { deleteInvitation, insertInvitation, listMembers } from '../store-people.ts'

const day = 86_400_000
type Refusal =
  | 'until-missing'
  | 'until-past'
  | 'until-far'
  | 'person-unknown'
  | 'person-ambiguous'
  | 'already-in'
  | 'already-invited'
/** At which field the sentence stands. */
export const fieldOf = (refusal: Refusal): Issue['field'] => (refusal.startsWith('until') ? 'until' : 'who')

/** A guest stays until the end of the day. */
function endOf(until: string, now: Date): Outcome<Date, Refusal> {
  if (until === '') return refused('until-missing')
  const end = new Date(Date.parse(`${until}T00:00:00Z`) + day)
  if (end <= now) return refused('until-past')
  return end.getTime() > now.getTime() + mostGuestDays * day ? refused('until-far') : done(end)
}

type Whom = { readonly personId: number | null; readonly email: string | null; readonly until: Date | null }

async function whom(
  db: Db,
  room: Room,
  viewer: SignedIn,
  input: InvitationInput,
  now: Date,
): Promise<Outcome<Whom, Refusal>> {
  if (input.who.includes('@')) {
    const end = endOf(input.until, now)
    return end.done ? done({ personId: null, email: input.who.toLowerCase(), until: end.value }) : end
  }
  const found = await findPersonsByName(db, [input.who])
  const [person] = found
  if (person === undefined) return refused('person-unknown')
  if (found.length > 1) return refused('person-ambiguous')
  const inside = (await listMembers(db, room.id, viewer.person.lang)).some(({ id }) => id === person.id)
  return inside ? refused('already-in') : done({ personId: person.id, email: null, until: null })
}

export const invite = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  input: InvitationInput,
  now: Date,
): Promise<Outcome<Room, Refusal>> =>
  asPerson(async (db) => {
    const room = await getOwnRoom(db, id, viewer.person.lang)
    if (!mayInvite(room)) throw forbidden()
    const meant = await whom(db, room, viewer, input, now)
    if (!meant.done) return meant
    const terms = {
      lang: input.lang,
      invitedBy: viewer.person.id,
      expiresAt: new Date(now.getTime() + invitationDays * day),
    }
    const made = await insertInvitation(db, { roomId: room.id, ...meant.value, ...terms })
    if (made === undefined) return refused('already-invited')
    await recordFact(db, { name: 'room.invited', actor: viewer.person, data: { room: room.id, invitation: made } })
    return done(room)
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
