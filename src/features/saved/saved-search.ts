// The noun: a search that somebody keeps, and how often they want to hear of what is new.
import { type FacetName, noFilters, type SearchFilters, type SearchQuery } from '../search/public.ts'

export const rhythms = ['at-once', 'daily', 'weekly', 'never'] as const
export type Rhythm = (typeof rhythms)[number]

/** As kept: facets in which nothing was chosen are left out, values in order, so that the same search is saved once. */
export type SavedFilters = Readonly<Partial<Record<FacetName, readonly string[]>>>

export interface SavedSearch {
  readonly id: number
  readonly name: string
  readonly text: string
  readonly filters: SavedFilters
  readonly rhythm: Rhythm
  readonly lookedAt: Date
}

/** A search in a list of one's own, with how much is new since one looked. */
export type ListedSearch = SavedSearch & { readonly fresh: number }

export const mostSearches = 50
export const longestName = 80

/** As the search itself reads it, from its first page. */
export const queryOf = ({ text, filters }: Pick<SavedSearch, 'text' | 'filters'>): SearchQuery =>
  ({ ...noFilters, ...filters, q: text, page: 1 }) as SearchQuery

export const savedFilters = (filters: SearchFilters): SavedFilters =>
  Object.fromEntries(
    Object.entries(filters)
      .filter(([, values]) => values.length > 0)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, values]) => [name, [...values].sort()]),
  )
