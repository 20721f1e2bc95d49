// How good is a list of results? nDCG@10, recall@10 and MRR@10 against graded documents: figures in, figures out, nothing read or asked.

/** What a document is worth to a query, by its id: 2 answers it, 1 is related and useful; the others are worth nothing. */
export type Grades = Readonly<Record<string, number>>
export interface GradedQuery {
  readonly id: string
  readonly lang: string
  readonly text: string
  readonly grades: Grades
}
export interface Figures {
  readonly ndcg: number
  readonly recall: number
  readonly mrr: number
}
/** Which documents count: all, those in the query's language, or those in the others. */
export type Pool = 'all' | 'same' | 'cross'
export const pools: readonly Pool[] = ['all', 'same', 'cross']

export interface Scored {
  readonly query: GradedQuery
  readonly found: readonly string[]
  /** No figures where nothing in the pool is relevant: such a query says nothing about the pool. */
  readonly figures: Readonly<Record<Pool, Figures | undefined>>
}
export interface Means extends Figures {
  /** Of how many queries these are the means. */
  readonly queries: number
}

const deep = 10

const gradeOf = (grades: Grades, id: string): number => (Object.hasOwn(grades, id) ? (grades[id] ?? 0) : 0)

/** Discounted gain of the first ten, as Burges and others 2005: a grade is worth 2^grade − 1. */
const gain = (grades: readonly number[]): number =>
  grades.slice(0, deep).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0)

/** The figures of one list of ids, best first; undefined where no document is relevant. */
export function figuresOf(found: readonly string[], grades: Grades): Figures | undefined {
  const wanted = Object.values(grades).filter((grade) => grade > 0)
  if (wanted.length === 0) return undefined
  // A document named twice is found once.
  const got = [...new Set(found)].slice(0, deep).map((id) => gradeOf(grades, id))
  const first = got.findIndex((grade) => grade > 0)
  return {
    ndcg: gain(got) / gain(wanted.toSorted((one, other) => other - one)),
    recall: got.filter((grade) => grade > 0).length / wanted.length,
    mrr: first === -1 ? 0 : 1 / (first + 1),
  }
}

/** Scores what was found for each query; a query without results scores 0. `langOf` knows the language of every document. */
export function scoreResults(
  langOf: ReadonlyMap<string, string>,
  queries: readonly GradedQuery[],
  results: readonly { readonly query: string; readonly results: readonly string[] }[],
): Scored[] {
  const foundBy = new Map(results.map(({ query, results: found }) => [query, found]))
  return queries.map((query) => {
    const found = foundBy.get(query.id) ?? []
    const within = (counts: (id: string) => boolean): Figures | undefined =>
      figuresOf(found.filter(counts), Object.fromEntries(Object.entries(query.grades).filter(([id]) => counts(id))))
    const isSame = (id: string): boolean => langOf.get(id) === query.lang
    return {
      query,
      found,
      figures: { all: within(() => true), same: within(isSame), cross: within((id) => !isSame(id)) },
    }
  })
}

/** Means over the queries that have a relevant document in the pool; undefined where none has. */
export function meansOf(scored: readonly Scored[], pool: Pool): Means | undefined {
  const known = scored.map(({ figures }) => figures[pool]).filter((one) => one !== undefined)
  if (known.length === 0) return undefined
  const mean = (of: keyof Figures): number => known.reduce((sum, one) => sum + one[of], 0) / known.length
  return { ndcg: mean('ndcg'), recall: mean('recall'), mrr: mean('mrr'), queries: known.length }
}
