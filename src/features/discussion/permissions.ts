// Who may do what with replies and files; asked by actions and views alike.
import { isSignedIn, type Viewer } from '#kernel/viewer.ts'
import { type Contribution, mayChange, maySteer } from '#trunk/contributions.ts'
import type { Reply } from '#trunk/replies.ts'

export const mayReply = (viewer: Viewer, thing: Pick<Contribution, 'state'>): boolean =>
  isSignedIn(viewer) && thing.state === 'published'
export const mayTakeBack = (viewer: Viewer, reply: Pick<Reply, 'authorId' | 'withdrawn' | 'organisationId'>): boolean =>
  viewer.person?.id === reply.authorId && viewer.person.organisationId === reply.organisationId && !reply.withdrawn
/** Whom one writes with is decided by whoever decides about it. */
export const mayNameCoAuthors = (viewer: Viewer, thing: Contribution): boolean =>
  thing.state !== 'withdrawn' && maySteer(viewer, thing)
export const mayAttach = (viewer: Viewer, thing: Contribution): boolean =>
  thing.state !== 'withdrawn' && mayChange(viewer, thing)
/** Whoever reads what somebody else wrote. */
export const mayReport = (viewer: Viewer, reply: Pick<Reply, 'authorId' | 'withdrawn'>): boolean =>
  isSignedIn(viewer) && viewer.person.id !== reply.authorId && !reply.withdrawn
