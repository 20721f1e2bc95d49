// Propose, return, approve or discard a scale: one decision, which the database checks once more.
import { publicAudience } from '#kernel/audience.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { faultsOf } from '../faults.ts'
import { keepsBooks } from '../permissions.ts'
import type { Decision, Scale } from '../scale.ts'
import { findForumAudience, getScale } from '../store.ts'
import { insertDecision, isInvoiced, waitForScale } from '../store-writing.ts'

export type DecisionRefusal = 'not-now' | 'faults' | 'own-proposal' | 'invoiced'

/** What stands in the way; undefined when nothing does. */
async function objection(
  db: Db,
  viewer: SignedIn,
  scale: Scale,
  decision: Decision,
): Promise<DecisionRefusal | undefined> {
  const wanted = decision === 'proposed' || decision === 'discarded' ? 'draft' : 'proposed'
  if (scale.state !== wanted) return 'not-now'
  if (decision === 'proposed' && faultsOf(scale.brackets).length > 0) return 'faults'
  if (decision !== 'approved') return undefined
  if (scale.proposedBy === viewer.person.id) return 'own-proposal'
  return (await isInvoiced(db, scale.forumId, scale.year)) ? 'invoiced' : undefined
}

/** An approved scale is told to those who may read it; everything before that is known to the office alone. */
const audienceOf = async (db: Db, { forumId }: Scale, decision: Decision): Promise<{ audienceId?: number }> => {
  if (decision !== 'approved') return {}
  const audienceId = forumId === null ? publicAudience : await findForumAudience(db, forumId)
  return audienceId === undefined ? {} : { audienceId }
}

export const decideScale = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  decision: Decision,
  reason = '',
): Promise<Outcome<number, DecisionRefusal>> =>
  asPerson(async (db) => {
    if (id !== undefined) await waitForScale(db, id)
    const scale = await getScale(db, id)
    if (!keepsBooks(viewer, scale.forumId)) throw forbidden()
    const refusal = await objection(db, viewer, scale, decision)
    if (refusal !== undefined) return refused(refusal)
    await insertDecision(db, { scaleId: scale.id, decision, personId: viewer.person.id, reason })
    const audience = await audienceOf(db, scale, decision)
    const name = `fee-scale.${decision}`
    await recordFact(db, { name, actor: viewer.person, ...audience, data: { scale: scale.id, year: scale.year } })
    return done(scale.id)
  })
