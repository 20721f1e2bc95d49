// Who may do what; asked by actions and views alike, and held by the database too.
import { coordinates, type Viewer } from '#kernel/viewer.ts'
import { type Membership, standsAlone } from './membership.ts'
import type { ActName } from './paths.ts'

/** Works in the office of this forum (null: of the network): one never acts for another. */
export const isOfficeOf = ({ person }: Viewer, forumId: number | null): boolean =>
  person?.role === 'office' && person.forumId === forumId

/** Whether this office has to do with a member at all: it belongs, or belonged, to what the office looks after. */
const keepsMember = (viewer: Viewer, memberships: readonly Membership[]): boolean =>
  memberships.some(({ forumId, beginsOn, endsOn }) => isOfficeOf(viewer, forumId) && (endsOn ?? beginsOn) >= beginsOn)

/** Notice is given by the member's coordinator, or written down by the office it was given to. */
export const mayResign = (viewer: Viewer, membership: Membership): boolean =>
  standsAlone(membership) && (coordinates(viewer, membership.organisationId) || isOfficeOf(viewer, membership.forumId))

export const maySuspend = (viewer: Viewer, { forumId }: Pick<Membership, 'forumId'>): boolean =>
  isOfficeOf(viewer, forumId)

/** Whether this person finds anything to do on the page of an act about this member. */
export function mayAct(viewer: Viewer, act: ActName, memberships: readonly Membership[]): boolean {
  if (act === 'resignation') return memberships.some((one) => mayResign(viewer, one))
  if (act === 'suspension') return memberships.some((one) => maySuspend(viewer, one))
  return keepsMember(viewer, memberships)
}

/** Those who learn of suspensions and notices; the database gives nobody else any. */
export const isConcerned = (viewer: Viewer, organisationId: number, memberships: readonly Membership[]): boolean =>
  coordinates(viewer, organisationId) || keepsMember(viewer, memberships)

/** An office of the network or of a forum, each for its own members. */
export const isOffice = ({ person }: Viewer): boolean => person?.role === 'office'
