// Meaning vectors: lists of numbers from a language model, near to each other where texts mean something similar.

export interface Embedder {
  /** Vectors of two models cannot be compared: each is kept with the name of its own. */
  readonly model: string
  /** A vector for each text, in their order, all of one length. Throws an `EmbeddingFailure`. */
  readonly embed: (texts: readonly string[], kind: TextKind) => Promise<Float32Array[]>
}

/** Some models are told whether a text asks or answers. A query is asked for once and soon; documents may be asked for again. */
export type TextKind = 'query' | 'document'

/** The sentence never repeats what was sent: it goes into the log. */
export class EmbeddingFailure extends Error {
  /** It was these texts that were refused; others may do. */
  readonly ofTexts: boolean
  constructor(message: string, ofTexts = false) {
    super(message)
    this.name = 'EmbeddingFailure'
    this.ofTexts = ofTexts
  }
}

/** Which things an embedder may read. What is TLP:RED, none ever reads. */
export type Reach = 'public' | 'all'

/** What search and its jobs are given where an embedder is configured. */
export interface Meaning {
  readonly embedder: Embedder
  readonly reach: Reach
  /** The host to which words and texts are sent; undefined where they stay on this machine. */
  readonly sentTo: string | undefined
  /** For the words of a search; undefined where there is no answer in time. Never rejects. */
  readonly vectorOf: (words: string) => Promise<Float32Array | undefined>
  /** Says in the log what went wrong, not more than once a minute. */
  readonly complain: (failure: EmbeddingFailure) => void
}
