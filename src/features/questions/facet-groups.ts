// The filters of the list in the reader's words, what is chosen of them, and the address of the list so narrowed.
import { countryName, languageName, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import type { ActiveFilter, FacetGroup } from '#ui/facets/facets.tsx'
import { facetNames, type QuestionListQuery } from './inputs.ts'
import { questionsPath } from './paths.ts'
import type { Counted, QuestionFacets } from './store-lists.ts'

type FacetName = (typeof facetNames)[number]

const labelOf = (t: Translate, name: FacetName, value: string): string => {
  if (name === 'concept') return conceptLabel(value, t.lang)
  if (name === 'country') return countryName(t.lang, value)
  if (name === 'language') return languageName(t.lang, value)
  return t(`questions.state-${value}`)
}

/** Open before answered; all others by their number. */
const inOrder = (name: FacetName, counts: readonly Counted[]): Counted[] =>
  [...counts].sort((one, other) => (name === 'state' ? other.value.localeCompare(one.value) : other.count - one.count))

/** What is chosen stays in sight though it would leave nothing: that is when one wants to take it away. */
const withChosen = (counts: readonly Counted[], chosen: readonly string[]): Counted[] => [
  ...counts,
  ...chosen.filter((value) => counts.every((one) => one.value !== value)).map((value) => ({ value, count: 0 })),
]

export const facetGroups = (t: Translate, facets: QuestionFacets, query: QuestionListQuery): FacetGroup[] =>
  facetNames.map((name) => ({
    name,
    label: t(`questions.facet-${name}`),
    options: withChosen(inOrder(name, facets[name]), query[name]).map(({ value, count }) => ({
      value,
      count,
      label: labelOf(t, name, value),
      checked: query[name].includes(value),
    })),
  }))

/** The same list with some of the query changed; the page starts anew unless it is what changes. */
export const listPath = (query: QuestionListQuery, change: Partial<QuestionListQuery>): string => {
  const next = { ...query, page: 1, ...change }
  const words = new URLSearchParams(facetNames.flatMap((name) => next[name].map((value) => [name, value])))
  if (next.page > 1) words.append('page', String(next.page))
  return words.size === 0 ? questionsPath : `${questionsPath}?${words}`
}

export const activeFilters = (t: Translate, query: QuestionListQuery): ActiveFilter[] =>
  facetNames.flatMap((name) =>
    query[name].map((value) => ({
      label: labelOf(t, name, value),
      href: listPath(query, { [name]: query[name].filter((other) => other !== value) }),
    })),
  )
