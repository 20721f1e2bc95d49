// Ask a person, mostly of another city, to write a contribution together; they read along at once and write once they said yes.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { listCoAuthors, nameCoAuthor } from '#trunk/co-authors.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { findPersonsByName, type NamedPerson } from '#trunk/persons.ts'
import { mayNameCoAuthors } from '../permissions.ts'

export type NamingRefusal = 'person-unknown' | 'already-named' | 'too-many-co-authors'
const mostCoAuthors = 20

/** Exactly one person must be meant: a slip would show a draft to the wrong one. */
async function meantBy(db: Db, name: string): Promise<NamedPerson | undefined> {
  const found = await findPersonsByName(db, [name])
  return found.length === 1 ? found[0] : undefined
}

export const askCoAuthor = (
  asPerson: AsPerson,
  viewer: SignedIn,
  contributionId: number | undefined,
  name: string,
): Promise<Outcome<Contribution, NamingRefusal>> =>
  asPerson(async (db) => {
    const { lang } = viewer.person
    const thing = contributionId === undefined ? undefined : await findAnyContribution(db, contributionId, lang)
    if (thing === undefined) throw notFound()
    if (!mayNameCoAuthors(viewer, thing)) throw forbidden()
    const [person, named] = await Promise.all([meantBy(db, name), listCoAuthors(db, thing.id, lang)])
    if (person === undefined) return refused('person-unknown')
    if (named.length >= mostCoAuthors) return refused('too-many-co-authors')
    if (person.id === thing.authorId || !(await nameCoAuthor(db, thing.id, person, viewer.person.id)))
      return refused('already-named')
    const data = { person: person.id }
    await recordFact(db, { name: 'co-author.named', actor: viewer.person, contributionId: thing.id, data })
    return done(thing)
  })
