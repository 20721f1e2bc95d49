// Give cities more time: a later day, never an earlier one.

import { endOfDay } from '#kernel/days.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { type Poll, remindAt } from '../poll.ts'
import { prolong } from '../store.ts'
import { getSteered } from './get-steered.ts'

export type ProlongRefusal = 'day-earlier' | 'day-far' | 'ended'
const longest = 366 * 86_400_000

export const prolongPoll = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  endsOn: string,
  now: Date,
): Promise<Outcome<Poll, ProlongRefusal>> =>
  asPerson(async (db) => {
    const poll = await getSteered(db, viewer, id)
    const endsAt = endOfDay(endsOn)
    if (endsAt <= poll.endsAt) return refused('day-earlier')
    if (endsAt.getTime() - now.getTime() > longest) return refused('day-far')
    // Whoever was reminded once is not reminded again.
    const again = poll.remindedAt === null ? remindAt(poll.remind, now, endsAt) : undefined
    if (!(await prolong(db, poll.id, { endsAt, remindAt: again, now }))) return refused('ended')
    const about = { contributionId: poll.id, audienceId: poll.audienceId }
    await recordFact(db, { name: 'poll.prolonged', actor: viewer.person, ...about })
    return done(poll)
  })
