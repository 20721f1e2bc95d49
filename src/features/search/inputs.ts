// What may be asked. Nothing in an address is refused: a filter that cannot be read is none, too many words are cut.
import { z } from 'zod'
import { isConcept } from '#thesaurus/vocabulary.ts'
import { facetNames, sizes } from './search-filters.ts'

const longestWords = 300
const words = z
  .string()
  .default('')
  .transform((text) => text.slice(0, longestWords).toWellFormed().trim())

const choices = (isChoice: (value: string) => boolean) =>
  z
    .array(z.string())
    .default([])
    .transform((values) => [...new Set(values)].filter(isChoice))
const like = (pattern: RegExp) => choices((value) => pattern.test(value))

/** As many pages as there are candidates that a search reads. */
const mostPages = 50

export const searchQuery = z.object({
  q: words,
  concept: choices(isConcept),
  country: like(/^[A-Z]{2}$/),
  kind: like(/^[a-z][a-z-]{0,39}$/),
  evidence: like(/^[0-5]$/),
  language: like(/^[a-z]{2}$/),
  year: like(/^(?:19|20)\d[05]$/),
  size: choices((value) => sizes.some((size) => String(size) === value)),
  page: z.coerce.number().int().min(1).max(mostPages).catch(1).default(1),
})
export const searchLists: readonly string[] = facetNames
export type SearchQuery = z.infer<typeof searchQuery>

export const suggestionsQuery = z.object({ q: words })
