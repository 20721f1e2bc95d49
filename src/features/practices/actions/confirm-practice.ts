// "Still true": whoever may change a practice says that it holds as it stands.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { mayEditPractice } from '../permissions.ts'
import type { Practice } from '../practice.ts'
import { getPractice } from '../store.ts'
import { confirm } from '../store-currency.ts'

export async function confirmPractice(
  db: Db,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Outcome<Practice, 'not-published'>> {
  const practice = await getPractice(db, id, viewer.person.lang)
  if (!mayEditPractice(viewer, practice)) throw forbidden()
  if (practice.state !== 'published' || !(await confirm(db, practice.id, now))) return refused('not-published')
  const { audienceId } = practice
  await recordFact(db, { name: 'practice.confirmed', actor: viewer.person, contributionId: practice.id, audienceId })
  return done(practice)
}
