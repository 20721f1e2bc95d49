// Say what came of a poll: that ends it, where its day has not, and everybody whom it reaches reads it.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { changeContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Poll } from '../poll.ts'
import { close } from '../store.ts'
import { getSteered } from './get-steered.ts'

interface Closing {
  readonly outcome: string
  /** Of the poll as the form showed it. */
  readonly revision: number
}

/** A second time only the words change, and nobody's are replaced unseen. */
export const closePoll = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  { outcome, revision }: Closing,
  now: Date,
): Promise<Outcome<Poll, 'changed-meanwhile'>> =>
  asPerson(async (db) => {
    const shown = await getSteered(db, viewer, id)
    // Holds it: of two who end it at once the second is told, and a poll that was withdrawn meanwhile stays as it was.
    if (!(await changeContribution(db, shown.id, revision, {}, now))) return refused('changed-meanwhile')
    const poll = await getSteered(db, viewer, id)
    await close(db, poll.id, outcome, now)
    const name = poll.closedAt === null ? 'poll.closed' : 'poll.changed'
    await recordFact(db, { name, actor: viewer.person, contributionId: poll.id, audienceId: poll.audienceId })
    return done(poll)
  })
