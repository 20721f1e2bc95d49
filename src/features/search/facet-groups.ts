// The filters of a search in the reader's words, and what is chosen of them.
import { countryName, formatNumber, languageName, type Translate } from '#kernel/locale.ts'
import type { Feature } from '#platform/feature.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import type { ActiveFilter, FacetGroup } from '#ui/facets/facets.tsx'
import type { SearchQuery } from './inputs.ts'
import { changedPath } from './paths.ts'
import { type FacetName, type Facets, facetNames, sizes } from './search-filters.ts'

/** What features call their kinds, in the reader's language. */
export interface KindNames {
  readonly one: (kind: string) => string
  readonly several: (kind: string) => string
}

export function kindNames({ t, features }: { t: Translate; features: readonly Feature[] }): KindNames {
  const sources = new Map(features.flatMap(({ search = [] }) => search.map((source) => [source.kind, source])))
  return { several: (kind) => t(sources.get(kind)?.plural ?? kind), one: (kind) => t(sources.get(kind)?.label ?? kind) }
}

const sizeWords = (t: Translate, lower: string): string => {
  const from = Number(lower)
  const to = sizes[(sizes as readonly number[]).indexOf(from) + 1]
  const values = { from: formatNumber(t.lang, from), to: formatNumber(t.lang, to ?? 0) }
  if (from === 0) return t('search.size-below', values)
  return t(to === undefined ? 'search.size-above' : 'search.size-between', values)
}

function facetWord(t: Translate, kinds: KindNames, name: FacetName, value: string): string {
  if (name === 'concept') return conceptLabel(value, t.lang)
  if (name === 'country') return countryName(t.lang, value)
  if (name === 'language') return languageName(t.lang, value)
  if (name === 'kind') return kinds.several(value)
  if (name === 'year') return t('search.years', { from: value, to: String(Number(value) + 4) })
  return name === 'size' ? sizeWords(t, value) : t(`search.evidence-${value}`)
}

export const facetGroups = (t: Translate, kinds: KindNames, facets: Facets, query: SearchQuery): FacetGroup[] =>
  facetNames.map((name) => ({
    name,
    label: t(`search.facet-${name}`),
    options: facets[name].map(({ value, count }) => ({
      value,
      count,
      label: facetWord(t, kinds, name, value),
      checked: query[name].includes(value),
    })),
  }))

/** Each chosen filter with the same search without it. */
export const activeFilters = (t: Translate, kinds: KindNames, query: SearchQuery): ActiveFilter[] =>
  facetNames.flatMap((name) =>
    query[name].map((value) => ({
      label: facetWord(t, kinds, name, value),
      href: changedPath(query, { [name]: query[name].filter((other) => other !== value) }),
    })),
  )
