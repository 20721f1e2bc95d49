// Who may do what with a document; asked by actions and by views alike.
import { isSignedIn, type Viewer } from '#kernel/viewer.ts'
import { type Contribution, maySteer } from '#trunk/contributions.ts'

type Known = Pick<
  Contribution,
  'stewardId' | 'organisationId' | 'audienceKind' | 'audienceReached' | 'state' | 'closed'
>

/** Whoever is in the room. */
export const mayBringVersion = (viewer: Viewer, document: Known): boolean =>
  isSignedIn(viewer) && document.state === 'published' && document.audienceReached && !document.closed
/** Who brought it first while in that city, and the city's coordinator if they are in the room. */
export const mayWithdrawDocument = (viewer: Viewer, document: Known): boolean =>
  document.state === 'published' && !document.closed && maySteer(viewer, document)
