// Whom a host means by a name or an address, and until when a guest may stay.
import { endOfDay } from '#kernel/days.ts'
import type { Lang } from '#kernel/locale.ts'
import { done, type Issue, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { findPersonsByName } from '#trunk/persons.ts'
import { type InvitationInput, isAddress } from './inputs.ts'
import { mostGuestDays, type Room } from './room.ts'
import { findInRoom, listMembers } from './store-people.ts'

const day = 86_400_000
export type InviteRefusal =
  | 'address'
  | 'until-missing'
  | 'until-past'
  | 'until-far'
  | 'person-unknown'
  | 'person-ambiguous'
  | 'already-in'
  | 'already-invited'
/** At which field the sentence stands. */
export const fieldOf = (refusal: InviteRefusal): Issue['field'] => (refusal.startsWith('until') ? 'until' : 'who')

/** A guest stays until the end of the day. */
function endOf(until: string, now: Date): Outcome<Date, InviteRefusal> {
  if (until === '') return refused('until-missing')
  const end = endOfDay(until)
  if (end <= now) return refused('until-past')
  return end.getTime() > now.getTime() + mostGuestDays * day ? refused('until-far') : done(end)
}

type Whom =
  | { readonly personId: number | null; readonly email: string | null; readonly until: Date | null }
  /** A guest who is in already, and stays until another day. */
  | { readonly guestId: number; readonly until: Date }

/** Whether an address belongs to anybody but those in the room is not looked up. */
async function byAddress(
  db: Db,
  room: Room,
  { who, until }: InvitationInput,
  { lang, now }: { readonly lang: Lang; readonly now: Date },
): Promise<Outcome<Whom, InviteRefusal>> {
  if (!isAddress(who)) return refused('address')
  const inside = await findInRoom(db, room.id, who)
  const member = (await listMembers(db, room.id, lang)).find(({ id }) => id === inside)
  if (member !== undefined && member.until === null) return refused('already-in')
  const end = endOf(until, now)
  if (!end.done) return end
  if (member !== undefined) return done({ guestId: member.id, until: end.value })
  return done({ personId: null, email: who.toLowerCase(), until: end.value })
}

export async function whomToInvite(
  db: Db,
  room: Room,
  input: InvitationInput,
  about: { readonly lang: Lang; readonly now: Date },
): Promise<Outcome<Whom, InviteRefusal>> {
  if (input.who.includes('@')) return byAddress(db, room, input, about)
  const found = await findPersonsByName(db, [input.who])
  const [person] = found
  if (person === undefined) return refused('person-unknown')
  if (found.length > 1) return refused('person-ambiguous')
  const inside = (await listMembers(db, room.id, about.lang)).some(({ id }) => id === person.id)
  return inside ? refused('already-in') : done({ personId: person.id, email: null, until: null })
}
