// Every address of the hall, and the doors of others it points to: halls import no feature, so these are written out.
import type { SearchQuery } from './inputs.ts'
import { facetNames } from './search-filters.ts'

export const searchPath = '/search'
export const suggestionsPath = '/search/suggestions'
export const memberPath = (slug: string): string => `/members/${slug}`
export const thesaurusPath = '/thesaurus'

/** A new search for these words. */
export const wordsPath = (words: string): string => `${searchPath}?${new URLSearchParams({ q: words })}`
/** Everything about a concept and what is narrower. */
export const conceptPath = (slug: string): string => `${searchPath}?${new URLSearchParams({ concept: slug })}`

/** The same search with some of it changed; the page starts anew unless it is what changes. */
export function changedPath(query: SearchQuery, change: Partial<SearchQuery>): string {
  const next = { ...query, page: 1, ...change }
  const words = new URLSearchParams(next.q === '' ? {} : { q: next.q })
  for (const name of facetNames) for (const value of next[name]) words.append(name, value)
  if (next.page > 1) words.append('page', String(next.page))
  return words.size === 0 ? searchPath : `${searchPath}?${words}`
}
