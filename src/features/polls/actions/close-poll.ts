// Say what came of a poll: that ends it, where its day has not, and everybody whom it reaches reads it.
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Poll } from '../poll.ts'
import { close } from '../store.ts'
import { getSteered } from './get-steered.ts'

/** A second time only the words change. */
export const closePoll = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  outcome: string,
  now: Date,
): Promise<Poll> =>
  asPerson(async (db) => {
    const poll = await getSteered(db, viewer, id)
    await close(db, poll.id, outcome, now)
    const name = poll.closedAt === null ? 'poll.closed' : 'poll.changed'
    await recordFact(db, { name, actor: viewer.person, contributionId: poll.id, audienceId: poll.audienceId })
    return poll
  })
