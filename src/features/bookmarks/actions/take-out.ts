// Take a kept contribution out of a folder.
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { mayTakeOut } from '../permissions.ts'
import { getFolder } from '../store.ts'
import { findAdder, removeBookmark } from '../store-bookmarks.ts'

/** Gives the contribution where it is within reach. What is not to be seen in the folder counts as taken out already. */
export const takeOut = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  contributionId: number,
): Promise<Contribution | undefined> =>
  asPerson(async (db) => {
    const { lang } = viewer.person
    const folder = await getFolder(db, id, lang)
    const addedBy = await findAdder(db, folder.id, contributionId)
    if (addedBy !== undefined && !mayTakeOut(viewer, folder, addedBy)) throw forbidden()
    if (addedBy !== undefined) await removeBookmark(db, folder.id, contributionId)
    return findAnyContribution(db, contributionId, lang)
  })
