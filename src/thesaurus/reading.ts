// A query read in one language: its words, the concepts and everyday words in them, what is negated, what is misspelt.
import { type Token, tokensIn } from './analyse.ts'
import type { ConceptGraph } from './concept-graph.ts'
import type { LanguageGuess } from './detect-language.ts'
import { lexiconOf } from './lexicon.ts'
import { looseConcepts } from './loose-concepts.ts'
import { negationsIn } from './negations.ts'
import type { QueryWeights } from './query-weights.ts'
import { stem } from './stem.ts'
import { nearestWord } from './suggest-spelling.ts'
import { conceptsInTokens, everydayInTokens, type TaggedConcept, type Tagger, taggerOf } from './tagger.ts'
import { wordsIn } from './words.ts'

/** A concept or an everyday word, how sure it is (0 to 1), and the tokens that say it. */
export interface Meant {
  readonly slug: string
  readonly sure: number
  readonly indexes: readonly number[]
}

export interface Reading {
  readonly lang: string
  readonly tokens: readonly Token[]
  /** How sure it is that a token is of this language; what is not there is not. */
  readonly sure: ReadonlyMap<number, number>
  readonly concepts: readonly Meant[]
  readonly everyday: readonly Meant[]
  /** Indexes of tokens that a concept explains whole. */
  readonly covered: ReadonlySet<number>
  readonly negated: ReadonlySet<number>
}

interface Negated {
  readonly negated: ReadonlySet<number>
  /** The words that negate. */
  readonly negating: ReadonlySet<number>
}

/** What is negated; a concept whose label holds the negation, "sans domicile fixe", is meant as it stands. */
const negatedIn = (text: string, lang: string, tokens: readonly Token[], exact: readonly TaggedConcept[]): Negated => {
  const indexAt = (starts: readonly number[]): number => tokens.findIndex(({ start }) => starts.includes(start))
  const found = negationsIn(wordsIn(text), lang)
    .map(({ at, next }) => ({ by: indexAt([at]), index: indexAt(next) }))
    .filter(({ by }) => by < 0 || !exact.some(({ tokens: said }) => said.includes(by)))
  return {
    negated: new Set(found.map(({ index }) => index).filter((index) => index >= 0)),
    negating: new Set(found.map(({ by }) => by).filter((index) => index >= 0)),
  }
}

const isKnown = ({ word, stem, parts }: Token, { lexicon }: Tagger): boolean =>
  parts.length > 0 || lexicon.stems.has(stem) || /\p{N}/u.test(word)

/** Unknown words replaced by the known ones most like them; the others as they are. */
const corrected = (tokens: readonly Token[], tagger: Tagger): Token[] =>
  tokens.map((token) => {
    const better = isKnown(token, tagger) ? undefined : nearestWord(token.word, tagger.lexicon)
    const [made] = better === undefined ? [] : tokensIn(better, tagger.lexicon.lang, tagger.lexicon)
    return made === undefined ? token : { ...made, start: token.start, end: token.end }
  })

const meantBy = (tags: readonly TaggedConcept[], sure: number, weights: QueryWeights): Meant[] =>
  tags.map(({ slug, partly, tokens: indexes }) => ({ slug, sure: sure * (partly ? weights.partly : 1), indexes }))

const looselyIn = (
  tokens: readonly Token[],
  tagger: Tagger,
  said: readonly TaggedConcept[],
  covered: ReadonlySet<number>,
): readonly { readonly slug: string; readonly coverage: number; readonly indexes: readonly number[] }[] => {
  const stems = new Set(tokens.map(({ stem }) => stem))
  const parts = new Set(tokens.flatMap((token) => token.parts))
  const uncovered = tokens.filter((_, index) => !covered.has(index))
  const open = new Set(uncovered.flatMap((token) => [token.stem, ...token.parts]))
  const exact = new Set(said.map(({ slug }) => slug))
  return looseConcepts({ stems, parts, open, exact }, tagger).map(({ slug, coverage, stems: says }) => ({
    slug,
    coverage,
    indexes: tokens.flatMap(({ stem, parts: own }, index) =>
      says.includes(stem) || own.some((part) => says.includes(part)) ? [index] : [],
    ),
  }))
}

