// The search page and the suggestions below its box; both for everybody, through the viewer's own policies.
import { atPage, pageCount } from '#kernel/page.ts'
import { readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { searchLabels } from '#thesaurus/search-labels.ts'
import { drawAround } from './around.ts'
import { activeFilters, facetGroups, kindNames } from './facet-groups.ts'
import { findDocuments } from './find-documents.ts'
import { searchLists, searchQuery, suggestionsQuery } from './inputs.ts'
import { searchPath, suggestionsPath } from './paths.ts'
import { readerOf } from './reader-city.ts'
import { suggestTitles } from './store-suggestions.ts'
import { SearchPage } from './views/search-page.tsx'
import { Suggestions } from './views/suggestions.tsx'

/** A whole town hall may share one address. A person is known and can be talked to: theirs stops a script gone wrong. */
const visitorSearches: Limit = { name: 'search', tries: 600, seconds: 60 }
const personSearches: Limit = { name: 'search', tries: 6000, seconds: 60 }

const countSearch = (c: PageVisit): void => {
  const { person } = c.var.viewer
  if (person === undefined) countTry(visitorSearches, remoteAddress(c), c.var.now)
  else countTry(personSearches, `person ${person.id}`, c.var.now)
}

const itemsPerPage = 20

async function showSearch(c: PageVisit): Promise<Response> {
  countSearch(c)
  const { t, db, now, draw, meaning } = c.var
  const input = readQuery(c, searchQuery, searchLists)
  const query = input.valid ? input.value : searchQuery.parse({})
  const { q: text, page: number, ...filters } = query
  const offset = (number - 1) * itemsPerPage
  const found = await findDocuments(db, {
    ...{ text, lang: t.lang, filters, reader: await readerOf(c) },
    ...{ limit: itemsPerPage, offset, now, meaning },
  })
  const page = { items: found.items, number, size: itemsPerPage, total: found.total }
  if (number > pageCount(page)) return c.redirect(atPage(c.req.url, pageCount(page)), 303)
  const parts = await drawAround(c, query, found, number === pageCount(page))
  const kinds = kindNames(c.var)
  const groups = facetGroups(t, kinds, found.facets, query)
  const props = { t, query, found, page, kinds, groups, filters: activeFilters(t, kinds, query), ...parts }
  const title = text === '' ? t('search.title') : t('search.title-words', { words: text })
  return draw({ title, searchText: text }, <SearchPage {...props} />)
}

const mostConcepts = 5
const mostTitles = 4

async function showSuggestions(c: PageVisit): Promise<Response> {
  countSearch(c)
  const { t, db, draw } = c.var
  const input = readQuery(c, suggestionsQuery)
  const text = input.valid ? input.value.q : ''
  const concepts = searchLabels(text, t.lang, mostConcepts)
  const titles = await suggestTitles(db, text, mostTitles, t.lang)
  const kinds = kindNames(c.var)
  return draw({ title: t('ui.suggestions'), searchText: text }, <Suggestions {...{ t, concepts, titles, kinds }} />)
}

export const routes: readonly Route[] = [get(searchPath, showSearch), get(suggestionsPath, showSuggestions)]
