// Give a folder another name.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { mayArrange } from '../permissions.ts'
import { changeFolder, findOwnFolder, getFolder, waitForOwnActs } from '../store.ts'

/** Gives the folder's id. */
export const renameFolder = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  name: string,
): Promise<Outcome<number, 'name-taken'>> =>
  asPerson(async (db) => {
    const { person } = viewer
    await waitForOwnActs(db, person.id)
    const folder = await getFolder(db, id, person.lang)
    if (!mayArrange(viewer, folder)) throw forbidden()
    const other = await findOwnFolder(db, person.id, name)
    if (other !== undefined && other !== folder.id) return refused('name-taken')
    await changeFolder(db, folder.id, { name })
    return done(folder.id)
  })
