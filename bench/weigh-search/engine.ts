// Search without a database: the same analysis, postings, scores and order, so that a thousand settings can be tried.
import { accumulate } from '../../src/features/search/accumulate.ts'
import { askedTerms, type Counts, termsWorthReading } from '../../src/features/search/asked-terms.ts'
import { documentTerms } from '../../src/features/search/document-terms.ts'
import { type DocumentWeights, documentWeights } from '../../src/features/search/document-weights.ts'
import {
  blockFrom,
  blockOf,
  evenNumbers,
  type PostingBlock,
  packPostings,
  postingOf,
} from '../../src/features/search/posting-block.ts'
import { closeness, placesIn, unitsByTerm } from '../../src/features/search/proximity.ts'
import { boostOf, ranked } from '../../src/features/search/rank.ts'
import { type RankingWeights, rankingWeights } from '../../src/features/search/ranking-weights.ts'
import { mostCandidates } from '../../src/features/search/store.ts'
import { everyDocument, termId } from '../../src/features/search/term-id.ts'
import { type Query, understandQuery } from '../../src/thesaurus/query.ts'
import { type QueryWeights, queryWeights } from '../../src/thesaurus/query-weights.ts'
import { vocabulary } from '../../src/thesaurus/vocabulary.ts'
import { mostResults } from '../answer-queries.ts'
import type { GradedQuery } from '../search-dev/score.ts'
import type { PlainDocument } from '../temporary-index.ts'

export interface Setting {
  readonly query: QueryWeights
  readonly document: DocumentWeights
  readonly ranking: RankingWeights
}
export const usualSetting: Setting = { query: queryWeights, document: documentWeights, ranking: rankingWeights }

interface MemoryIndex {
  readonly documents: readonly PlainDocument[]
  readonly rows: ReadonlyMap<number, PostingBlock>
  readonly counts: Counts
  readonly tokens: readonly Buffer[]
}

/** All documents lie in one block: their numbers are their places, from 1. */
function indexOf(documents: readonly PlainDocument[], weights: DocumentWeights): MemoryIndex {
  const postings = new Map<number, number[]>()
  const tokens = documents.map(({ lang, title, text }, index) => {
    const made = documentTerms({ lang, title, summary: '', body: text, concepts: [] }, '', weights)
    for (const [term, weight] of [['', 0] as const, ...made.weights]) {
      const id = term === '' ? everyDocument : termId(term)
      postings.set(id, [...(postings.get(id) ?? []), postingOf(index + 1, weight)])
    }
    return made.tokens
  })
  const rows = [...postings].map(
    ([term, list]) => [term, blockFrom(term, blockOf(1), evenNumbers(packPostings(list)))] as const,
  )
  return {
    documents,
    rows: new Map(rows),
    counts: new Map([...postings].map(([term, list]) => [term, list.length])),
    tokens,
  }
}

function answer(index: MemoryIndex, query: Query, weights: RankingWeights): string[] {
  const terms = termsWorthReading(askedTerms(query), index.counts, index.counts.get(everyDocument) ?? 0, weights)
  const rows = terms.flatMap(({ term }) => index.rows.get(term) ?? [])
  const unitOf = unitsByTerm(terms)
  const units = new Set(terms.map(({ unit }) => unit)).size
  const order = { languages: query.languages.map(({ lang }) => lang), year: 2026, weights }
  const scores = accumulate(terms, [...new Set(rows)], weights)
  const scored = scores.best(mostCandidates).map(({ id, score }, place) => {
    const isLooked = place < weights.proximityDepth
    const places = isLooked ? placesIn(index.tokens[id - 1] ?? Buffer.alloc(0), unitOf) : []
    const near = 1 + weights.proximity * closeness(places, units)
    const lang = index.documents[id - 1]?.lang ?? ''
    const nothing = { kind: 'document', country: null, population: null, year: null, evidence: null, behind: false }
    return { id, score: score * near * boostOf({ lang, ...nothing }, order) }
  })
  scores.done()
  return ranked(scored, weights)
    .slice(0, mostResults)
    .map(({ id }) => index.documents[id - 1]?.id ?? '')
}

/** Answers all queries with any setting; what did not change since the last one is not made anew. */
export function createEngine(documents: readonly PlainDocument[], queries: readonly GradedQuery[]) {
  let index: { readonly made: MemoryIndex; readonly of: DocumentWeights } | undefined
  let understood: { readonly made: readonly Query[]; readonly of: QueryWeights } | undefined
  return async ({ query, document, ranking }: Setting) => {
    if (index?.of !== document) index = { made: indexOf(documents, document), of: document }
    if (understood?.of !== query) {
      const made: Query[] = []
      for (const { text, lang } of queries) made.push(await understandQuery(text, lang, vocabulary(), query))
      understood = { made, of: query }
    }
    const { made } = index
    return understood.made.map((one, at) => ({ query: queries[at]?.id ?? '', results: answer(made, one, ranking) }))
  }
}
