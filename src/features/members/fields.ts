// From the concepts of what a member shared to its fields of action: the top concepts of the thesaurus.
import { topConcepts, withBroader } from '#thesaurus/vocabulary.ts'

export function fieldsOf(concepts: readonly string[]): string[] {
  const tops = topConcepts()
  return [...new Set(concepts.flatMap(withBroader))].filter((concept) => tops.includes(concept))
}
