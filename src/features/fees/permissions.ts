// Who may do what with a scale; asked by actions and by views alike. The database holds the same.
import type { Viewer } from '#kernel/viewer.ts'
import type { Scale } from './scale.ts'

/** Works in the office of this issuer; null is the network. */
export const keepsBooks = (viewer: Viewer, issuer: number | null): boolean =>
  viewer.person?.role === 'office' && viewer.person.forumId === issuer

/** Whoever works in an office writes the scales of that office’s issuer. */
export const mayBeginScale = (viewer: Viewer): boolean => viewer.person?.role === 'office'

type Known = Pick<Scale, 'forumId' | 'state' | 'proposedBy'>

export const maySimulate = (viewer: Viewer, { forumId }: Pick<Scale, 'forumId'>): boolean => keepsBooks(viewer, forumId)
export const mayChangeScale = (viewer: Viewer, scale: Known): boolean =>
  scale.state === 'draft' && keepsBooks(viewer, scale.forumId)
export const mayReturnScale = (viewer: Viewer, scale: Known): boolean =>
  scale.state === 'proposed' && keepsBooks(viewer, scale.forumId)
/** A second person of the same office. */
export const mayApproveScale = (viewer: Viewer, scale: Known): boolean =>
  mayReturnScale(viewer, scale) && scale.proposedBy !== viewer.person?.id
