// Delete a folder: the bookmarks in it go with it, what they pointed to stays where it is.
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { mayArrange } from '../permissions.ts'
import { deleteFolder, getFolder } from '../store.ts'

export const removeFolder = (asPerson: AsPerson, viewer: SignedIn, id: number | undefined): Promise<void> =>
  asPerson(async (db) => {
    const folder = await getFolder(db, id, viewer.person.lang)
    if (!mayArrange(viewer, folder)) throw forbidden()
    await deleteFolder(db, folder.id)
  })
