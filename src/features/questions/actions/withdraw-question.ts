// Withdraw a question: out of every list and the search at once; its city keeps it.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { maySteer, withdrawContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Question } from '../question.ts'
import { getQuestion } from '../store.ts'

export const withdrawQuestion = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Outcome<Question, 'not-published'>> =>
  asPerson(async (db) => {
    const question = await getQuestion(db, id, viewer.person.lang)
    if (!maySteer(viewer, question)) throw forbidden()
    if (!(await withdrawContribution(db, question, now))) return refused('not-published')
    const { audienceId } = question
    await recordFact(db, { name: 'question.withdrawn', actor: viewer.person, contributionId: question.id, audienceId })
    return done(question)
  })
