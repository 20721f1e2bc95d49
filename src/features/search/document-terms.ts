// From a document to its weighted terms: stems, concepts, cognates, names. The weight is BM25F without the rarity.
import type { SearchDocument } from '#platform/feature.ts'
import { type Token, tokensIn } from '#thesaurus/analyse.ts'
import { cognateOf } from '#thesaurus/fold.ts'
import { scatteredInTokens } from '#thesaurus/scattered.ts'
import { conceptsInTokens, everydayInTokens, taggerOf } from '#thesaurus/tagger.ts'
import { cognateTerm, conceptTerm, everydayTerm, nameTerm, stemTerm } from '#thesaurus/terms.ts'
import { isConcept, withBroader } from '#thesaurus/vocabulary.ts'

type IndexedText = Pick<SearchDocument, 'lang' | 'title' | 'summary' | 'body' | 'concepts'>

/** How much a field counts, its usual length in words, and how strongly longer ones are discounted (b of BM25). */
const fields = {
  title: { weight: 5, usual: 8, discount: 0.4 },
  given: { weight: 2.5, usual: 1, discount: 0 },
  summary: { weight: 1.6, usual: 45, discount: 0.5 },
  body: { weight: 1, usual: 200, discount: 0.6 },
} as const
type Field = keyof typeof fields

/** k1 of BM25 (Robertson and Zaragoza 2009): how soon more of the same says nothing new. */
const saturation = 3
const partOfWord = 0.5
/** Words of a label near each other, but not in a row. */
const scattered = 0.4
const mostConcepts = 12

type Counts = Map<string, number>
const add = (counts: Counts, term: string, count: number): void =>
  void counts.set(term, (counts.get(term) ?? 0) + count)

const countTokens = (counts: Counts, tokens: readonly Token[], lang: string, factor: number): void => {
  for (const { stem, parts, word } of tokens) {
    add(counts, stemTerm(lang, stem), factor)
    for (const part of parts) add(counts, stemTerm(lang, part), factor * partOfWord)
    const key = cognateOf(word)
    if (key !== undefined) add(counts, cognateTerm(key), factor)
  }
}

const factorOf = (field: Field, length: number): number => {
  const { weight, usual, discount } = fields[field]
  return weight / (1 - discount + (discount * Math.max(length, usual / 4)) / usual)
}

const countField = (counts: Counts, field: Field, text: string, lang: string): void => {
  const tagger = taggerOf(lang)
  const tokens = tokensIn(text, lang, tagger.lexicon)
  const factor = factorOf(field, tokens.length)
  countTokens(counts, tokens, lang, factor)
  const said = conceptsInTokens(tokens, tagger)
  for (const { slug, partly } of said) add(counts, conceptTerm(slug), partly ? factor * partOfWord : factor)
  for (const { slug } of scatteredInTokens(tokens, tagger, said)) add(counts, conceptTerm(slug), factor * scattered)
  for (const { slug, partly } of everydayInTokens(tokens, tagger))
    add(counts, everydayTerm(slug), partly ? factor * partOfWord : factor)
}

export interface DocumentTerms {
  readonly weights: ReadonlyMap<string, number>
  /** Slugs given or found, the strongest first, and everything above them. */
  readonly concepts: readonly string[]
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
  for (const field of ['title', 'summary', 'body'] as const) countField(counts, field, document[field], document.lang)
  for (const slug of document.concepts.filter(isConcept)) add(counts, conceptTerm(slug), fields.given.weight)
  for (const { word } of tokensIn(names, 'en')) counts.set(nameTerm(word), fields.title.weight)
  const weights = new Map([...counts].map(([term, count]) => [term, (count * (saturation + 1)) / (count + saturation)]))
  return { weights, concepts: conceptsOf(counts) }
}
