// From a document to its weighted terms: stems, concepts, cognates, names. The weight is BM25F without the rarity.
import type { SearchDocument } from '#platform/feature.ts'
import { type Token, tokensIn } from '#thesaurus/analyse.ts'
import { cognateOf } from '#thesaurus/fold.ts'
import { conceptsInTokens, taggerOf } from '#thesaurus/tagger.ts'
import { cognateTerm, conceptTerm, nameTerm, stemTerm } from '#thesaurus/terms.ts'
import { isConcept, withBroader } from '#thesaurus/vocabulary.ts'
import { type PlacedTerms, packTokens } from './proximity.ts'

type IndexedText = Pick<SearchDocument, 'lang' | 'title' | 'summary' | 'body' | 'concepts'>

/** How much a field counts, its usual length in words, and how strongly longer ones are discounted (b of BM25). */
const fields = {
  title: { weight: 3, usual: 8, discount: 0.4 },
  given: { weight: 2.5, usual: 1, discount: 0 },
  summary: { weight: 1.6, usual: 45, discount: 0.5 },
  body: { weight: 1, usual: 300, discount: 0.6 },
} as const
type Field = keyof typeof fields
const texts = ['title', 'summary', 'body'] as const

/** k1 of BM25 (Robertson and Zaragoza 2009): how soon more of the same says nothing new. */
const saturation = 1.2
const partOfWord = 0.5
const mostConcepts = 12

type Counts = Map<string, number>
const add = (counts: Counts, term: string, count: number): void =>
  void counts.set(term, (counts.get(term) ?? 0) + count)

const factorOf = (field: Field, length: number): number => {
  const { weight, usual, discount } = fields[field]
  return weight / (1 - discount + (discount * Math.max(length, usual / 4)) / usual)
}

const termsOf = ({ stem, parts, word }: Token, lang: string): string[] => {
  const key = cognateOf(word)
  const terms = [stemTerm(lang, stem), ...parts.map((part) => stemTerm(lang, part))]
  return key === undefined ? terms : [...terms, cognateTerm(key)]
}

/** Counts what stands in a field, and gives its terms in the order of the text. */
function readField(counts: Counts, field: Field, text: string, lang: string): PlacedTerms[] {
  const tagger = taggerOf(lang)
  const tokens = tokensIn(text, lang, tagger.lexicon)
  const factor = factorOf(field, tokens.length)
  const placed = tokens.map((token) => ({ terms: termsOf(token, lang) }))
  for (const [index, { terms }] of placed.entries()) {
    const parts = tokens[index]?.parts.length ?? 0
    for (const [at, term] of terms.entries()) add(counts, term, at > 0 && at <= parts ? factor * partOfWord : factor)
  }
  for (const { slug, partly, tokens: seen } of conceptsInTokens(tokens, tagger)) {
    add(counts, conceptTerm(slug), partly ? factor * partOfWord : factor)
    placed[seen[0] ?? 0]?.terms.push(conceptTerm(slug))
  }
  return placed
}

export interface DocumentTerms {
  readonly weights: ReadonlyMap<string, number>
  /** Slugs given or found, the strongest first, and everything above them. */
  readonly concepts: readonly string[]
  /** Its first words and concepts in their order, for `closeness`. */
  readonly tokens: Buffer
}

const conceptsOf = (counts: Counts): string[] => {
  const found = [...counts]
    .filter(([term]) => term.startsWith('c:'))
    .sort((one, other) => other[1] - one[1])
    .slice(0, mostConcepts)
  return [...new Set(found.flatMap(([term]) => withBroader(term.slice(2))))]
}

/** `names`: how the city, the organisation or the person is called; found in any language of a query. */
export function documentTerms(document: IndexedText, names = ''): DocumentTerms {
  const counts: Counts = new Map()
  const read = texts.map((field) => readField(counts, field, document[field], document.lang))
  for (const slug of document.concepts.filter(isConcept)) add(counts, conceptTerm(slug), fields.given.weight)
  for (const { word } of tokensIn(names, 'en')) counts.set(nameTerm(word), fields.title.weight)
  const weights = new Map([...counts].map(([term, count]) => [term, (count * (saturation + 1)) / (count + saturation)]))
  return { weights, concepts: conceptsOf(counts), tokens: packTokens(read) }
}
