// What a search asks the index for: terms as numbers, how rare each is within reach, and which are worth reading.
import type { Query, QueryTerm } from '#thesaurus/query.ts'
import type { RankingWeights } from './ranking-weights.ts'
import { termId } from './term-id.ts'

export interface AskedTerm {
  readonly term: number
  readonly weight: number
  /** Which of the things asked for it stands for. */
  readonly unit: number
  /** What was typed, or means just that; not something near it. */
  readonly itself: boolean
}

/** How many documents within reach hold each term. */
export type Counts = ReadonlyMap<number, number>

const askedTerm = ({ term, weight, unit, from }: QueryTerm): AskedTerm => ({
  term: termId(term),
  weight,
  unit,
  itself: 'word' in from || from.near === 'itself',
})

export const askedTerms = ({ terms }: Query): AskedTerm[] => terms.map(askedTerm)

/** Inverse document frequency as BM25 has it, never negative. */
export const rarity = (documents: number, all: number): number =>
  Math.log(1 + (all - documents + 0.5) / (documents + 0.5))

/** In how many documents the commonest of a unit's own alternatives stands. */
const commonestOf = (asked: readonly AskedTerm[], counts: Counts): ReadonlyMap<number, number> => {
  const commonest = new Map<number, number>()
  for (const { term, unit, itself } of asked)
    if (itself) commonest.set(unit, Math.max(commonest.get(unit) ?? 0, counts.get(term) ?? 0))
  return commonest
}

type Choice = Pick<RankingWeights, 'rarity' | 'mostPostings'>

/**
 * Terms with their final weight, the telling ones first, as far as reading them stays quick; at least one. A very
 * frequent term is read only where rarer ones leave room: it would hardly change the first page.
 */
export function termsWorthReading(
  asked: readonly AskedTerm[],
  counts: Counts,
  all: number,
  choice: Choice,
): AskedTerm[] {
  const commonest = choice.rarity === 'unit' ? commonestOf(asked, counts) : undefined
  const documentsOf = (one: AskedTerm): number => commonest?.get(one.unit) || (counts.get(one.term) ?? 0)
  const weighed = asked
    .filter(({ term }) => (counts.get(term) ?? 0) > 0)
    .map((one) => ({ ...one, weight: one.weight * rarity(documentsOf(one), all) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
  let postings = 0
  return weighed.filter(({ term }, place) => {
    const count = counts.get(term) ?? 0
    if (place > 0 && postings + count > choice.mostPostings) return false
    postings += count
    return true
  })
}
