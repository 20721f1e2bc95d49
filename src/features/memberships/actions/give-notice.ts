// Give notice: the membership ends with the year that the rule names; and take it back until then.
import { done, refused } from '#kernel/outcome.ts'
import { recordFact } from '#trunk/facts.ts'
import type { ResignationInput } from '../inputs.ts'
import { lastDayAfter, phaseOn } from '../membership.ts'
import { isOfficeOf, mayResign } from '../permissions.ts'
import { findNotice } from '../store.ts'
import { insertResignation, withdrawResignation } from '../store-acts.ts'
import type { Carry } from './perform.ts'

export type NoticeRefusal = 'membership' | 'ended' | 'received-ahead'

export const giveNotice =
  ({ membership: id, received }: ResignationInput): Carry<NoticeRefusal> =>
  async ({ db, viewer, subject, today }) => {
    const membership = subject.memberships.find((one) => one.id === id)
    if (membership === undefined || !mayResign(viewer, membership)) return refused('membership')
    if (membership.closing !== null || phaseOn(membership, today) === 'ended') return refused('ended')
    // A letter arrived on some day; what a city says here arrives now.
    const receivedOn = isOfficeOf(viewer, membership.forumId) ? (received ?? today) : today
    if (receivedOn > today) return refused('received-ahead')
    const lastDay = lastDayAfter(receivedOn, await findNotice(db, membership.forumId))
    const resignation = await insertResignation(db, { membershipId: id, receivedOn, lastDay, by: viewer.person.id })
    await recordFact(db, { name: 'membership.resigned', actor: viewer.person, data: { membership: id, resignation } })
    return done([])
  }

/** Of whichever membership of this member has a notice that this person may take back. */
export const takeNoticeBack: (membershipId: number) => Carry<'membership' | 'ended'> =
  (membershipId) =>
  async ({ db, viewer, subject, now, today }) => {
    const membership = subject.memberships.find((one) => one.id === membershipId)
    if (membership === undefined || !mayResign(viewer, membership)) return refused('membership')
    // Also of one that the notice ended before it began: that day is over.
    const isOver = membership.endsOn !== null && membership.endsOn < today
    if (membership.closing !== 'resignation' || isOver) return refused('ended')
    const resignation = await withdrawResignation(db, membership.id, viewer.person.id, now)
    if (resignation === undefined) return refused('ended')
    const data = { membership: membership.id, resignation }
    await recordFact(db, { name: 'resignation.withdrawn', actor: viewer.person, data })
    return done([])
  }
