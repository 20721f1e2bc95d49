// Withdraw an adoption: out of every list, the lineage and the search at once; its city keeps the words, and may begin anew.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { maySteer, withdrawContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Adoption } from '../adoption.ts'
import { getAdoption } from '../store.ts'

export const withdrawAdoption = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Outcome<Adoption, 'not-published'>> =>
  asPerson(async (db) => {
    const adoption = await getAdoption(db, id, viewer.person.lang)
    if (!maySteer(viewer, adoption)) throw forbidden()
    if (!(await withdrawContribution(db, adoption, now))) return refused('not-published')
    const { audienceId } = adoption
    await recordFact(db, { name: 'adoption.withdrawn', actor: viewer.person, contributionId: adoption.id, audienceId })
    return done(adoption)
  })
