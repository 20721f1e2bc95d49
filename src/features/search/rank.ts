// Ranking, as pure numbers: how rare a term is, which terms are worth reading, and the small boosts that are explained.

export interface AskedTerm {
  readonly term: number
  readonly weight: number
}

/** Inverse document frequency as BM25 has it, never negative. */
export const rarity = (documents: number, all: number): number =>
  Math.log(1 + (all - documents + 0.5) / (documents + 0.5))

/** Reading so many postings takes some 60 ms on one core; more terms would hardly change the first page. */
const mostPostings = 120_000

/** Terms with their final weight, the telling ones first, as far as reading them stays quick; at least one. */
export function termsWorthReading(
  asked: readonly AskedTerm[],
  counts: ReadonlyMap<number, number>,
  all: number,
): AskedTerm[] {
  const weighed = asked
    .map(({ term, weight }) => ({
      term,
      weight: weight * rarity(counts.get(term) ?? 0, all),
      count: counts.get(term) ?? 0,
    }))
    .filter(({ count, weight }) => count > 0 && weight > 0)
    .sort((one, other) => other.weight - one.weight)
  const chosen: AskedTerm[] = []
  let postings = 0
  for (const { term, weight, count } of weighed) {
    postings += count
    if (chosen.length > 0 && postings > mostPostings) continue
    chosen.push({ term, weight })
  }
  return chosen
}

export interface Rankable {
  readonly score: number
  readonly lang: string
  readonly kind: string
  readonly year: number | null
  readonly evidence: number | null
  /** Nobody confirmed for long that it still holds. */
  readonly behind: boolean
}

/** Each step of the Maryland scale is worth three in a hundred: a tie-breaker, not a verdict. */
const perEvidence = 0.03
const freshYears = 5
const freshBonus = 0.04
/** What may no longer hold stays findable, behind what does. */
const unconfirmedPart = 0.5
/** Another language cannot share the query's plain words, only concepts and names: without this it would always come second. */
const otherLanguage = 1.15

/** The score with its boosts. `languages` are those the query was understood in. */
export const boosted = (one: Rankable, languages: readonly string[], year: number): number =>
  one.score *
  (1 + perEvidence * (one.evidence ?? 0)) *
  (one.year !== null && year - one.year <= freshYears ? 1 + freshBonus : 1) *
  (one.behind ? unconfirmedPart : 1) *
  (languages.includes(one.lang) ? 1 : otherLanguage)

/** What reaches less than this part of the best score shares a side topic at most. */
const tail = 0.12
/** For lack of better things the first page may hold such, down to this part. */
const longTail = 0.05
const firstPage = 20

/** Best first, without the tail. */
export function ranked<Thing extends Rankable>(
  things: readonly Thing[],
  languages: readonly string[],
  year: number,
): Thing[] {
  const scored = things.map((thing) => ({ ...thing, score: boosted(thing, languages, year) }))
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0)
  return scored
    .sort((one, other) => other.score - one.score)
    .filter(({ score }, place) => score >= best * (place < firstPage ? longTail : tail))
}
