// Make a draft of the city's own of a question and its answers. Each source is named that may be.
import { formatDate, type Lang } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { findReply, listReplies, type Reply } from '#trunk/replies.ts'
import { findSummary, replyPath } from '../../discussion/public.tsx'
import { draftPractice, practiceInput } from '../../practices/public.ts'
import { getQuestion, type Question, questionPath } from '../../questions/public.ts'
import { type Addresses, gatherThread, mostSaid, type Said } from '../gather.ts'
import { mayGather } from '../permissions.ts'
import { insertGathered, listStandingIds } from '../store.ts'

/** The one that helped first, then in their order; none that was hidden, also where this person still reads it. */
async function listStanding(
  db: Db,
  question: Question,
  lang: Lang,
  standing: ReadonlySet<number>,
): Promise<readonly Reply[]> {
  const first = question.helpful && (await findReply(db, question.helpful.id, lang))
  const all = [...(first ? [first] : []), ...(await listReplies(db, question.id, lang))]
  const once = all.filter((reply, index) => all.findIndex(({ id }) => id === reply.id) === index)
  return once.filter(({ id }) => standing.has(id)).slice(0, mostSaid)
}

const addressesOf = (baseUrl: string, question: Question): Addresses => ({
  question: `${baseUrl}${questionPath(question.id, '')}`,
  reply: (id) => `${baseUrl}${replyPath(id)}`,
})

const saidBy = (lang: string, { createdAt, ...reply }: Reply): Said => ({ ...reply, day: formatDate(lang, createdAt) })

export interface FreshDraft {
  readonly id: number
  /** Answers that stand below the question and did not fit. */
  readonly leftOut: number
}

export const gatherPractice = (
  asPerson: AsPerson,
  viewer: SignedIn,
  questionId: number | undefined,
  baseUrl: string,
): Promise<Outcome<FreshDraft, 'nothing-said'>> =>
  asPerson(async (db) => {
    const { lang } = viewer.person
    const question = await getQuestion(db, questionId, lang)
    if (!mayGather(viewer, question)) throw forbidden()
    const standing = await listStandingIds(db, question.id)
    const replies = await listStanding(db, question, lang, standing)
    const summary = await findSummary(db, question.id)
    if (replies.length === 0) return refused('nothing-said')
    const thread = { ...question, summary: summary?.text, helpfulId: question.helpful?.id }
    const said = replies.map((reply) => saidBy(question.lang, reply))
    const { sources, used, ...texts } = gatherThread({ ...thread, replies: said }, addressesOf(baseUrl, question))
    const { title, concepts, audienceId } = question
    const input = practiceInput.parse({ title, lang: question.lang, concepts, audience: String(audienceId), ...texts })
    const draft = await draftPractice(db, viewer, { ...input, sources: [...sources] })
    // The audience of the question is within reach of whoever steers it, or the question is not gathered.
    if (!draft.done) throw forbidden()
    await insertGathered(db, draft.value, used)
    await recordFact(db, { name: 'practice.gathered', actor: viewer.person, contributionId: draft.value })
    return done({ id: draft.value, leftOut: standing.size - used.length })
  })
