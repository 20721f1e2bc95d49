// Every address of the feature.
import { changedPath } from '../search/public.ts'
import { queryOf, type SavedSearch } from './saved-search.ts'

export const savedPath = '/saved-searches'
export const savedSearchPath = (id: number): string => `/saved-searches/${id}`
export const rhythmPath = (id: number): string => `/saved-searches/${id}/rhythm`
export const lookPath = (id: number): string => `/saved-searches/${id}/look`
export const deletionPath = (id: number): string => `/saved-searches/${id}/deletion`

/** The search itself, with what is new for this saved search marked. */
export const runPath = (search: Pick<SavedSearch, 'id' | 'text' | 'filters'>): string => {
  const path = changedPath(queryOf(search), {})
  return `${path}${path.includes('?') ? '&' : '?'}saved=${search.id}`
}

/** Ends the mails about these searches, without signing in. */
export const endingPath = (link: { by: number; of: readonly number[]; code: string }): string =>
  `/saved-searches/ending?by=${link.by}&of=${link.of.join('.')}&code=${link.code}`
