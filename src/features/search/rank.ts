// Putting what was found in order, as pure numbers: small boosts that are explained, and where the list ends.
import { inOrder } from './accumulate.ts'
import type { RankingWeights } from './ranking-weights.ts'

export interface Rankable {
  readonly lang: string
  readonly kind: string
  readonly country: string | null
  readonly population: number | null
  readonly year: number | null
  readonly evidence: number | null
  /** Nobody confirmed for long that it still holds. */
  readonly behind: boolean
}

/** The city of whoever asks. */
export interface ReaderCity {
  readonly country: string | null
  readonly population: number | null
}

export interface Order {
  /** Those the query was understood in. */
  readonly languages: readonly string[]
  readonly year: number
  readonly reader?: ReaderCity | undefined
  readonly weights: RankingWeights
}

const isLike = (one: Rankable, reader: ReaderCity, alike: number): boolean => {
  if (one.country !== null && one.country === reader.country) return true
  if (!one.population || !reader.population) return false
  const times = one.population / reader.population
  return times <= alike && times >= 1 / alike
}

/** What a score is multiplied by. */
export const boostOf = (one: Rankable, { languages, year, reader, weights }: Order): number =>
  (1 + weights.perEvidence * (one.evidence ?? 0)) *
  (one.year !== null && year - one.year <= weights.freshYears ? 1 + weights.freshBonus : 1) *
  (one.behind ? weights.unconfirmedPart : 1) *
  (languages.includes(one.lang) ? 1 : weights.otherLanguage) *
  (reader !== undefined && isLike(one, reader, weights.alikeInSize) ? 1 + weights.cityLikeMine : 1)

export interface Boosted {
  readonly id: number
  readonly score: number
}

/** Best first, equals in the order of their numbers, without the tail. */
export function ranked<Thing extends Boosted>(things: readonly Thing[], weights: RankingWeights): Thing[] {
  const { tail, longTail, firstPage } = weights
  const sorted = things.toSorted(inOrder)
  const best = Math.max(0, sorted[0]?.score ?? 0)
  return sorted.filter(({ score }, place) => score >= best * (place < firstPage ? longTail : tail))
}
