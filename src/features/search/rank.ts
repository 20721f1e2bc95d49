// Putting what was found in order, as pure numbers: small boosts that are explained, and where the list ends.
import type { RankingWeights } from './ranking-weights.ts'

export interface Rankable {
  readonly score: number
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

/** The score with its boosts. */
export const boosted = (one: Rankable, { languages, year, reader, weights }: Order): number =>
  one.score *
  (1 + weights.perEvidence * (one.evidence ?? 0)) *
  (one.year !== null && year - one.year <= weights.freshYears ? 1 + weights.freshBonus : 1) *
  (one.behind ? weights.unconfirmedPart : 1) *
  (languages.includes(one.lang) ? 1 : weights.otherLanguage) *
  (reader !== undefined && isLike(one, reader, weights.alikeInSize) ? 1 + weights.cityLikeMine : 1)

/** Best first, without the tail. */
export function ranked<Thing extends Rankable>(things: readonly Thing[], order: Order): Thing[] {
  const { tail, longTail, firstPage } = order.weights
  const scored = things.map((thing) => ({ ...thing, score: boosted(thing, order) }))
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0)
  return scored
    .sort((one, other) => other.score - one.score)
    .filter(({ score }, place) => score >= best * (place < firstPage ? longTail : tail))
}
