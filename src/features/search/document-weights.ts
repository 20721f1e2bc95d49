// Every number by which a document's words are weighed when it is indexed. Chosen on the development set by
// bench/weigh-search.ts; whoever changes one makes the index anew.

/** How much a field counts, its usual length in words, and how strongly longer ones are discounted (b of BM25). */
export interface FieldWeight {
  readonly weight: number
  readonly usual: number
  readonly discount: number
}

export interface DocumentWeights {
  readonly title: FieldWeight
  readonly summary: FieldWeight
  readonly body: FieldWeight
  /** Concepts given by the author. */
  readonly given: number
  /** Names of the city, the organisation or the person. */
  readonly names: number
  /** k1 of BM25 (Robertson and Zaragoza 2009): how soon more of the same says nothing new. */
  readonly saturation: number
  /** Seen only inside a compound. */
  readonly partOfWord: number
  /** A concept of which the words of a label stand near each other, but not in a row. */
  readonly scattered: number
}

export const documentWeights: DocumentWeights = {
  title: { weight: 5, usual: 8, discount: 0.4 },
  summary: { weight: 1.6, usual: 45, discount: 0.5 },
  body: { weight: 1, usual: 200, discount: 0.6 },
  given: 2.5,
  names: 3,
  saturation: 3,
  partOfWord: 0.5,
  scattered: 0.4,
}
