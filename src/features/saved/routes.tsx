// Handlers of my saved searches: the list, one of them, and what can be done with it.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { asTyped, judgeTyped, readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { searchLists, searchQuery } from '../search/public.ts'
import { changeSavedSearch, lookThrough, removeSearch } from './actions/change-search.ts'
import { saveSearch } from './actions/save-search.ts'
import { describe, firstName } from './describe.ts'
import { rhythmInput, searchInput, toSaveInput } from './inputs.ts'
import { runPath, savedPath, savedSearchPath } from './paths.ts'
import { mostSearches, savedFilters } from './saved-search.ts'
import { getSearch, listSearches } from './store.ts'
import { SavedListPage } from './views/saved-list-page.tsx'
import { SavedSearchPage } from './views/saved-search-page.tsx'

async function drawList(c: AnyVisit, db: Db, issues: readonly Issue[]): Promise<Response> {
  const { t, draw } = c.var
  const searches = (await listSearches(db)).map((search) => ({
    ...search,
    asks: describe(c.var, search.text, search.filters),
  }))
  const page = { title: t('saved.title'), status: issues.length > 0 ? 422 : 200 } as const
  return draw(page, <SavedListPage t={t} searches={searches} issues={issues} />)
}

async function drawSearch(c: AnyVisit, db: Db, typed: Typed, issues: readonly Issue[]): Promise<Response> {
  const { t, draw } = c.var
  const search = await getSearch(db, idFrom(c.req.param('id')))
  const breadcrumb = [{ label: t('saved.title'), href: savedPath }]
  const page = { title: search.name, breadcrumb, status: issues.length > 0 ? 422 : 200 } as const
  const asks = describe(c.var, search.text, search.filters)
  return draw(page, <SavedSearchPage t={t} search={search} asks={asks} typed={typed} issues={issues} />)
}

const showList = (c: PageVisit): Promise<Response> => drawList(c, c.var.db, [])
const showSearch = (c: PageVisit): Promise<Response> => drawSearch(c, c.var.db, {}, [])

/** The search travels as its own address does; what cannot be read of it is left out, as there. */
const askedFor = (query: string) => {
  const typed: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(query))
    if (searchLists.includes(name)) typed[name] = [...(typed[name] ?? []), value]
    else typed[name] = asTyped(value)
  const read = judgeTyped(searchQuery, typed)
  return read.valid ? read.value : searchQuery.parse({})
}

async function save(c: ActVisit): Promise<Response> {
  const { t, asPerson } = c.var
  const viewer = signedIn(c)
  const form = await readForm(c, toSaveInput)
  const { q: text, page: _, ...chosen } = askedFor(form.valid ? form.value.search : '')
  const filters = savedFilters(chosen)
  const search = { text, lang: t.lang, filters, name: firstName(c.var, text, filters) }
  const outcome = await saveSearch(asPerson, viewer, search)
  if (outcome.done) return c.var.seeOther(savedSearchPath(outcome.value), 'saved.done-saved')
  const issue = { field: '', message: `saved.refusal-${outcome.refusal}`, values: { most: mostSearches } }
  return asPerson((db) => drawList(c, db, [issue]))
}

const changeBy = (input: typeof searchInput | typeof rhythmInput) => async (c: ActVisit) => {
  const form = await readForm(c, input)
  if (!form.valid) return c.var.asPerson((db) => drawSearch(c, db, form.typed, form.issues))
  await changeSavedSearch(c.var.asPerson, idFrom(c.req.param('id')), form.value)
  return c.var.seeOther(savedPath, 'saved.done-changed')
}

async function look(c: ActVisit): Promise<Response> {
  const search = await lookThrough(c.var.asPerson, idFrom(c.req.param('id')))
  return c.var.seeOther(runPath(search), 'saved.done-looked')
}

async function remove(c: ActVisit): Promise<Response> {
  await removeSearch(c.var.asPerson, idFrom(c.req.param('id')))
  return c.var.seeOther(savedPath, 'saved.done-deleted')
}

export const routes: readonly Route[] = [
  get(savedPath, showList),
  post(savedPath, save),
  get('/saved-searches/:id', showSearch),
  post('/saved-searches/:id', changeBy(searchInput)),
  post('/saved-searches/:id/rhythm', changeBy(rhythmInput)),
  post('/saved-searches/:id/look', look),
  post('/saved-searches/:id/deletion', remove),
]
