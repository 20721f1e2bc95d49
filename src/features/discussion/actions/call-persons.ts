// Whom a text calls by an @ and a name: all of them must be reached by what it stands below.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { mostCalls, namesCalled, personsCalled } from '../mentions.ts'
import { insertCalled, listNamed } from '../store-answers.ts'

export type CallRefusal = 'called-out-of-reach' | 'called-too-many'

/** Ids. Where several have the name, those whom it reaches are meant; whose name nobody has is a word like any other. */
export async function findCalled(
  db: Db,
  contributionId: number,
  text: string,
): Promise<Outcome<readonly number[], CallRefusal>> {
  const names = namesCalled(text).flat()
  if (names.length === 0) return done([])
  const called = personsCalled(text, await listNamed(db, contributionId, names))
  const meant = called.map((persons) => persons.filter(({ reached }) => reached).map(({ id }) => id))
  if (meant.some((ids) => ids.length === 0)) return refused('called-out-of-reach')
  const ids = [...new Set(meant.flat())]
  return ids.length > mostCalls ? refused('called-too-many') : done(ids)
}

export const keepCalled = async (db: Db, replyId: number, personIds: readonly number[]): Promise<void> => {
  if (personIds.length > 0) await insertCalled(db, replyId, personIds)
}
