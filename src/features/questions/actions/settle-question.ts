// Say that a question is answered, by which reply if one did it; or that it is open again.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { maySettleQuestion } from '../permissions.ts'
import type { Question } from '../question.ts'
import { getQuestion, reopen, settle } from '../store.ts'

async function getSteered(db: Db, viewer: SignedIn, id: number | undefined): Promise<Question> {
  const question = await getQuestion(db, id, viewer.person.lang)
  if (!maySettleQuestion(viewer, question)) throw forbidden()
  return question
}

/** `replyId` undefined: answered elsewhere. A second time changes nothing; nor does it take back which reply helped. */
export const settleQuestion = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  replyId: number | undefined,
  now: Date,
): Promise<Outcome<Question, 'reply-gone'>> =>
  asPerson(async (db) => {
    const question = await getSteered(db, viewer, id)
    if (!(await settle(db, question.id, replyId ?? null, now))) {
      const { helpful } = await getSteered(db, viewer, id)
      return replyId === undefined || helpful?.id === replyId ? done(question) : refused('reply-gone')
    }
    const { audienceId } = question
    const about = { actor: viewer.person, contributionId: question.id, audienceId }
    const data: Record<string, number> = replyId === undefined ? {} : { reply: replyId }
    await recordFact(db, { name: 'question.answered', ...about, data })
    return done(question)
  })

/** A second time changes nothing. */
export const reopenQuestion = (asPerson: AsPerson, viewer: SignedIn, id: number | undefined): Promise<Question> =>
  asPerson(async (db) => {
    const question = await getSteered(db, viewer, id)
    const { audienceId } = question
    if (await reopen(db, question.id))
      await recordFact(db, { name: 'question.reopened', actor: viewer.person, contributionId: question.id, audienceId })
    return question
  })
