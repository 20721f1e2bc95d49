// From what somebody typed to weighted terms: its words, its concepts, and at falling weight what lies near them.
import { type Token, tokensIn } from './analyse.ts'
import type { ConceptGraph } from './concept-graph.ts'
import { candidateLanguages, type LanguageGuess } from './detect-language.ts'
import { cognateOf } from './fold.ts'
import { looseConcepts } from './loose-concepts.ts'
import { conceptsInTokens, taggerOf } from './tagger.ts'
import { cognateTerm, conceptTerm, nameTerm, stemTerm } from './terms.ts'
import { vocabulary } from './vocabulary.ts'

export type Near = 'itself' | 'narrower' | 'related' | 'broader'

export interface QueryTerm {
  readonly term: string
  readonly weight: number
  /** Why a thing that has this term answers the query: a word typed, or a concept and how near it is to what was typed. */
  readonly from: { readonly word: string } | { readonly concept: string; readonly near: Near }
  /** Which of the things asked for it stands for: a word, or the words of one concept. Left out: one of its own. */
  readonly unit?: number
}

export interface Query {
  readonly text: string
  readonly languages: readonly LanguageGuess[]
  /** The strongest terms first, each once. */
  readonly terms: readonly QueryTerm[]
  /** Slugs of the concepts that were asked for, without those near them. */
  readonly concepts: readonly string[]
}

/** More than anybody types; also bounds the time a hostile text can take. */
const longestQuery = 300
const mostTerms = 80

const weights = {
  concept: 2.2,
  /** A word that is part of a concept says it a second time only. */
  coveredWord: 0.6,
  word: 1,
  part: 0.4,
  cognate: 0.45,
  name: 0.9,
  partly: 0.6,
  loose: 0.9,
} as const
const nearness: Record<Near, number> = { itself: 1, narrower: 0.45, related: 0.2, broader: 0.35 }

type Terms = Map<string, QueryTerm>

const put = (terms: Terms, fresh: QueryTerm): void => {
  if (fresh.weight > (terms.get(fresh.term)?.weight ?? 0)) terms.set(fresh.term, fresh)
}

const putWords = (
  terms: Terms,
  tokens: readonly Token[],
  covered: ReadonlyMap<number, number>,
  guess: LanguageGuess,
): void => {
  for (const [index, { stem, parts, word, start }] of tokens.entries()) {
    const unit = covered.get(index) ?? start
    const base = guess.weight * (covered.has(index) ? weights.coveredWord : weights.word)
    put(terms, { term: stemTerm(guess.lang, stem), weight: base, from: { word }, unit })
    for (const part of parts)
      put(terms, { term: stemTerm(guess.lang, part), weight: base * weights.part, from: { word }, unit })
    put(terms, { term: nameTerm(word), weight: base * weights.name, from: { word }, unit })
    const key = cognateOf(word)
    if (key !== undefined) put(terms, { term: cognateTerm(key), weight: base * weights.cognate, from: { word }, unit })
  }
}

/** Concepts said in one language, with how sure that is. */
const conceptsSaid = (
  tokens: readonly Token[],
  lang: string,
  graph: ConceptGraph,
): { said: Map<string, number>; covered: Map<number, number>; units: Map<string, number> } => {
  const tagger = taggerOf(lang, graph)
  const said = new Map<string, number>()
  const units = new Map<string, number>()
  const covered = new Map<number, number>()
  for (const tag of conceptsInTokens(tokens, tagger)) {
    const sure = tag.partly ? weights.partly : 1
    said.set(tag.slug, Math.max(sure, said.get(tag.slug) ?? 0))
    units.set(tag.slug, units.get(tag.slug) ?? tag.start)
    if (!tag.partly) for (const index of tag.tokens) covered.set(index, tag.start)
  }
  const stems = new Set(tokens.map(({ stem }) => stem))
  const parts = new Set(tokens.flatMap((token) => token.parts))
  const uncovered = tokens.filter((_, index) => !covered.has(index))
  const open = new Set(uncovered.flatMap((token) => [token.stem, ...token.parts]))
  for (const { slug, coverage } of looseConcepts({ stems, parts, open, exact: new Set(said.keys()) }, tagger))
    said.set(slug, coverage * weights.loose)
  return { said, covered, units }
}

const neighbours = (slug: string, graph: ConceptGraph): readonly (readonly [string, Near])[] => {
  const broader = graph.find(slug)?.broader
  return [
    ...graph
      .withNarrower(slug)
      .filter((other) => other !== slug)
      .map((other) => [other, 'narrower'] as const),
    ...graph.related(slug).map((other) => [other, 'related'] as const),
    ...(broader === undefined ? [] : [[broader, 'broader'] as const]),
  ]
}

const putConcept = (terms: Terms, slug: string, weight: number, unit: number, graph: ConceptGraph): void => {
  put(terms, { term: conceptTerm(slug), weight, from: { concept: slug, near: 'itself' }, unit })
  for (const [other, near] of neighbours(slug, graph))
    put(terms, { term: conceptTerm(other), weight: weight * nearness[near], from: { concept: slug, near }, unit })
}

/** Understands a query. Never throws; reads the first 300 characters. `reader` is the language of whoever asks. */
export async function understandQuery(text: string, reader: string, graph = vocabulary()): Promise<Query> {
  const asked = text.slice(0, longestQuery)
  const languages = await candidateLanguages(asked, reader)
  const terms: Terms = new Map()
  const concepts = new Map<string, number>()
  const unitOf = new Map<string, number>()
  for (const guess of languages) {
    const tokens = tokensIn(asked, guess.lang, taggerOf(guess.lang, graph).lexicon)
    const { said, covered, units } = conceptsSaid(tokens, guess.lang, graph)
    for (const [slug, unit] of units) unitOf.set(slug, unitOf.get(slug) ?? unit)
    putWords(terms, tokens, covered, guess)
    for (const [slug, sure] of said) concepts.set(slug, Math.max(sure * guess.weight, concepts.get(slug) ?? 0))
  }
  // A concept whose words stand apart from each other has no place: it is a thing of its own.
  for (const [index, [slug, sure]] of [...concepts].entries())
    putConcept(terms, slug, sure * weights.concept, unitOf.get(slug) ?? longestQuery + index, graph)
  const sorted = [...terms.values()].sort((one, other) => other.weight - one.weight).slice(0, mostTerms)
  return {
    text: asked,
    languages,
    terms: sorted,
    concepts: [...concepts].sort((a, b) => b[1] - a[1]).map(([slug]) => slug),
  }
}
