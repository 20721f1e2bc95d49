// From a document to its weighted terms: stems, concepts, cognates, names. The weight is BM25F without the rarity.
import type { SearchDocument } from '#platform/feature.ts'
import { type Analysed, type Token, tokensIn } from '#thesaurus/analyse.ts'
import { cognateOf } from '#thesaurus/fold.ts'
import { scatteredInTokens } from '#thesaurus/scattered.ts'
import { conceptsInTokens, everydayInTokens, taggerOf } from '#thesaurus/tagger.ts'
import { cognateTerm, conceptTerm, everydayTerm, nameTerm, stemTerm } from '#thesaurus/terms.ts'
import { isConcept, withBroader } from '#thesaurus/vocabulary.ts'
import { type DocumentWeights, documentWeights, type FieldWeight } from './document-weights.ts'
import { type Mark, marksIn, packExtents, weightsOf } from './marks.ts'
import { type PlacedTerms, packTokens, type Said } from './proximity.ts'
import { termId } from './term-id.ts'

type IndexedText = Pick<SearchDocument, 'lang' | 'title' | 'summary' | 'body' | 'concepts'>

const texts = ['title', 'summary', 'body'] as const
type Field = (typeof texts)[number]
const mostConcepts = 12

type Counts = Map<string, number>
const add = (counts: Counts, term: string, count: number): void =>
  void counts.set(term, (counts.get(term) ?? 0) + count)

const factorOf = ({ weight, usual, discount }: FieldWeight, length: number): number =>
  weight / (1 - discount + (discount * Math.max(length, usual / 4)) / usual)

/** Under which terms a word stands: made once for a word, wherever it stands. */
interface WordTerms {
  /** Its stem, those of its parts, what it shares with other languages; and all as numbers. */
  readonly terms: readonly string[]
  readonly ids: readonly number[]
  readonly name: string
}
const made = new WeakMap<Analysed, WordTerms>()

function termsOf({ known, word }: Token, lang: string): WordTerms {
  const found = made.get(known)
  if (found !== undefined) return found
  const key = cognateOf(word)
  const stems = [known.stem, ...known.parts].map((stem) => stemTerm(lang, stem))
  const terms = key === undefined ? stems : [...stems, cognateTerm(key)]
  const fresh = { terms, ids: terms.map(termId), name: nameTerm(word) }
  made.set(known, fresh)
  return fresh
}

interface Writing {
  readonly counts: Counts
  readonly lang: string
  readonly weights: DocumentWeights
  /** Terms of names that are to be marked where they stand. */
  readonly names: ReadonlySet<string>
}

/** Counts what stands in a field, and gives its terms in the order of the text. */
function readField(writing: Writing, field: Field, text: string): PlacedTerms[] {
  const { counts, lang, weights, names } = writing
  const { partOfWord, scattered } = weights
  const tagger = taggerOf(lang)
  const tokens = tokensIn(text, lang, tagger.lexicon)
  const factor = factorOf(weights[field], tokens.length)
  const placed = tokens.map((token) => {
    const { terms, ids, name } = termsOf(token, lang)
    const parts = token.parts.length
    for (let at = 0; at < terms.length; at += 1)
      add(counts, terms[at] as string, at > 0 && at <= parts ? factor * partOfWord : factor)
    const { start, end } = token
    return {
      start,
      end,
      terms: ids,
      said: [] as Said[],
      name: names.size > 0 && names.has(name) ? termId(name) : undefined,
    }
  })
  const put = (term: string, seen: readonly number[], part: number): void => {
    add(counts, term, factor * part)
    const [first = 0, last = first] = [seen[0], seen.at(-1)]
    placed[first]?.said.push({ term: termId(term), further: last - first })
  }
  const said = conceptsInTokens(tokens, tagger)
  for (const { slug, partly, tokens: seen } of said) put(conceptTerm(slug), seen, partly ? partOfWord : 1)
  for (const { slug, tokens: seen } of scatteredInTokens(tokens, tagger, said)) put(conceptTerm(slug), seen, scattered)
  for (const { slug, partly, tokens: seen } of everydayInTokens(tokens, tagger))
    put(everydayTerm(slug), seen, partly ? partOfWord : 1)
  return placed
}

export interface DocumentTerms {
  readonly weights: ReadonlyMap<string, number>
  /** Slugs given or found, the strongest first, and everything above them. */
  readonly concepts: readonly string[]
  /** Its first words and concepts in their order, for `closeness`. */
  readonly tokens: Buffer
  /** Where those words stand, for marking them. */
  readonly extents: Buffer
}

const conceptsOf = (counts: Counts): string[] => {
  const found: [string, number][] = []
  for (const [term, count] of counts) if (term.startsWith('c:')) found.push([term.slice(2), count])
  const strongest = found.sort((one, other) => other[1] - one[1]).slice(0, mostConcepts)
  return [...new Set(strongest.flatMap(([slug]) => withBroader(slug)))]
}

/** Cities that other languages call otherwise: "Lissabon" finds what Lisboa wrote. */
const citiesIn = (names: string, lang: string): string[] => {
  const tagger = taggerOf(lang)
  return everydayInTokens(tokensIn(names, lang, tagger.lexicon), tagger).map(({ slug }) => slug)
}

/** `names`: how the city, the organisation or the person is called; found in any language of a query. */
export function documentTerms(document: IndexedText, names = '', numbers = documentWeights): DocumentTerms {
  const { given, saturation } = numbers
  const counts: Counts = new Map()
  const named = tokensIn(names, 'en').map(({ word }) => nameTerm(word))
  const writing = { counts, lang: document.lang, weights: numbers, names: new Set(named) }
  const read = texts.map((field) => readField(writing, field, document[field]))
  for (const slug of document.concepts.filter(isConcept)) add(counts, conceptTerm(slug), given)
  for (const name of named) counts.set(name, numbers.names)
  for (const slug of citiesIn(names, document.lang)) counts.set(everydayTerm(slug), numbers.names)
  const weights: Counts = new Map()
  for (const [term, count] of counts) weights.set(term, (count * (saturation + 1)) / (count + saturation))
  return { weights, concepts: conceptsOf(counts), tokens: packTokens(read), extents: packExtents(read) }
}

/** Where these terms stand in a text that the index does not keep, as the name of a city in another language. */
export function marksInText(text: string, lang: string, weights: ReadonlyMap<string, number>): Mark[] {
  const names = new Set([...weights.keys()].filter((term) => term.startsWith(nameTerm(''))))
  const read = readField({ counts: new Map(), lang, weights: documentWeights, names }, 'title', text)
  return marksIn({ tokens: packTokens([read]), extents: packExtents([read]) }, weightsOf(weights))[0] ?? []
}
