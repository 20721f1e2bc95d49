// Accept a proposal, as it is or with other words or in another place: from the commit on the thesaurus has it.
import { type Done, done, type Refused, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { vocabulary } from '#thesaurus/vocabulary.ts'
import { recordFact } from '#trunk/facts.ts'
import { judgeWish } from '../judge-wish.ts'
import { mayDecide } from '../permissions.ts'
import type { Wish } from '../proposal.ts'
import { recallAdditions } from '../recall-additions.ts'
import { getProposal, insertAddition, insertDecision, waitForDecisions } from '../store.ts'
import { type Unfit, unfit } from './propose.ts'

/** What an office may change of a wish. */
export type Wording = Pick<Wish, 'concept' | 'label' | 'lang' | 'english' | 'meaning'>

export const acceptProposal = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  wording: Wording,
): Promise<Done<number> | Refused<'decided'> | Unfit> =>
  asPerson(async (db) => {
    const { lang } = viewer.person
    // First of all, so that what is read next is what the decision before this one left.
    await waitForDecisions(db)
    const proposal = await getProposal(db, id, lang)
    if (!mayDecide(viewer, proposal)) throw forbidden()
    if (proposal.decision !== undefined) return refused('decided')
    await recallAdditions(db)
    const judged = judgeWish({ ...proposal, ...wording }, vocabulary(), lang, true)
    if (!judged.fits) return unfit(judged.issue)
    const additionId = await insertAddition(db, judged.addition)
    if (!(await insertDecision(db, proposal.id, viewer.person, { additionId, reason: '' }))) throw forbidden()
    const about = { actor: viewer.person, contributionId: proposal.id, audienceId: proposal.audienceId }
    await recordFact(db, { name: 'proposal.accepted', ...about, data: { addition: additionId } })
    return done(proposal.id)
  })
