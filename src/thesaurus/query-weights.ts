// How much each way of saying a thing counts in a query. Chosen on the development set by bench/choose-weights.ts.

export interface QueryWeights {
  /** A word of the vocabulary said with its whole label; 0 switches concepts off. */
  readonly concept: number
  /** A word that belongs to a concept says it a second time. */
  readonly coveredWord: number
  /** Any other word; 0 for both leaves concepts alone. */
  readonly word: number
  /** A part of a compound, of its word. */
  readonly part: number
  /** Beginnings that several languages share, of the word. */
  readonly cognate: number
  /** Names of cities and people, of the word. */
  readonly name: number
  /** An everyday word known in several languages. */
  readonly everyday: number
  /** A concept or everyday word seen only inside a compound. */
  readonly partly: number
  /** A concept of whose label most is said, though not in a row. */
  readonly loose: number
  /** Said as what is not wanted: "ohne Kameras". */
  readonly negated: number
  /** A word that nobody knows, read as the known word most like it. */
  readonly corrected: number
  /** A word of a language in which the rest of the query is not written. */
  readonly foreign: number
  /** A concept said in n words counts n to this power, minus one, in each. */
  readonly phrase: number
  readonly narrower: number
  readonly related: number
  readonly broader: number
}

export const queryWeights: QueryWeights = {
  concept: 1.9,
  coveredWord: 0.8,
  word: 1,
  part: 0.4,
  cognate: 0.7,
  name: 0.9,
  everyday: 1.5,
  partly: 0.6,
  loose: 1.1,
  negated: 0.3,
  corrected: 0.7,
  foreign: 0.5,
  phrase: 0.5,
  narrower: 0.6,
  related: 0.4,
  broader: 0.2,
}
