// A saved search in the reader's words: what it asks for, and how it is called if nobody gives it a name.
import type { Translate } from '#kernel/locale.ts'
import type { Feature } from '#platform/feature.ts'
import { activeFilters, kindNames } from '../search/public.ts'
import { longestName, queryOf, type SavedFilters } from './saved-search.ts'

interface Reading {
  readonly t: Translate
  readonly features: readonly Feature[]
}

/** The words in quotation marks, then each filter. */
export function describe(reading: Reading, text: string, filters: SavedFilters): string[] {
  const words = text === '' ? [] : [reading.t('saved.quoted', { name: text })]
  return [
    ...words,
    ...activeFilters(reading.t, kindNames(reading), queryOf({ text, filters })).map(({ label }) => label),
  ]
}

export const firstName = (reading: Reading, text: string, filters: SavedFilters): string =>
  [...(text === '' ? [] : [text]), ...describe(reading, '', filters)]
    .join(', ')
    .slice(0, longestName)
    .toWellFormed()
    .trim()
