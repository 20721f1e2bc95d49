// Withdraw a practice: out of every list and the search at once; its city keeps it.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { maySteer, withdrawContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Practice } from '../practice.ts'
import { getPractice } from '../store.ts'

export const withdrawPractice = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Outcome<Practice, 'not-published'>> =>
  asPerson(async (db) => {
    const practice = await getPractice(db, id, viewer.person.lang)
    if (!maySteer(viewer, practice)) throw forbidden()
    if (!(await withdrawContribution(db, practice, now))) return refused('not-published')
    const { audienceId } = practice
    await recordFact(db, { name: 'practice.withdrawn', actor: viewer.person, contributionId: practice.id, audienceId })
    return done(practice)
  })
