// Keep a contribution in a folder: one of those within reach, a new one, or the one last used.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { mostBookmarks, mostFolders } from '../folder.ts'
import type { KeepInput } from '../inputs.ts'
import {
  countOwnFolders,
  createFolder,
  findLastUsedFolder,
  findOwnFolder,
  getFolder,
  waitForOwnActs,
} from '../store.ts'
import { addBookmark, countBookmarks, findAdder } from '../store-bookmarks.ts'

export type KeepRefusal = 'too-many-folders' | 'folder-full'

/** `firstName` is what a first folder is called in the person's language. */
async function chooseFolder(
  db: Db,
  { person }: SignedIn,
  { folder, name }: KeepInput,
  firstName: string,
  now: Date,
): Promise<Outcome<number, KeepRefusal>> {
  if (name === undefined && folder !== undefined) return done((await getFolder(db, folder, person.lang)).id)
  const known = name === undefined ? await findLastUsedFolder(db, person.id) : await findOwnFolder(db, person.id, name)
  if (known !== undefined) return done(known)
  if ((await countOwnFolders(db, person.id)) >= mostFolders) return refused('too-many-folders')
  return done(await createFolder(db, person.id, name ?? firstName, now))
}

export const keepContribution = (
  asPerson: AsPerson,
  viewer: SignedIn,
  contributionId: number | undefined,
  input: KeepInput,
  firstName: string,
  now: Date,
): Promise<Outcome<Contribution, KeepRefusal>> =>
  asPerson(async (db) => {
    const { person } = viewer
    const thing = contributionId === undefined ? undefined : await findAnyContribution(db, contributionId, person.lang)
    if (thing === undefined) throw notFound()
    await waitForOwnActs(db, person.id)
    const folder = await chooseFolder(db, viewer, input, firstName, now)
    if (!folder.done) return folder
    const known = await findAdder(db, folder.value, thing.id)
    if (known === undefined && (await countBookmarks(db, folder.value)) >= mostBookmarks) return refused('folder-full')
    const fresh = { folderId: folder.value, contributionId: thing.id, personId: person.id, note: input.note }
    await addBookmark(db, fresh, now)
    return done(thing)
  })
