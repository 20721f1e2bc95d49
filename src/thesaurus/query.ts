// From what somebody typed to weighted terms: its words, its concepts, and at falling weight what lies near them.
import { type Token, tokensIn } from './analyse.ts'
import type { ConceptGraph } from './concept-graph.ts'
import { candidateLanguages, type LanguageGuess } from './detect-language.ts'
import { cognateOf } from './fold.ts'
import { type QueryWeights, queryWeights } from './query-weights.ts'
import { type Reading, readForeignWords, readIn } from './reading.ts'
import { cognateTerm, conceptTerm, everydayTerm, nameTerm, stemTerm } from './terms.ts'
import { vocabulary } from './vocabulary.ts'

export type Near = 'itself' | 'narrower' | 'related' | 'broader'

export interface QueryTerm {
  readonly term: string
  readonly weight: number
  /** Which of the things asked for it stands for: the words of the query in order, from 0. All terms of one unit say the same. */
  readonly unit: number
  /** Why a thing that has this term answers the query: a word typed, or a concept and how near it is to what was typed. */
  readonly from:
    | { readonly word: string /** It means the word, in any language, and is not the word. */; readonly isSense?: true }
    | { readonly concept: string; readonly near: Near }
}

export interface Query {
  readonly text: string
  readonly languages: readonly LanguageGuess[]
  /** The strongest terms first, each once in a unit. */
  readonly terms: readonly QueryTerm[]
  /** Slugs of the concepts that were asked for, without those near them. */
  readonly concepts: readonly string[]
}

/** More than anybody types; also bounds the time a hostile text can take. */
const longestQuery = 300
const mostTerms = 120
const mostNarrower = 12

/** By unit and term. */
type Terms = Map<string, QueryTerm>

const put = (terms: Terms, fresh: QueryTerm): void => {
  const key = `${fresh.unit} ${fresh.term}`
  if (fresh.weight > (terms.get(key)?.weight ?? 0)) terms.set(key, fresh)
}

/** The terms of a word itself, in the language it was read in. */
const wordTerms = (
  { word, stem, parts }: Token,
  lang: string,
  weights: QueryWeights,
): (readonly [string, number])[] => {
  const key = cognateOf(word)
  return [
    [stemTerm(lang, stem), 1],
    ...parts.map((part) => [stemTerm(lang, part), weights.part] as const),
    [nameTerm(word), weights.name],
    ...(key === undefined ? [] : [[cognateTerm(key), weights.cognate] as const]),
  ]
}

const neighboursOf = (slug: string, graph: ConceptGraph): readonly (readonly [string, Near])[] => {
  const broader = graph.find(slug)?.broader
  const narrower = graph.withNarrower(slug).filter((other) => other !== slug)
  return [
    ...narrower.slice(0, mostNarrower).map((other) => [other, 'narrower'] as const),
    ...graph.related(slug).map((other) => [other, 'related'] as const),
    ...(broader === undefined ? [] : [[broader, 'broader'] as const]),
  ]
}

const nearnessOf = (near: Near, weights: QueryWeights): number => (near === 'itself' ? 1 : weights[near])

interface Said {
  readonly terms: Terms
  readonly concepts: Map<string, number>
  readonly graph: ConceptGraph
  readonly weights: QueryWeights
  /** From the place of a word in the query to its unit. */
  readonly units: Map<number, number>
}

const unitOf = ({ units }: Said, { start }: Token): number => {
  const known = units.get(start) ?? units.size
  units.set(start, known)
  return known
}

const putWords = (said: Said, { tokens, lang, sure, covered, negated }: Reading): void => {
  const { weights, terms } = said
  for (const [index, token] of tokens.entries()) {
    const base = covered.has(index) ? weights.coveredWord : weights.word
    const weight = base * (sure.get(index) ?? 0) * (negated.has(index) ? weights.negated : 1)
    for (const [term, part] of wordTerms(token, lang, weights))
      put(terms, { term, weight: weight * part, unit: unitOf(said, token), from: { word: token.word } })
  }
}

/** Concepts that stand in the query because they are not wanted. */
const unwantedIn = (readings: readonly Reading[]): ReadonlySet<string> =>
  new Set(
    readings.flatMap(({ concepts, negated }) =>
      concepts.filter(({ indexes }) => indexes.some((index) => negated.has(index))).map(({ slug }) => slug),
    ),
  )

/** A concept counts in each of its words; of one that is not wanted, nothing near it is, nor is it near another. */
const putConcepts = (said: Said, { tokens, concepts }: Reading, unwanted: ReadonlySet<string>): void => {
  const { terms, weights, graph } = said
  for (const { slug, sure, indexes } of concepts) {
    const isUnwanted = unwanted.has(slug)
    const weight = weights.concept * sure * indexes.length ** -weights.phrase * (isUnwanted ? weights.negated : 1)
    if (!isUnwanted) said.concepts.set(slug, Math.max(weight, said.concepts.get(slug) ?? 0))
    const near = isUnwanted ? [] : neighboursOf(slug, graph).filter(([other]) => !unwanted.has(other))
    for (const index of indexes)
      for (const [other, how] of [[slug, 'itself'] as const, ...near]) {
        const token = tokens[index]
        if (token === undefined) continue
        const from = { concept: slug, near: how }
        put(terms, {
          term: conceptTerm(other),
          weight: weight * nearnessOf(how, weights),
          unit: unitOf(said, token),
          from,
        })
      }
  }
}

const putEveryday = (said: Said, { tokens, everyday, negated }: Reading): void => {
  for (const { slug, sure, indexes } of everyday)
    for (const index of indexes) {
      const token = tokens[index]
      if (token === undefined) continue
      const weight = said.weights.everyday * sure * (negated.has(index) ? said.weights.negated : 1)
      put(said.terms, {
        term: everydayTerm(slug),
        weight: weight * indexes.length ** -said.weights.phrase,
        unit: unitOf(said, token),
        from: { word: token.word, isSense: true },
      })
    }
}

/** Understands a query. Never throws; reads the first 300 characters. `reader` is the language of whoever asks. */
export async function understandQuery(
  text: string,
  reader: string,
  graph = vocabulary(),
  weights = queryWeights,
): Promise<Query> {
  const asked = text.slice(0, longestQuery)
  const languages = await candidateLanguages(asked, reader)
  const said: Said = { terms: new Map(), concepts: new Map(), graph, weights, units: new Map() }
  const readings = languages.map((guess) => readIn(asked, guess, graph, weights))
  for (const token of tokensIn(asked, languages[0]?.lang ?? reader)) unitOf(said, token)
  const all = [...readings, ...readForeignWords(asked, readings, graph, weights)]
  const unwanted = unwantedIn(all)
  for (const reading of all) {
    putWords(said, reading)
    putConcepts(said, reading, unwanted)
    putEveryday(said, reading)
  }
  return {
    text: asked,
    languages,
    terms: [...said.terms.values()]
      .filter(({ weight }) => weight > 0)
      .sort((one, other) => other.weight - one.weight)
      .slice(0, mostTerms),
    concepts: [...said.concepts].sort((a, b) => b[1] - a[1]).map(([slug]) => slug),
  }
}