/** The text as far as it is of this language. */
export function readIn(text: string, guess: LanguageGuess, graph: ConceptGraph, weights: QueryWeights): Reading {
  const { lang, weight } = guess
  const tagger = taggerOf(lang, graph)
  const tokens = tokensIn(text, lang, tagger.lexicon)
  const exact = conceptsInTokens(tokens, tagger)
  const covered = new Set(exact.filter(({ partly }) => !partly).flatMap((tag) => tag.tokens))
  const { negated, negating } = negatedIn(text, lang, tokens, exact)
  const loose = looselyIn(tokens, tagger, exact, covered)
  const better = corrected(tokens, tagger)
  const changed = (tag: TaggedConcept): boolean => tag.tokens.some((index) => better[index] !== tokens[index])
  const guessed = weight * weights.corrected
  return {
    lang,
    tokens,
    sure: new Map(tokens.flatMap((_, index) => (negating.has(index) ? [] : [[index, weight] as const]))),
    concepts: [
      ...meantBy(exact, weight, weights),
      ...loose.map(({ slug, coverage, indexes }) => ({ slug, sure: weight * weights.loose * coverage, indexes })),
      ...meantBy(conceptsInTokens(better, tagger).filter(changed), guessed, weights),
    ],
    everyday: [
      ...meantBy(everydayInTokens(tokens, tagger), weight, weights),
      ...meantBy(everydayInTokens(better, tagger).filter(changed), guessed, weights),
    ],
    covered,
    negated,
  }
}

const known = new WeakMap<ConceptGraph, readonly string[]>()

/** All languages in which the vocabulary has labels. */
export const languagesOf = (graph: ConceptGraph): readonly string[] => {
  const found = known.get(graph) ?? [...new Set(graph.all.flatMap(({ labels }) => Object.keys(labels)))]
  known.set(graph, found)
  return found
}

/** Words that no reading knows, read in the languages that know them: "Graffiti entfernen street art". */
export function readForeignWords(
  text: string,
  readings: readonly Reading[],
  graph: ConceptGraph,
  weights: QueryWeights,
): Reading[] {
  const [first] = readings
  if (first === undefined) return []
  const explained = new Set(
    readings.flatMap(({ lang, tokens }) =>
      tokens.filter((token) => isKnown(token, taggerOf(lang, graph))).map(({ start }) => start),
    ),
  )
  const open = first.tokens.filter(({ start }) => !explained.has(start))
  const used = new Set(readings.map(({ lang }) => lang))
  // Words that stand in no label of a language need not be read in it: making a language ready takes long.
  const isOf = (lang: string): boolean => {
    const { stems } = lexiconOf(lang, graph)
    return open.some(({ word }) => stems.has(stem(word, lang)))
  }
  return languagesOf(graph)
    .filter((lang) => !used.has(lang) && isOf(lang))
    .flatMap((lang) => {
      const tagger = taggerOf(lang, graph)
      const tokens = tokensIn(text, lang, tagger.lexicon)
      const isOpen = (index: number): boolean => !explained.has(tokens[index]?.start ?? -1)
      const whole = (tag: TaggedConcept): boolean => !tag.partly && tag.tokens.some(isOpen)
      const concepts = meantBy(conceptsInTokens(tokens, tagger).filter(whole), weights.foreign, weights)
      const everyday = meantBy(everydayInTokens(tokens, tagger).filter(whole), weights.foreign, weights)
      const sure = new Map([...concepts, ...everyday].flatMap((one) => one.indexes.map((index) => [index, one.sure])))
      const none = new Set<number>()
      return sure.size === 0 ? [] : [{ lang, tokens, sure, concepts, everyday, covered: none, negated: none }]
    })
}
