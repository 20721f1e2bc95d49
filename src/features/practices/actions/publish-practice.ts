// Publish a practice: from a draft that others cannot see to something its audience finds.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { publishContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { maySteerPractice } from '../permissions.ts'
import { missingForPublishing, type Practice } from '../practice.ts'
import { getPractice } from '../store.ts'

export const publishPractice = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Outcome<Practice, 'already-published' | 'incomplete'>> =>
  asPerson(async (db) => {
    const practice = await getPractice(db, id, viewer.person.lang)
    if (!maySteerPractice(viewer, practice)) throw forbidden()
    if (practice.state !== 'draft') return refused('already-published')
    if (missingForPublishing(practice).length > 0) return refused('incomplete')
    if (!(await publishContribution(db, practice.id, now))) return refused('already-published')
    const { audienceId } = practice
    await recordFact(db, { name: 'practice.published', actor: viewer.person, contributionId: practice.id, audienceId })
    return done(practice)
  })
