// THE vocabulary of urban security: the files of specialists, read once, and the words accepted since; asked by everybody.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/project-root.ts'
import { type Addition, withAdditions } from './additions.ts'
import { type ConceptGraph, createConceptGraph } from './concept-graph.ts'
import { type Concept, type ParsedConcepts, parseConcepts } from './parse-concepts.ts'

export const conceptFolder = join(projectRoot, 'src', 'thesaurus', 'concepts')

/** Every concept file with all its errors; the house test wants none. */
export function readConceptFiles(folder = conceptFolder): ParsedConcepts {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
  const parsed = files.map((name) => parseConcepts(readFileSync(join(folder, name), 'utf8'), name))
  return { concepts: parsed.flatMap((one) => one.concepts), errors: parsed.flatMap((one) => one.errors) }
}

let inFiles: readonly Concept[] | undefined
/** The concepts of the files alone, read once. */
export const conceptsInFiles = (): readonly Concept[] => {
  inFiles ??= readConceptFiles().concepts
  return inFiles
}

let graph: ConceptGraph | undefined

/** Ask anew instead of keeping it: words that are accepted make another graph. What is derived from one hangs on it. */
export const vocabulary = (): ConceptGraph => {
  graph ??= createConceptGraph(conceptsInFiles())
  return graph
}

/** From now on this process knows these words too, instead of those it was given before. */
export const layOverVocabulary = (additions: readonly Addition[]): void => {
  graph = createConceptGraph(withAdditions(conceptsInFiles(), additions))
}

/** The preferred label in this language, else in English, else the slug itself. */
export const conceptLabel = (slug: string, lang: string): string => {
  const labels = vocabulary().find(slug)?.labels
  return labels?.[lang]?.[0] ?? labels?.['en']?.[0] ?? slug
}

export const isConcept = (slug: string): boolean => vocabulary().find(slug) !== undefined
/** Fields of action: slugs of the concepts without a broader one. */
export const topConcepts = (): readonly string[] => vocabulary().tops
/** One step down. */
export const narrowerOf = (slug: string): readonly string[] => vocabulary().narrower(slug)
/** Related concepts, in either direction. */
export const relatedTo = (slug: string): readonly string[] => vocabulary().related(slug)
/** The concept itself and everything below it; empty for an unknown slug. */
export const withNarrower = (slug: string): readonly string[] => vocabulary().withNarrower(slug)
/** The concept itself and everything above it, nearest first; empty for an unknown slug. */
export const withBroader = (slug: string): readonly string[] =>
  isConcept(slug) ? [slug, ...vocabulary().ancestors(slug)] : []
