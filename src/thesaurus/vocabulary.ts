// THE vocabulary of urban security: the files of specialists, read once, and the words accepted since; asked by everybody.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/project-root.ts'
import { type Addition, withAdditions } from './additions.ts'
import { type Beside, type ConceptGraph, createConceptGraph } from './concept-graph.ts'
import { type Concept, labelsIn, languagesOfKin, type ParsedConcepts, parseConcepts } from './parse-concepts.ts'
import { type ParsedHomonyms, parseHomonyms } from './parse-homonyms.ts'

const folderOf = (name: string): string => join(projectRoot, 'src', 'thesaurus', name)
export const conceptFolder = folderOf('concepts')

/** Each text file of a folder beside this file, parsed. */
const readFolder = <Parsed>(name: string, parse: (text: string, file: string) => Parsed): Parsed[] => {
  const folder = folderOf(name)
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'))
  return files.sort().map((file) => parse(readFileSync(join(folder, file), 'utf8'), file))
}

const joined = (parsed: readonly ParsedConcepts[]): ParsedConcepts => ({
  concepts: parsed.flatMap((one) => one.concepts),
  errors: parsed.flatMap((one) => one.errors),
})

/** Every concept file with all its errors; the house test wants none. */
export const readConceptFiles = (): ParsedConcepts => joined(readFolder('concepts', parseConcepts))
/** Everyday words: the same format, without anything broader. */
export const readEverydayFiles = (): ParsedConcepts => joined(readFolder('everyday', parseConcepts))

export function readHomonymFiles(): ParsedHomonyms {
  const parsed = readFolder('homonyms', parseHomonyms)
  return { homonyms: parsed.flatMap((one) => one.homonyms), errors: parsed.flatMap((one) => one.errors) }
}

let inFiles: readonly Concept[] | undefined
/** The concepts of the files alone, read once. */
export const conceptsInFiles = (): readonly Concept[] => {
  inFiles ??= readConceptFiles().concepts
  return inFiles
}

let besideConcepts: Beside | undefined
const besideInFiles = (): Beside => {
  besideConcepts ??= { homonyms: readHomonymFiles().homonyms, everyday: readEverydayFiles().concepts }
  return besideConcepts
}

let graph: ConceptGraph | undefined

/** Ask anew instead of keeping it: words that are accepted make another graph. What is derived from one hangs on it. */
export const vocabulary = (): ConceptGraph => {
  graph ??= createConceptGraph(conceptsInFiles(), besideInFiles())
  return graph
}

let laid: readonly Addition[] = []
/** The words that this process knows besides those of the files: for its threads. */
export const laidOver = (): readonly Addition[] => laid

const addedIn = (additions: readonly Addition[], lang: string): string =>
  JSON.stringify(
    additions.map((one) => [one.concept, labelsIn(one, lang)]).filter(([, labels]) => labels?.length !== 0),
  )

/** Of the languages in which nothing was added or taken away between the two; held by themselves, not with the old graph. */
function sameWordsIn(before: ConceptGraph, additions: readonly Addition[]): ReadonlyMap<string, object> {
  const known = new Set(conceptsInFiles().flatMap(({ labels }) => Object.keys(labels)))
  const same = [...known, ...languagesOfKin].filter((lang) => addedIn(laid, lang) === addedIn(additions, lang))
  return new Map(same.map((lang) => [lang, before.wordsOf(lang)]))
}

/** From now on this process knows these words too, instead of those it was given before. */
export const layOverVocabulary = (additions: readonly Addition[]): void => {
  const same = sameWordsIn(vocabulary(), additions)
  const beside = { ...besideInFiles(), sameWords: (lang: string) => same.get(lang) }
  graph = createConceptGraph(withAdditions(conceptsInFiles(), additions), beside)
  laid = additions
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
