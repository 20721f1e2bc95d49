// Give a saved search another name or another rhythm, look it through, delete it.
import type { AsPerson } from '#platform/db/database.ts'
import type { Rhythm } from '../saved-search.ts'
import { beginNow, changeSearch, deleteSearch, getSearch } from '../store.ts'

/** Whoever switches mails on is told of what comes from now on, not of what has gathered. Gives the id. */
export const changeSavedSearch = (
  asPerson: AsPerson,
  id: number | undefined,
  change: { readonly name?: string; readonly rhythm: Rhythm },
): Promise<number> =>
  asPerson(async (db) => {
    const search = await getSearch(db, id)
    await changeSearch(db, search.id, change)
    if (search.rhythm === 'never' && change.rhythm !== 'never') await beginNow(db, search.id, 'alerts_from')
    return search.id
  })

/** Gives the search: nothing is new in it any more. */
export const lookThrough = (asPerson: AsPerson, id: number | undefined) =>
  asPerson(async (db) => {
    const search = await getSearch(db, id)
    await beginNow(db, search.id, 'looked_at')
    return search
  })

export const removeSearch = (asPerson: AsPerson, id: number | undefined): Promise<void> =>
  asPerson(async (db) => deleteSearch(db, (await getSearch(db, id)).id))
