// Go on with a folder whose owner is no longer among those it is shared with: what the city was given stays, and stays of use.
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { mayArrange, mayTakeOver } from '../permissions.ts'
import { changeFolder, getFolder } from '../store.ts'

/** Gives the folder's id; whose it already is loses nothing by a second click. */
export const takeOverFolder = (asPerson: AsPerson, viewer: SignedIn, id: number | undefined): Promise<number> =>
  asPerson(async (db) => {
    const folder = await getFolder(db, id, viewer.person.lang)
    if (mayArrange(viewer, folder)) return folder.id
    if (!mayTakeOver(viewer, folder)) throw forbidden()
    await changeFolder(db, folder.id, { owner_id: viewer.person.id })
    return folder.id
  })
