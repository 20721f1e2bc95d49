// The search itself: understand, weigh, read the postings, rank, count, explain.
import type { Db } from '#platform/db/database.ts'
import { meanwhile } from '#platform/db/meanwhile.ts'
import type { Meaning } from '#platform/embedding/embedder.ts'
import { type Query, understandQuery } from '#thesaurus/query.ts'
import { stem } from '#thesaurus/stem.ts'
import { suggestSpelling } from '#thesaurus/suggest-spelling.ts'
import { nameTerm, stemTerm } from '#thesaurus/terms.ts'
import { askedTerms, type Counts } from './asked-terms.ts'
import { explain, type FoundItem } from './explain.ts'
import { findMatches } from './find-matches.ts'
import { findNearTo } from './near-meaning.ts'
import type { ReaderCity } from './rank.ts'
import { type RankingWeights, rankingWeights } from './ranking-weights.ts'
import { type Facets, noFilters, type SearchFilters } from './search-filters.ts'
import { mostCandidates } from './store.ts'
import { lookUp } from './store-postings.ts'
import { termId } from './term-id.ts'

export interface Search {
  readonly text: string
  /** Language of whoever asks: reasons come in it, and an unclear query is read in it first. */
  readonly lang: string
  readonly filters?: SearchFilters | undefined
  /** What cities like theirs did comes a little earlier. */
  readonly reader?: ReaderCity | undefined
  readonly limit: number
  readonly offset: number
  readonly now: Date
  /** Where an embedder is configured: what is similar in meaning is found too, and comes earlier. */
  readonly meaning?: Meaning | undefined
  /** For measurements; everybody else has the usual ones. */
  readonly weights?: RankingWeights
}

export interface Found {
  readonly items: readonly FoundItem[]
  readonly total: number
  /** There are more than `total`: counting stops at a thousand. */
  readonly more: boolean
  /** How many there would be without the filters. */
  readonly unfiltered: number
  readonly facets: Facets
  /** Concepts the query was understood as, the surest first. */
  readonly concepts: readonly string[]
  readonly didYouMean: string | undefined
}

/** Only words that stand nowhere within reach are doubted: a name is no slip of the fingers. */
function spellingFor({ text, languages }: Query, reader: string, counts: Counts): string | undefined {
  const stands = (term: string): boolean => (counts.get(termId(term)) ?? 0) > 0
  const isFine = (word: string): boolean =>
    stands(nameTerm(word)) || languages.some(({ lang }) => stands(stemTerm(lang, stem(word, lang))))
  return suggestSpelling(text, languages[0]?.lang ?? reader, isFine)
}

/** Finds things in all languages as far as they are within the viewer's reach. Never throws on any text. */
export async function findDocuments(db: Db, search: Search): Promise<Found> {
  const { text, lang, offset, limit, filters = noFilters, weights = rankingWeights } = search
  const findNear = findNearTo(db, search.meaning, text.trim(), weights)
  const query = await understandQuery(text, lang)
  const asked = askedTerms(query)
  const terms = asked.map(({ term }) => term)
  const index = await lookUp(db, terms)
  const languages = query.languages.map((guess) => guess.lang)
  const order = { languages, year: search.now.getUTCFullYear(), reader: search.reader, weights }
  const { matching, around, rows, facets } = await findMatches(db, {
    asked: text.trim() === '' ? undefined : asked,
    index,
    filters,
    order,
    findNear,
  })
  const [items, counted] = await Promise.all([
    explain(db, matching.slice(offset, offset + limit), { query, lang, rows, counts: index.counts }),
    meanwhile(facets),
  ])
  return {
    items,
    total: matching.length,
    more: matching.length >= mostCandidates,
    unfiltered: around.length,
    facets: counted,
    concepts: query.concepts,
    didYouMean: spellingFor(query, lang, index.counts),
  }
}
