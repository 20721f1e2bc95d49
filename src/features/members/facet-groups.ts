// The filters of the register in the reader's words, and what is chosen of them.
import { compareIn, countryName, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import type { ActiveFilter, FacetGroup } from '#ui/facets/facets.tsx'
import type { RegisterQuery } from './inputs.ts'
import { sizeClasses } from './member.ts'
import { registerPath } from './paths.ts'
import type { Counts, Facet } from './register.ts'

export type Words = (facet: Facet, value: string) => string

export const wordsIn =
  (t: Translate, forumNames: ReadonlyMap<string, string>): Words =>
  (facet, value) => {
    if (facet === 'country') return countryName(t.lang, value)
    if (facet === 'forum') return forumNames.get(value) ?? value
    return facet === 'size' ? t(`members.size-${value}`) : conceptLabel(value, t.lang)
  }

const facets = ['country', 'forum', 'size', 'field'] as const

/** What can be chosen, and what is chosen though it would leave nothing. */
const valuesOf = (facet: Facet, counts: Counts, query: RegisterQuery): string[] => [
  ...new Set([...counts[facet].keys(), ...query[facet]]),
]

export function facetGroups(t: Translate, words: Words, counts: Counts, query: RegisterQuery): FacetGroup[] {
  const compare = compareIn(t.lang)
  const inOrder = (facet: Facet): string[] =>
    facet === 'size'
      ? sizeClasses.map(({ key }) => key).filter((key) => valuesOf(facet, counts, query).includes(key))
      : valuesOf(facet, counts, query).sort((one, other) => compare(words(facet, one), words(facet, other)))
  return facets.map((facet) => ({
    name: facet,
    label: t(`members.facet-${facet}`),
    options: inOrder(facet).map((value) => ({
      value,
      label: words(facet, value),
      count: counts[facet].get(value) ?? 0,
      checked: (query[facet] as readonly string[]).includes(value),
    })),
  }))
}

/** Each chosen filter with the same page without it. */
export const activeFilters = (words: Words, query: RegisterQuery): ActiveFilter[] => [
  ...(query.q === '' ? [] : [{ label: query.q, href: registerPath({ ...query, q: '', page: 1 }) }]),
  ...facets.flatMap((facet) =>
    (query[facet] as readonly string[]).map((value) => ({
      label: words(facet, value),
      href: registerPath({ ...query, [facet]: query[facet].filter((one) => one !== value), page: 1 }),
    })),
  ),
]
