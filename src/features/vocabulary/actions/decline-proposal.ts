// Decline a proposal, with a reason in words.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { mayDecide } from '../permissions.ts'
import { getProposal, insertDecision, waitForDecisions } from '../store.ts'

export const declineProposal = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  reason: string,
): Promise<Outcome<number, 'decided'>> =>
  asPerson(async (db) => {
    await waitForDecisions(db)
    const proposal = await getProposal(db, id, viewer.person.lang)
    if (!mayDecide(viewer, proposal)) throw forbidden()
    if (proposal.decision !== undefined) return refused('decided')
    if (!(await insertDecision(db, proposal.id, viewer.person, { additionId: null, reason }))) return refused('decided')
    const about = { actor: viewer.person, contributionId: proposal.id, audienceId: proposal.audienceId }
    await recordFact(db, { name: 'proposal.declined', ...about })
    return done(proposal.id)
  })
