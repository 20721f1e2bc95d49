// The noun: an institution outside the cities, with the person who may be named.

export interface Institution {
  readonly institution: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly link: string
  readonly about: string
  /** In which language `about` is written. */
  readonly lang: string
  /** Slugs. */
  readonly concepts: readonly string[]
  readonly languages: readonly string[]
}

export interface NamedExpert {
  readonly name: string
  readonly function: string
  /** False: was asked, and is seen by whoever asked alone. */
  readonly agreed: boolean
}

export interface Expert extends Institution {
  readonly id: number
  readonly person: NamedExpert | null
  readonly enteredBy: number | null
  readonly organisationId: number
  readonly organisationName: string
  readonly organisationSlug: string
  /** Null: has left, or works for another city by now; the city or office goes on vouching. */
  readonly vouchedBy: { readonly name: string; readonly slug: string } | null
  readonly demonstration: boolean
  readonly revision: number
}

/** Who was asked and says nothing is forgotten after so many days. */
export const answerDays = 30
/** Who said no is not asked by anybody for so many days. */
export const peaceDays = 365

export interface ExpertQuery {
  readonly concept?: string | undefined
  readonly language?: string | undefined
  readonly country?: string | undefined
}
export type Facet = keyof ExpertQuery & string

const valuesOf: Record<Facet, (expert: Institution) => readonly string[]> = {
  concept: ({ concepts }) => concepts,
  language: ({ languages }) => languages,
  country: ({ country }) => [country],
}
export const facets = ['concept', 'language', 'country'] as const

const fits = (expert: Institution, query: ExpertQuery, without?: Facet): boolean =>
  facets.every(
    (facet) => facet === without || query[facet] === undefined || valuesOf[facet](expert).includes(query[facet]),
  )

export const chosenBy = <Entry extends Institution>(experts: readonly Entry[], query: ExpertQuery): Entry[] =>
  experts.filter((expert) => fits(expert, query))

/** How many each value of a facet would leave; its own choice does not count. */
export function countFacet(experts: readonly Institution[], query: ExpertQuery, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>()
  for (const expert of experts)
    if (fits(expert, query, facet))
      for (const value of valuesOf[facet](expert)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
