// Carry a question to those who may know: first to those who know best, once more to a wider circle, then to the office's list.
import type { Db } from '#platform/db/database.ts'
import type { JobParts } from '#platform/feature.ts'
import { tryEach } from '#platform/jobs/try-each.ts'
import { relatedTo, withBroader } from '#thesaurus/vocabulary.ts'
import { findOpen, type OpenQuestion } from '../../questions/public.ts'
import { type Candidate, chooseWhom } from '../choose-whom.ts'
import { gatherCandidates } from '../gather-candidates.ts'
import { reasonsFrom } from '../reason.ts'
import { dueAgain, endRounds, findRound, listDue, listLeftOut, waitForQuestion, writeRound } from '../store-rounds.ts'
import { leftOutByLot } from '../veil-draw.ts'
import { afterWorkingDays } from '../working-days.ts'

type Parts = Pick<JobParts, 'system' | 'features' | 'settings' | 'now'>

const workingDays = 3

/** The second time also what stands beside: somebody near may know, or know who does. */
const wider = (concepts: readonly string[]): string[] => [
  ...new Set(concepts.flatMap((slug) => [...withBroader(slug), ...relatedTo(slug)])),
]

async function chosenFor(db: Db, parts: Parts, question: OpenQuestion, rounds: number): Promise<Candidate[]> {
  // A question to one's own city is none to others.
  if (question.audienceKind === 'organisation') return []
  const without = await listLeftOut(db, question.id)
  const concepts = rounds === 1 ? question.concepts : wider(question.concepts)
  const wanted = { audienceId: question.audienceId, concepts, without, now: parts.now() }
  const candidates = await gatherCandidates(db, parts.features, wanted)
  const { secret } = parts.settings
  const drawn = candidates.filter(
    ({ organisationId }) => !without.veiled || !leftOutByLot(question.id, organisationId, secret),
  )
  return chooseWhom(question, drawn)
}

async function carryOn(db: Db, parts: Parts, questionId: number, rounds: number): Promise<void> {
  const question = await findOpen(db, questionId)
  if (question === undefined || question.replied)
    return rounds === 1 ? undefined : void (await endRounds(db, questionId, null))
  const now = parts.now()
  if (rounds > 2) return void (await endRounds(db, questionId, now))
  const persons = (await chosenFor(db, parts, question, rounds)).map((one) => ({
    ...one,
    reasons: reasonsFrom(one.evidence),
  }))
  await writeRound(db, questionId, { rounds, dueAt: afterWorkingDays(now, workingDays), now }, persons)
}

/** Once, however often the fact is heard: a round that stands is not begun again. */
export const beginRounds = (parts: Parts, questionId: number): Promise<void> =>
  parts.system.transaction().execute(async (db) => {
    await waitForQuestion(db, questionId)
    const { rounds } = await findRound(db, questionId)
    if (rounds === 0) await carryOn(db, parts, questionId, 1)
  })

/** Each in a transaction of its own: what breaks for one is not undone for another, and is found again by the next run. */
const continueRound = (parts: Parts, questionId: number): Promise<void> =>
  parts.system.transaction().execute(async (db) => {
    await waitForQuestion(db, questionId)
    const { rounds, dueAt } = await findRound(db, questionId)
    // Another process was here while this one waited.
    if (dueAt === null || !(await listDue(db, parts.now())).includes(questionId)) return
    await carryOn(db, parts, questionId, rounds + 1)
  })

export const continueRounds = async (parts: Parts): Promise<void> =>
  tryEach(await listDue(parts.system, parts.now()), (questionId) => continueRound(parts, questionId))

/** What is open again, as its only reply was taken back or did not help after all, waits its time once more and goes on. */
export const resumeRounds = (parts: Parts, questionId: number): Promise<void> =>
  parts.system.transaction().execute(async (db) => {
    await waitForQuestion(db, questionId)
    const { rounds, dueAt, listedAt } = await findRound(db, questionId)
    if (rounds === 0) return carryOn(db, parts, questionId, 1)
    const question = dueAt === null && listedAt === null ? await findOpen(db, questionId) : undefined
    if (question?.replied === false) await dueAgain(db, questionId, afterWorkingDays(parts.now(), workingDays))
  })
