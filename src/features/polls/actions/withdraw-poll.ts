// Withdraw a poll: out of every list and the search at once; what was answered stays with whoever asked.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { maySteer, withdrawContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Poll } from '../poll.ts'
import { getPoll } from '../store.ts'

export const withdrawPoll = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Outcome<Poll, 'not-published'>> =>
  asPerson(async (db) => {
    const poll = await getPoll(db, id, viewer.person)
    if (!maySteer(viewer, poll)) throw forbidden()
    if (!(await withdrawContribution(db, poll, now))) return refused('not-published')
    const about = { contributionId: poll.id, audienceId: poll.audienceId }
    await recordFact(db, { name: 'poll.withdrawn', actor: viewer.person, ...about })
    return done(poll)
  })
