// Words that an office accepted after the files were written, laid over the concepts of the files.
import { fold } from './fold.ts'
import type { Concept } from './parse-concepts.ts'

export interface Addition {
  /** The concept that gets labels, or that is made. */
  readonly concept: string
  /** Set where the addition makes the concept. */
  readonly broader: string | null
  /** Scope note in English; of a concept that is made. */
  readonly note: string
  readonly labels: Readonly<Record<string, readonly string[]>>
}

const ownersOf = (concepts: readonly Concept[]): Set<string> =>
  new Set(
    concepts.flatMap(({ labels }) =>
      Object.entries(labels).flatMap(([lang, list]) => list.map((label) => `${lang} ${fold(label)}`)),
    ),
  )

const madeBy = ({ concept, broader, note }: Addition): Concept => ({
  ...{ slug: concept, broader: broader ?? undefined, related: [], note, labels: {} },
  ...{ file: 'additions', line: 0 },
})

/** What is left of its labels: without those that this or another concept has by now. */
const labelled = (concept: Concept, addition: Addition, taken: Set<string>): Concept => {
  const labels: Record<string, readonly string[]> = { ...concept.labels }
  for (const [lang, list] of Object.entries(addition.labels))
    for (const label of list) {
      const key = `${lang} ${fold(label)}`
      if (taken.has(key)) continue
      taken.add(key)
      labels[lang] = [...(labels[lang] ?? []), label]
    }
  return { ...concept, labels }
}

/**
 * The concepts of the files and the additions, in the order in which they were accepted. The files decide: what they hold
 * by now is not said twice, and an addition whose concept they no longer know is passed over.
 */
export function withAdditions(concepts: readonly Concept[], additions: readonly Addition[]): Concept[] {
  const bySlug = new Map(concepts.map((concept) => [concept.slug, concept]))
  const taken = ownersOf(concepts)
  for (const addition of additions) {
    const known = bySlug.get(addition.concept)
    const isNew = known === undefined && addition.broader !== null && bySlug.has(addition.broader)
    const concept = isNew ? madeBy(addition) : known
    if (concept !== undefined) bySlug.set(concept.slug, labelled(concept, addition, taken))
  }
  return [...bySlug.values()]
}
