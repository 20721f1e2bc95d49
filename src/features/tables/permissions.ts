// Who may do what; asked by routes and views alike.
import { isSignedIn, type SignedIn, type Viewer } from '#kernel/viewer.ts'

/** Whoever writes for a city also brings many at a time. */
export const mayImport = (viewer: Viewer): viewer is SignedIn => isSignedIn(viewer)
