// Inviting many at once: everybody on the list or nobody.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { ListedPerson } from '../invitation-list.ts'
import { isAddressTaken } from '../store-invitations.ts'
import { invitePerson } from './invite-person.ts'

/** The same list, with those marked who are in the network already. */
export async function markTaken(db: Db, people: readonly ListedPerson[]): Promise<ListedPerson[]> {
  const marked: ListedPerson[] = []
  for (const person of people) {
    const taken = person.issue === undefined && (await isAddressTaken(db, person.email))
    marked.push(taken ? { ...person, issue: 'taken' } : person)
  }
  return marked
}

/** Thrown to undo the invitations before it: somebody on the list joined in this moment. */
export class TakenMeanwhile extends Error {}

/** Within one transaction, which whatever is thrown undoes. */
export async function inviteList(
  db: Db,
  viewer: SignedIn,
  organisationId: number,
  people: readonly ListedPerson[],
  now: Date,
): Promise<Outcome<number, 'faulty'>> {
  if (people.length === 0 || people.some(({ issue }) => issue !== undefined)) return refused('faulty')
  for (const { name, email, role, lang } of people) {
    const outcome = await invitePerson(db, viewer, organisationId, { name, email, role, lang }, now)
    if (!outcome.done) throw new TakenMeanwhile()
  }
  return done(people.length)
}
