// Save a search with its filters; the same one twice is the one that is there.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { keysOf } from '../matching.ts'
import { mostSearches, type SavedFilters } from '../saved-search.ts'
import { countSearches, findSameSearch, insertSearch, waitForOwnActs } from '../store.ts'

export interface SearchToSave {
  readonly name: string
  readonly text: string
  readonly lang: string
  readonly filters: SavedFilters
}

/** Gives the id of the saved search. */
export async function saveSearch(
  asPerson: AsPerson,
  { person }: SignedIn,
  search: SearchToSave,
): Promise<Outcome<number, 'too-many' | 'nothing'>> {
  const { text, lang, filters } = search
  if (text === '' && Object.keys(filters).length === 0) return refused('nothing')
  const keys = await keysOf(text, lang)
  return asPerson(async (db) => {
    await waitForOwnActs(db, person.id)
    const same = await findSameSearch(db, text, filters)
    if (same !== undefined) return done(same.id)
    if ((await countSearches(db)) >= mostSearches) return refused('too-many')
    return done(await insertSearch(db, { ...search, personId: person.id, keys }))
  })
}
