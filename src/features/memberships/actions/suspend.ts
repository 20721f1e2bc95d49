// Suspend a membership, and end that: while it lasts the persons of the member see what visitors see.
import { done, refused } from '#kernel/outcome.ts'
import { recordFact } from '#trunk/facts.ts'
import type { SuspensionInput } from '../inputs.ts'
import { dayPlus, phaseOn } from '../membership.ts'
import { maySuspend } from '../permissions.ts'
import { listSuspensions } from '../store.ts'
import { endSuspension, insertSuspension } from '../store-acts.ts'
import type { Acting, Carry } from './perform.ts'

/** Not over yet on this day. */
const running = async ({ db, subject, today }: Acting) =>
  (await listSuspensions(db, subject.id)).filter(
    ({ beginsOn, endsOn }) => endsOn === null || (endsOn >= today && endsOn >= beginsOn),
  )

export const suspend =
  ({
    membership: id,
    begins,
    reason,
  }: SuspensionInput): Carry<'membership' | 'ended' | 'suspended-already' | 'outside'> =>
  async (acting) => {
    const { db, viewer, subject, today } = acting
    const membership = subject.memberships.find((one) => one.id === id)
    if (membership === undefined || !maySuspend(viewer, membership)) return refused('membership')
    if (['ended', 'void'].includes(phaseOn(membership, today))) return refused('ended')
    if (begins < membership.beginsOn || begins > (membership.endsOn ?? begins)) return refused('outside')
    // One that was lifted before it began never came about.
    const others = (await listSuspensions(db, subject.id)).filter(
      (one) => one.membershipId === id && (one.endsOn === null || one.endsOn >= one.beginsOn),
    )
    if (others.some(({ endsOn }) => endsOn === null || endsOn >= begins)) return refused('suspended-already')
    const suspension = await insertSuspension(db, { membershipId: id, beginsOn: begins, reason, by: viewer.person.id })
    await recordFact(db, { name: 'membership.suspended', actor: viewer.person, data: { membership: id, suspension } })
    return done([])
  }

/** `from`: the first day on which everything is as before. */
export const lift =
  ({ from }: { readonly from: string }): Carry<'not-suspended' | 'lift-before'> =>
  async (acting) => {
    const { db, viewer, subject, now } = acting
    const own = new Set(subject.memberships.filter((one) => maySuspend(viewer, one)).map(({ id }) => id))
    const suspension = (await running(acting)).find(({ membershipId }) => own.has(membershipId))
    if (suspension === undefined) return refused('not-suspended')
    if (from < suspension.beginsOn) return refused('lift-before')
    await endSuspension(db, suspension.id, dayPlus(from, -1), viewer.person.id, now)
    await recordFact(db, {
      name: 'suspension.ended',
      actor: viewer.person,
      data: { membership: suspension.membershipId, suspension: suspension.id },
    })
    return done([])
  }
