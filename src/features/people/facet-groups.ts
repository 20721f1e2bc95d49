// The filters of the directory in the reader's words, and what is chosen of them.
import { compareIn, countryName, languageName, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import type { ActiveFilter, FacetGroup } from '#ui/facets/facets.tsx'
import type { DirectoryQuery } from './inputs.ts'
import { directoryPath } from './paths.ts'

const facets = ['country', 'language', 'concept'] as const
type Facet = (typeof facets)[number]
type Counts = Readonly<Record<Facet, readonly { readonly value: string; readonly count: number }[]>>

const wordsOf = (t: Translate, facet: Facet, value: string): string =>
  facet === 'country'
    ? countryName(t.lang, value)
    : facet === 'language'
      ? languageName(t.lang, value)
      : conceptLabel(value, t.lang)

/** What can be chosen, and what is chosen though it would leave nobody. */
const withChosen = (counts: Counts[Facet], chosen: string | undefined): Counts[Facet] =>
  chosen === undefined || counts.some(({ value }) => value === chosen)
    ? counts
    : [...counts, { value: chosen, count: 0 }]

export function facetGroups(t: Translate, counts: Counts, query: DirectoryQuery): FacetGroup[] {
  const compare = compareIn(t.lang)
  return facets.map((name) => ({
    name,
    label: t(`people.facet-${name}`),
    single: true,
    options: withChosen(counts[name], query[name])
      .map(({ value, count }) => ({ value, count, label: wordsOf(t, name, value), checked: query[name] === value }))
      .sort((one, other) => compare(one.label, other.label)),
  }))
}

/** Each chosen filter with the same page without it. */
export const activeFilters = (t: Translate, query: DirectoryQuery): ActiveFilter[] => [
  ...(['q', 'task', 'about'] as const).flatMap((name) =>
    query[name] === '' ? [] : [{ label: query[name], href: directoryPath({ ...query, [name]: undefined, page: 1 }) }],
  ),
  ...facets.flatMap((name) => {
    const value = query[name]
    const href = directoryPath({ ...query, [name]: undefined, page: 1 })
    return value === undefined ? [] : [{ label: wordsOf(t, name, value), href }]
  }),
]
