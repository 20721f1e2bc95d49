// The filters of the list in the reader's words.
import { compareIn, countryName, languageName, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import type { ActiveFilter, FacetGroup } from '#ui/facets/facets.tsx'
import { countFacet, type ExpertQuery, type Facet, facets, type Institution } from './expert.ts'
import { listPath } from './paths.ts'

const wordsOf = (t: Translate, facet: Facet, value: string): string =>
  facet === 'country'
    ? countryName(t.lang, value)
    : facet === 'language'
      ? languageName(t.lang, value)
      : conceptLabel(value, t.lang)

export const facetGroups = (t: Translate, experts: readonly Institution[], query: ExpertQuery): FacetGroup[] =>
  facets.map((name) => ({
    name,
    label: t(`experts.facet-${name}`),
    single: true,
    options: [...countFacet(experts, query, name)]
      .map(([value, count]) => ({ value, count, label: wordsOf(t, name, value), checked: query[name] === value }))
      .sort((one, other) => compareIn(t.lang)(one.label, other.label)),
  }))

export const activeFilters = (t: Translate, query: ExpertQuery): ActiveFilter[] =>
  facets.flatMap((name) => {
    const value = query[name]
    return value === undefined
      ? []
      : [{ label: wordsOf(t, name, value), href: listPath({ ...query, [name]: undefined }) }]
  })
