// Answer for one's city, or change what the city answered: one answer a city, and nobody's is overwritten unseen.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Brought } from '../brought-files.ts'
import { isAsked, mayChangeAnswer } from '../permissions.ts'
import type { AnswerFile, OwnAnswer, Value } from '../poll.ts'
import { findCityAudience, getPoll, holdPoll } from '../store.ts'
import { deleteFile, findOwnAnswer, insertAnswer, insertFile, listFilesOf, updateAnswer } from '../store-answers.ts'

export type AnswerRefusal = 'over' | 'archived' | 'changed-meanwhile'

export interface GivenAnswer {
  readonly pollId: number
  readonly values: readonly Value[]
  readonly staysInside: boolean
  /** Of the answer that the form showed; 0: there was none. */
  readonly revision: number
  readonly brought: Brought
  /** Places of the items whose file is taken back without another one. */
  readonly removed: readonly number[]
}

/** Gives the id of the answer; undefined where somebody of the city was faster. */
async function write(db: Db, viewer: SignedIn, given: GivenAnswer, own: OwnAnswer | undefined, now: Date) {
  const { id: personId, organisationId } = viewer.person
  const { pollId, values, staysInside } = given
  if (own === undefined) return insertAnswer(db, { pollId, organisationId, personId, values, staysInside })
  const changed = await updateAnswer(db, own, { personId, values, staysInside }, now)
  return changed ? own.id : undefined
}

/** Gives the files that stand for nothing any more; their bytes go after the commit. */
async function exchangeFiles(db: Db, viewer: SignedIn, given: GivenAnswer, answerId: number): Promise<AnswerFile[]> {
  const own = await listFilesOf(db, [answerId])
  const old = own.filter(({ item }) => given.brought.has(item) || given.removed.includes(item))
  for (const { id } of old) await deleteFile(db, id)
  for (const [item, file] of given.brought) await insertFile(db, viewer.person.id, { answerId, item, ...file })
  return old
}

const record = async (db: Db, { person }: SignedIn, pollId: number, own: OwnAnswer | undefined): Promise<void> => {
  // Inside the city only: whoever has not answered learns how many have, and not who.
  const audienceId = await findCityAudience(db, person.organisationId)
  const to = audienceId === undefined ? {} : { audienceId }
  const name = own === undefined ? 'poll.answered' : 'poll-answer.changed'
  await recordFact(db, { name, actor: person, contributionId: pollId, ...to })
}

export const giveAnswer = (
  asPerson: AsPerson,
  viewer: SignedIn,
  given: GivenAnswer,
  now: Date,
): Promise<Outcome<readonly AnswerFile[], AnswerRefusal>> =>
  asPerson(async (db) => {
    const poll = await getPoll(db, given.pollId, viewer.person)
    if (!isAsked(viewer, poll)) throw forbidden()
    if (poll.closed) return refused('archived')
    if (!(await holdPoll(db, poll.id))) return refused('over')
    const own = await findOwnAnswer(db, poll.id, viewer.person.organisationId)
    if (own !== undefined && !mayChangeAnswer(viewer, own)) throw forbidden()
    if ((own?.revision ?? 0) !== given.revision) return refused('changed-meanwhile')
    const answerId = await write(db, viewer, given, own, now)
    if (answerId === undefined) return refused('changed-meanwhile')
    const old = await exchangeFiles(db, viewer, given, answerId)
    await record(db, viewer, poll.id, own)
    return done(old)
  })
