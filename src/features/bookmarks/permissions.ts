// Who may do what with a folder within reach; asked by actions and views alike.
import { isSignedIn, type Viewer } from '#kernel/viewer.ts'
import type { Folder } from './folder.ts'

/** Renames, shares, deletes it, and takes out whatever lies in it. */
export const mayArrange = (viewer: Viewer, folder: Pick<Folder, 'ownerId'>): boolean =>
  viewer.person?.id === folder.ownerId
/** Goes on with a folder whose owner is no longer among those it is shared with. */
export const mayTakeOver = (viewer: Viewer, folder: Pick<Folder, 'audienceId' | 'ownerIsThere'>): boolean =>
  isSignedIn(viewer) && folder.audienceId !== null && !folder.ownerIsThere
/** Whoever put it there, and the folder's owner. */
export const mayTakeOut = (viewer: Viewer, folder: Pick<Folder, 'ownerId'>, addedBy: number): boolean =>
  viewer.person?.id === addedBy || mayArrange(viewer, folder)
