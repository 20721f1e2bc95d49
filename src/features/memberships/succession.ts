// What merging and splitting have in common: what goes ends on the day before, what comes out of it is a member from the day on.
import { slugOf } from '#kernel/address.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Acting } from './actions/perform.ts'
import { dayPlus, type Membership, phaseOn, standsAlone } from './membership.ts'
import { listMembershipsOf } from './store.ts'
import {
  closeMembership,
  foundSuccessor,
  freeSlug,
  insertMembership,
  insertSuccession,
  whatHinders,
} from './store-acts.ts'

export type SuccessionRefusal = 'not-member' | 'follows' | 'precondition' | 'before-membership' | 'ended'

/** The membership with the network or forum of this office, if it may be moved on this day. */
export async function movable(
  { db, viewer }: Acting,
  organisationId: number,
  onDay: string,
): Promise<Outcome<Membership, SuccessionRefusal>> {
  const own = (await listMembershipsOf(db, organisationId)).filter(
    (one) =>
      one.forumId === viewer.person.forumId &&
      phaseOn(one, dayPlus(onDay, -1)) !== 'ended' &&
      phaseOn(one, onDay) !== 'void',
  )
  const membership = own.find((one) => phaseOn(one, dayPlus(onDay, -1)) === 'current')
  if (membership === undefined) return refused(own.length > 0 ? 'before-membership' : 'not-member')
  return standsAlone(membership) ? done(membership) : refused('follows')
}

async function close(
  acting: Acting,
  organisationIds: readonly number[],
  onDay: string,
): Promise<Outcome<null, SuccessionRefusal>> {
  for (const id of organisationIds) {
    const membership = await movable(acting, id, onDay)
    if (!membership.done) return membership
    // What is over stays as it was; the database says so too.
    const { endsOn } = membership.value
    if (endsOn !== null && endsOn < acting.today) return refused('ended')
    await closeMembership(acting.db, membership.value.id, dayPlus(onDay, -1))
  }
  return done(null)
}

/** From the day on, unless it is a member on that day already. */
async function open(
  { db, viewer }: Acting,
  organisationId: number,
  beginsOn: string,
): Promise<Outcome<null, SuccessionRefusal>> {
  const { forumId, id: recordedBy } = viewer.person
  const hindrance = await whatHinders(db, { organisationId, forumId, beginsOn })
  if (hindrance === 'precondition') return refused('precondition')
  if (hindrance === undefined)
    await insertMembership(db, { organisationId, forumId, beginsOn, ground: 'succession', recordedBy })
  return done(null)
}

/** A new municipality in the register; gives its id. */
export const found = async ({ db, subject }: Acting, name: string): Promise<number> =>
  foundSuccessor(db, subject.id, await freeSlug(db, `${subject.country.toLowerCase()}-${slugOf(name)}`), name)

interface Parts {
  readonly kind: 'merger' | 'split'
  readonly onDay: string
  readonly decision: string
  readonly predecessors: readonly number[]
  readonly successors: readonly number[]
  /** Those of the predecessors whose membership ends. */
  readonly going: readonly number[]
}

/** Gives the organisations that it concerned. */
export async function succeed(acting: Acting, parts: Parts): Promise<Outcome<readonly number[], SuccessionRefusal>> {
  const { db, viewer } = acting
  const closed = await close(acting, parts.going, parts.onDay)
  if (!closed.done) return closed
  for (const id of parts.successors) {
    const opened = await open(acting, id, parts.onDay)
    if (!opened.done) return opened
  }
  const { kind, onDay, decision, predecessors, successors } = parts
  const { forumId, id: by } = viewer.person
  const succession = await insertSuccession(db, { kind, onDay, decision, forumId, by, predecessors, successors })
  const name = kind === 'merger' ? 'organisations.merged' : 'organisation.divided'
  await recordFact(db, { name, actor: viewer.person, audienceId: 1, data: { succession } })
  return done([...predecessors, ...successors])
}
