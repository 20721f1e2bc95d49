// Begin a folder, empty and one's own.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { mostFolders } from '../folder.ts'
import { countOwnFolders, createFolder, findOwnFolder, waitForOwnActs } from '../store.ts'

/** Gives the folder's id. */
export const beginFolder = (
  asPerson: AsPerson,
  { person }: SignedIn,
  name: string,
  now: Date,
): Promise<Outcome<number, 'too-many-folders' | 'name-taken'>> =>
  asPerson(async (db) => {
    await waitForOwnActs(db, person.id)
    if ((await findOwnFolder(db, person.id, name)) !== undefined) return refused('name-taken')
    if ((await countOwnFolders(db, person.id)) >= mostFolders) return refused('too-many-folders')
    return done(await createFolder(db, person.id, name, now))
  })
