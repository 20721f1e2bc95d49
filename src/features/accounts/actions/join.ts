// Accepting an invitation: the person comes into being, in the organisation and with the duties that the invitation names.
import { slugOf } from '#kernel/address.ts'
import type { Lang } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { insertPerson, isTaken, type NewPerson, takeInvitation } from '../store-joining.ts'

const mostNamesakes = 200

/** The first free slug: "ana-martins", "ana-martins-2" … Gives the id. */
export async function insertWithFreeSlug(db: Db, person: Omit<NewPerson, 'slug'>): Promise<number> {
  const base = slugOf(person.name) || 'person'
  for (let number = 1; number <= mostNamesakes; number += 1) {
    const id = await insertPerson(db, { ...person, slug: number === 1 ? base : `${base}-${number}` })
    if (id !== undefined) return id
  }
  throw new Error(`no free slug for ${base}`)
}

/** Thrown to undo the taking of the invitation when its address turns out to belong to somebody. */
class AddressTaken extends Error {}

/** Gives the new person's id. The address is the invitation's: whoever holds the link has shown that it is theirs. */
export async function join(
  system: Db,
  typed: { token: string; name: string; lang: Lang },
  now: Date,
): Promise<Outcome<number, 'spent' | 'taken'>> {
  const joining = system.transaction().execute(async (db) => {
    const invitation = await takeInvitation(db, typed.token, now)
    if (invitation === undefined) return refused('spent' as const)
    if (await isTaken(db, invitation.email)) throw new AddressTaken()
    const id = await insertWithFreeSlug(db, { ...invitation, name: typed.name, lang: typed.lang })
    const actor = { id, organisationId: invitation.organisationId }
    await recordFact(db, { name: 'person.joined', actor, data: { person: id } })
    return done(id)
  })
  return joining.catch((error: unknown) => {
    if (error instanceof AddressTaken) return refused('taken' as const)
    throw error
  })
}
