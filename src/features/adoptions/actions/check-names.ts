// What a form names beside its own words: a colleague to ask, and the city it was taken from.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { AdoptionInput } from '../inputs.ts'
import { listColleagues } from '../store.ts'
import { listAdoptions } from '../store-lists.ts'

export type NameRefusal = 'contact-unknown' | 'taken-from-unknown'

/** `practiceId` undefined: the place in the lineage is not asked for again. */
export async function checkNames(
  db: Db,
  viewer: SignedIn,
  { contactPerson, takenFrom }: Pick<AdoptionInput, 'contactPerson' | 'takenFrom'>,
  practiceId: number | undefined,
): Promise<Outcome<undefined, NameRefusal>> {
  if (contactPerson !== null) {
    const colleagues = await listColleagues(db, viewer.person.organisationId)
    if (!colleagues.some(({ id }) => id === contactPerson)) return refused('contact-unknown')
  }
  if (takenFrom === null || practiceId === undefined) return done(undefined)
  const adoptions = await listAdoptions(db, practiceId, viewer.person.lang)
  return adoptions.some(({ id }) => id === takenFrom) ? done(undefined) : refused('taken-from-unknown')
}
