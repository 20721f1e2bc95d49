// Every number by which found things are put in order, in one place: a measurement can vary them, nothing else sets them.

export interface RankingWeights {
  /**
   * What else speaks for one and the same thing asked for (its word, its parts, its concept): 1 adds it all up, 0 lets
   * only the strongest of them count.
   */
  readonly spill: number
  /** Whether each term has its own rarity, or all that stands for one thing asked for has one (Pirkola 1998). */
  readonly rarity: 'term' | 'unit'
  /** How much it costs to have only a part of what was asked for: the part found, to this power. 0: nothing. */
  readonly coverage: number
  /** What it brings at most when everything asked for stands together in the text. */
  readonly proximity: number
  /** Of so many of the best it is looked at how near the words stand to each other. */
  readonly proximityDepth: number
  /** Each step of the Maryland scale: a tie-breaker, not a verdict. */
  readonly perEvidence: number
  readonly freshYears: number
  readonly freshBonus: number
  /** What may no longer hold stays findable, behind what does: this part of its score is left. */
  readonly unconfirmedPart: number
  /** Another language cannot share the query's plain words, only concepts and names: without this it would always come second. */
  readonly otherLanguage: number
  /** For what a city did that is like the reader's own: in the same country, or about as large. */
  readonly cityLikeMine: number
  /** About as large: up to so many times larger or smaller. */
  readonly alikeInSize: number
  /** What reaches less than this part of the best score shares a side topic at most. */
  readonly tail: number
  /** For lack of better things the first page may hold such, down to this part. */
  readonly longTail: number
  readonly firstPage: number
  /** So many postings are read for one search, those of the telling terms first. */
  readonly mostPostings: number
  /** What entire nearness in meaning adds, as a part of the best words' score. Used only where an embedder is configured. */
  readonly meaning: number
  /** So much of the way from the usual cosine to 1 says nothing yet, and from so much on it is near entirely. */
  readonly leastNear: number
  readonly fullyNear: number
  /** So many of the nearest are compared exactly, and as many of the words' best. */
  readonly nearest: number
}

export const rankingWeights: RankingWeights = {
  spill: 0.3,
  rarity: 'unit',
  coverage: 0.15,
  proximity: 0.1,
  proximityDepth: 50,
  perEvidence: 0.03,
  freshYears: 5,
  freshBonus: 0.04,
  unconfirmedPart: 0.5,
  otherLanguage: 1.2,
  cityLikeMine: 0.02,
  alikeInSize: 2,
  tail: 0.12,
  longTail: 0.05,
  firstPage: 20,
  mostPostings: 300_000,
  meaning: 0.5,
  leastNear: 0.25,
  fullyNear: 0.6,
  nearest: 200,
}
