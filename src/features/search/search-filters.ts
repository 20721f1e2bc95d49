// What a search can be narrowed to, and how many things each choice would leave.
import { topConcepts } from '#thesaurus/vocabulary.ts'

export const facetNames = ['concept', 'country', 'kind', 'evidence', 'language', 'year', 'size'] as const
export type FacetName = (typeof facetNames)[number]
/** Several values of one facet widen, several facets narrow. */
export type SearchFilters = Readonly<Record<FacetName, readonly string[]>>

export const noFilters: SearchFilters = {
  concept: [],
  country: [],
  kind: [],
  evidence: [],
  language: [],
  year: [],
  size: [],
}

/** Lower bounds of the city sizes, in inhabitants. */
export const sizes = [0, 50_000, 100_000, 250_000, 500_000] as const

export interface Filterable {
  readonly kind: string
  readonly lang: string
  readonly country: string | null
  readonly year: number | null
  readonly evidence: number | null
  readonly population: number | null
  readonly concepts: readonly string[]
}

export const sizeOf = (population: number): number => sizes.findLast((size) => population >= size) ?? 0
/** Five years together: nobody looks for 2017 in particular. */
export const periodOf = (year: number): number => Math.floor(year / 5) * 5

type OneOf = Exclude<FacetName, 'concept'>
/** A search asks for these of each of a thousand: they stay numbers until they are shown. */
const only: Record<OneOf, (thing: Filterable) => string | number | null> = {
  country: ({ country }) => country,
  kind: ({ kind }) => kind,
  evidence: ({ evidence }) => evidence,
  language: ({ lang }) => lang,
  year: ({ year }) => (year === null ? null : periodOf(year)),
  size: ({ population }) => (population === null ? null : sizeOf(population)),
}

const valuesOf = (name: FacetName, thing: Filterable): readonly string[] => {
  if (name === 'concept') return thing.concepts
  const value = only[name](thing)
  return value === null ? [] : [String(value)]
}

/** Under this term the index keeps everything that a choice of a facet leaves. */
export const filterTerm = (name: FacetName, value: string): string => `f:${name}:${value}`

/** The terms of everything a thing can be narrowed by. */
export const filterTerms = (thing: Filterable): string[] =>
  facetNames.flatMap((name) => valuesOf(name, thing).map((value) => filterTerm(name, value)))

/** Whether a thing passes all filters; `except` leaves one facet out. */
export const passes = (thing: Filterable, filters: SearchFilters, except?: FacetName): boolean =>
  facetNames.every((name) => {
    const wanted = filters[name]
    return name === except || wanted.length === 0 || valuesOf(name, thing).some((value) => wanted.includes(value))
  })

export interface FacetValue {
  readonly value: string
  readonly count: number
}
export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>

/** Of the concepts only the fields of action are offered, and what is chosen already. */
const offered = (name: FacetName, value: string, filters: SearchFilters): boolean =>
  name !== 'concept' || topConcepts().includes(value) || filters.concept.includes(value)

const inOrder = (name: FacetName, counts: ReadonlyMap<string, number>): FacetValue[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) =>
      ['evidence', 'year'].includes(name)
        ? Number(b.value) - Number(a.value)
        : name === 'size'
          ? Number(a.value) - Number(b.value)
          : b.count - a.count || a.value.localeCompare(b.value),
    )

export type Counts = ReadonlyMap<string | number, number>

const countValues = (name: FacetName, things: readonly Filterable[]): Counts => {
  const counts = new Map<string | number, number>()
  const add = (value: string | number, times = 1): void => void counts.set(value, (counts.get(value) ?? 0) + times)
  if (name === 'concept') {
    // The same list stands at many: of a thousand things some hundred are different.
    const lists = new Map<readonly string[], number>()
    for (const { concepts } of things) lists.set(concepts, (lists.get(concepts) ?? 0) + 1)
    for (const [slugs, times] of lists) for (const slug of slugs) add(slug, times)
  } else {
    for (const thing of things) add(only[name](thing) ?? '')
    counts.delete('')
  }
  return counts
}

const countFacet = (name: FacetName, things: readonly Filterable[], filters: SearchFilters): FacetValue[] => {
  const counts = new Map(filters[name].map((value) => [value, 0]))
  const others = facetNames.some((other) => other !== name && filters[other].length > 0)
  const passing = others ? things.filter((thing) => passes(thing, filters, name)) : things
  for (const [value, count] of countValues(name, passing)) counts.set(String(value), count)
  return inOrder(name, new Map([...counts].filter(([value]) => offered(name, value, filters))))
}

/** Without filters, from counts of everything there is. */
export const facetsFrom = (counts: Readonly<Record<FacetName, Counts>>): Facets =>
  Object.fromEntries(
    facetNames.map((name) => {
      const offers = [...counts[name]].map(([value, count]) => [String(value), count] as const)
      return [name, inOrder(name, new Map(offers.filter(([value]) => offered(name, value, noFilters))))]
    }),
  ) as Record<FacetName, FacetValue[]>

/** Each facet is counted with the others applied and its own left out, so that a choice can be widened. */
export const countFacets = (things: readonly Filterable[], filters: SearchFilters): Facets =>
  Object.fromEntries(facetNames.map((name) => [name, countFacet(name, things, filters)])) as Record<
    FacetName,
    FacetValue[]
  >

/** Whether anything is chosen. */
export const isNarrowed = (filters: SearchFilters): boolean => facetNames.some((name) => filters[name].length > 0)

/** In how many languages the things that pass are written. */
export const languagesOf = ({ language }: Facets, filters: SearchFilters): number =>
  language.filter(
    ({ value, count }) => count > 0 && (filters.language.length === 0 || filters.language.includes(value)),
  ).length
