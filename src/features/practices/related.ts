// When two practices are about the same: they share a concept, or one is about something narrower of what the other is about.
import { withNarrower } from '#thesaurus/vocabulary.ts'

/** Two lists of the same length: a concept of the practice, and one that covers it (itself, or anything narrower). */
export interface Coverage {
  readonly own: readonly string[]
  readonly covered: readonly string[]
}

export const coverageOf = (concepts: readonly string[]): Coverage => {
  const pairs = concepts.flatMap((own) => withNarrower(own).map((covered) => ({ own, covered })))
  return { own: pairs.map(({ own }) => own), covered: pairs.map(({ covered }) => covered) }
}
