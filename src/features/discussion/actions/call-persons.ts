// Whom a text calls by an @ and a name: all of them must be reached by what it stands below.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { findPersonsByName } from '#trunk/persons.ts'
import { mostCalls, namesCalled, personsCalled } from '../mentions.ts'
import { insertCalled, listReached } from '../store-answers.ts'

export type CallRefusal = 'called-out-of-reach' | 'called-too-many'

/** Ids. Where several have the name, those whom it reaches are meant; whose name nobody has is a word like any other. */
export async function findCalled(
  db: Db,
  contributionId: number,
  text: string,
): Promise<Outcome<readonly number[], CallRefusal>> {
  const names = namesCalled(text).flat()
  if (names.length === 0) return done([])
  const called = personsCalled(text, await findPersonsByName(db, names))
  const ids = [...new Set(called.flat().map(({ id }) => id))]
  if (ids.length === 0) return done([])
  const reached = await listReached(db, contributionId, ids)
  if (called.some((persons) => !persons.some(({ id }) => reached.includes(id)))) return refused('called-out-of-reach')
  return reached.length > mostCalls ? refused('called-too-many') : done(reached)
}

export const keepCalled = async (db: Db, replyId: number, personIds: readonly number[]): Promise<void> => {
  if (personIds.length > 0) await insertCalled(db, replyId, personIds)
}
