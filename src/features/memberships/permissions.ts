// Who may do what; asked by actions and views alike, and held by the database too.
import { coordinates, type Viewer } from '#kernel/viewer.ts'
import { type Membership, standsAlone } from './membership.ts'

/** Works in the office of this forum (null: of the network): one never acts for another. */
export const isOfficeOf = ({ person }: Viewer, forumId: number | null): boolean =>
  person?.role === 'office' && person.forumId === forumId

/** Whether this office has to do with a member at all: it belongs, or belonged, to what the office looks after. */
export const keepsMember = (viewer: Viewer, memberships: readonly Membership[]): boolean =>
  memberships.some(({ forumId, beginsOn, endsOn }) => isOfficeOf(viewer, forumId) && (endsOn ?? beginsOn) >= beginsOn)

/** Notice is given by the member's coordinator, or written down by the office it was given to. */
export const mayResign = (viewer: Viewer, membership: Membership): boolean =>
  standsAlone(membership) && (coordinates(viewer, membership.organisationId) || isOfficeOf(viewer, membership.forumId))

export const maySuspend = (viewer: Viewer, { forumId }: Pick<Membership, 'forumId'>): boolean =>
  isOfficeOf(viewer, forumId)
