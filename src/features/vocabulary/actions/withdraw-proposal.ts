// Take a proposal back while nobody has decided about it.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { maySteer, withdrawContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Proposal } from '../proposal.ts'
import { getProposal, waitForDecisions } from '../store.ts'

export const withdrawProposal = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Outcome<Proposal, 'decided' | 'not-published'>> =>
  asPerson(async (db) => {
    await waitForDecisions(db)
    const proposal = await getProposal(db, id, viewer.person.lang)
    if (!maySteer(viewer, proposal)) throw forbidden()
    if (proposal.decision !== undefined) return refused('decided')
    if (!(await withdrawContribution(db, proposal, now))) return refused('not-published')
    const { audienceId } = proposal
    await recordFact(db, { name: 'proposal.withdrawn', actor: viewer.person, contributionId: proposal.id, audienceId })
    return done(proposal)
  })
