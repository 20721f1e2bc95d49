// Who may do what; asked by actions and by views alike.
import { isSignedIn, type Viewer } from '#kernel/viewer.ts'

export const mayStartFromFile = (viewer: Viewer): boolean => isSignedIn(viewer)
