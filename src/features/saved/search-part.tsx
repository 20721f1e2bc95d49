// What saved searches hand to the page of a search: saving it, and, opened from a saved one, what is new in it.
import { isSignedIn } from '#kernel/viewer.ts'
import { readQuery } from '#platform/http/input.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import type { SearchPart } from '#platform/page-parts.ts'
import { changedPath, searchLists, searchQuery } from '../search/public.ts'
import { savedQuery } from './inputs.ts'
import { type SavedSearch, savedFilters } from './saved-search.ts'
import { findSameSearch, findSearch, listFresh } from './store.ts'
import { NewInSearch, SaveSearch } from './views/search-parts.tsx'

/** More than anybody reads in one go: so many are marked, all are counted. */
const mostFresh = 100

async function drawNew(c: PageVisit, search: SavedSearch) {
  const { t, db, kinds } = c.var
  const things = (await listFresh(db, search, mostFresh)).map((thing) => ({
    ...thing,
    href: kinds.get(thing.kind)?.path(thing.id, thing.title) ?? '/',
  }))
  const fresh = new Set(things.map(({ id }) => id))
  return { above: <NewInSearch t={t} search={search} things={things} />, fresh }
}

export const searchPart: SearchPart = {
  name: 'saved.search-part',
  position: 10,
  draw: async (c) => {
    const { t, db, viewer } = c.var
    if (!isSignedIn(viewer)) return undefined
    const opened = readQuery(c, savedQuery)
    const from = await findSearch(db, opened.valid ? opened.value.saved : undefined)
    if (from !== undefined) return drawNew(c, from)
    const input = readQuery(c, searchQuery, searchLists)
    const search = input.valid ? changedPath(input.value, { page: 1 }).split('?')[1] : undefined
    // A place to begin is no search yet.
    if (!input.valid || search === undefined) return undefined
    const { q, page: _, ...filters } = input.value
    const same = await findSameSearch(db, q, savedFilters(filters))
    return { above: <SaveSearch t={t} search={search} same={same} /> }
  },
}
