// From the concepts of what a member shared to its fields of action: the top concepts of the thesaurus.
import { topConcepts, withNarrower } from '#thesaurus/vocabulary.ts'

let known: ReadonlyMap<string, readonly string[]> | undefined

/** Concept → the top concepts above it; a concept may stand below several. */
const fieldsByConcept = (): ReadonlyMap<string, readonly string[]> => {
  const fields = new Map<string, string[]>()
  for (const top of topConcepts())
    for (const concept of withNarrower(top)) fields.set(concept, [...(fields.get(concept) ?? []), top])
  return fields
}

export function fieldsOf(concepts: readonly string[]): string[] {
  known ??= fieldsByConcept()
  const fields = known
  return [...new Set(concepts.flatMap((concept) => fields.get(concept) ?? []))]
}
