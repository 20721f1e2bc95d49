// Who may do what with replies and files; asked by actions and views alike.
import { isSignedIn, type Viewer } from '#kernel/viewer.ts'
import { type Contribution, mayChange, maySteer } from '#trunk/contributions.ts'
import type { Reply } from '#trunk/replies.ts'

export const mayReply = (viewer: Viewer, thing: Pick<Contribution, 'state' | 'closed'>): boolean =>
  isSignedIn(viewer) && thing.state === 'published' && !thing.closed
/** Their own while in that city, or written as the city that asked. */
export const mayTakeBack = (
  viewer: Viewer,
  reply: Pick<Reply, 'authorId' | 'withdrawn' | 'organisationId' | 'veiled'>,
): boolean =>
  !reply.withdrawn &&
  (reply.veiled || (viewer.person?.id === reply.authorId && viewer.person?.organisationId === reply.organisationId))
/** What an archived room holds stays in it; a reply that is taken back takes its files along. */
export const mayRemoveFiles = (
  viewer: Viewer,
  reply: Pick<Reply, 'authorId' | 'withdrawn' | 'organisationId' | 'veiled'>,
  thing: Pick<Contribution, 'closed'>,
): boolean => !thing.closed && mayTakeBack(viewer, reply)
/** As long as what it stands below is published: whoever reads it there can see that it was changed. */
export const mayChangeReply = (
  viewer: Viewer,
  reply: Pick<Reply, 'authorId' | 'withdrawn' | 'organisationId' | 'veiled'>,
  thing: Pick<Contribution, 'state' | 'closed'>,
): boolean => thing.state === 'published' && !thing.closed && mayTakeBack(viewer, reply)
/** What came of it is said by whoever looks after what was asked. */
export const maySummarise = (viewer: Viewer, thing: Contribution): boolean =>
  thing.state === 'published' && !thing.closed && maySteer(viewer, thing)
/** Whom one writes with is decided by whoever decides about it. */
export const mayNameCoAuthors = (viewer: Viewer, thing: Contribution): boolean =>
  thing.state !== 'withdrawn' && !thing.closed && maySteer(viewer, thing) && !thing.veiled
/** A file tells who made it, in its name and inside: whoever asked as a member city brings none. */
export const mayBringFiles = (thing: Pick<Contribution, 'veiled'>): boolean => !thing.veiled
export const mayAttach = (viewer: Viewer, thing: Contribution): boolean =>
  thing.state !== 'withdrawn' && !thing.closed && mayChange(viewer, thing) && mayBringFiles(thing)
/** Whoever reads what somebody else wrote. */
export const mayReport = (viewer: Viewer, reply: Pick<Reply, 'authorId' | 'withdrawn' | 'veiled'>): boolean =>
  isSignedIn(viewer) && viewer.person.id !== reply.authorId && !reply.veiled && !reply.withdrawn
