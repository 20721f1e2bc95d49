// The filters of the list in the reader's words, what is chosen of them, and the address of the list so narrowed.
import { countryName, formatDate, languageName, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import type { ActiveFilter, FacetGroup } from '#ui/facets/facets.tsx'
import type { PracticeListQuery } from './inputs.ts'
import { practicesPath } from './paths.ts'
import type { Counted, PracticeFacets } from './store-lists.ts'

const facetNames = ['concept', 'country', 'language', 'evidence'] as const
type FacetName = (typeof facetNames)[number]

const labelOf = (t: Translate, name: FacetName, value: string): string => {
  if (name === 'concept') return conceptLabel(value, t.lang)
  if (name === 'country') return countryName(t.lang, value)
  if (name === 'language') return languageName(t.lang, value)
  return t(`practices.evidence-short-${value}`)
}

const inOrder = (name: FacetName, counts: readonly Counted[]): Counted[] =>
  [...counts].sort((one, other) =>
    name === 'evidence' ? Number(other.value) - Number(one.value) : other.count - one.count,
  )

/** What is chosen stays in sight though it would leave nothing: that is when one wants to take it away. */
const withChosen = (counts: readonly Counted[], chosen: readonly string[]): Counted[] => [
  ...counts,
  ...chosen.filter((value) => counts.every((one) => one.value !== value)).map((value) => ({ value, count: 0 })),
]

const freshLabel = (t: Translate, lastVisit: Date): string =>
  t('practices.fresh-since', { date: formatDate(t.lang, lastVisit) })
export const isFresh = ({ fresh }: Pick<PracticeListQuery, 'fresh'>): boolean => fresh.length > 0

/** One box to tick, where there was a visit before this one. */
const freshGroup = (t: Translate, query: PracticeListQuery, lastVisit: Date | undefined): FacetGroup[] => {
  if (lastVisit === undefined) return []
  const label = freshLabel(t, lastVisit)
  return [
    { name: 'fresh', label: t('practices.facet-fresh'), options: [{ value: '1', label, checked: isFresh(query) }] },
  ]
}

export const facetGroups = (
  t: Translate,
  facets: PracticeFacets,
  query: PracticeListQuery,
  lastVisit: Date | undefined,
): FacetGroup[] => [
  ...freshGroup(t, query, lastVisit),
  ...facetNames.map((name) => ({
    name,
    label: t(`practices.facet-${name}`),
    options: withChosen(inOrder(name, facets[name]), query[name]).map(({ value, count }) => ({
      value,
      count,
      label: labelOf(t, name, value),
      checked: query[name].includes(value),
    })),
  })),
]

/** The same list with some of the query changed; the page starts anew unless it is what changes. */
export const listPath = (query: PracticeListQuery, change: Partial<PracticeListQuery>): string => {
  const next = { ...query, page: 1, ...change }
  const pairs = [...facetNames, 'fresh' as const, 'practice' as const].flatMap((name) =>
    next[name].map((value) => [name, value]),
  )
  const search = new URLSearchParams(next.page > 1 ? [...pairs, ['page', String(next.page)]] : pairs).toString()
  return search === '' ? practicesPath : `${practicesPath}?${search}`
}

/** Nothing narrowed; what was chosen to be compared stays chosen. */
export const unfiltered = (query: PracticeListQuery): string =>
  listPath(query, { concept: [], country: [], language: [], evidence: [], fresh: [] })

export const activeFilters = (t: Translate, query: PracticeListQuery, lastVisit?: Date): ActiveFilter[] => [
  ...(lastVisit !== undefined && isFresh(query)
    ? [{ label: freshLabel(t, lastVisit), href: listPath(query, { fresh: [] }) }]
    : []),
  ...facetNames.flatMap((name) =>
    query[name].map((value) => ({
      label: labelOf(t, name, value),
      href: listPath(query, { [name]: query[name].filter((other) => other !== value) }),
    })),
  ),
]
