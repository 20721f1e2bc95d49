// The search itself: understand, weigh, read the postings, rank, count, explain.
import type { Db } from '#platform/db/database.ts'
import { type Query, understandQuery } from '#thesaurus/query.ts'
import { stem } from '#thesaurus/stem.ts'
import { suggestSpelling } from '#thesaurus/suggest-spelling.ts'
import { nameTerm, stemTerm } from '#thesaurus/terms.ts'
import { explain, type FoundItem } from './explain.ts'
import { ranked, termsWorthReading } from './rank.ts'
import { countFacets, type Facets, facetNames, noFilters, passes, type SearchFilters } from './search-filters.ts'
import { type Candidate, countDocuments, listCandidates, listNewest, mostCandidates } from './store.ts'
import { everyDocument, termId } from './term-id.ts'

export interface Search {
  readonly text: string
  /** Language of whoever asks: reasons come in it, and an unclear query is read in it first. */
  readonly lang: string
  readonly filters?: SearchFilters | undefined
  readonly limit: number
  readonly offset: number
  readonly now: Date
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

const isNarrowed = (filters: SearchFilters): boolean => facetNames.some((name) => filters[name].length > 0)

/** In how many documents within reach the query's terms stand. */
type Counts = ReadonlyMap<number, number>

interface Matches {
  /** Within the filters, ranked. */
  readonly matching: readonly Candidate[]
  /** Without the filters: what the facets are counted over. */
  readonly around: readonly Candidate[]
}

const countTerms = (db: Db, { terms }: Query): Promise<Counts> =>
  countDocuments(db, [everyDocument, ...terms.map(({ term }) => termId(term))])

async function matchesFor(db: Db, search: Search, query: Query, counts: Counts): Promise<Matches> {
  const filters = search.filters ?? noFilters
  const asked = query.terms.map(({ term, weight }) => ({ term: termId(term), weight }))
  const terms = termsWorthReading(asked, counts, counts.get(everyDocument) ?? 0)
  const read = (narrow: SearchFilters | undefined): Promise<Candidate[]> =>
    search.text.trim() === '' ? listNewest(db, narrow) : listCandidates(db, terms, narrow)
  const languages = query.languages.map(({ lang }) => lang)
  const all = await read(undefined)
  const around = ranked(all, languages, search.now.getUTCFullYear())
  if (!isNarrowed(filters)) return { matching: around, around }
  // Where everything was read, narrowing needs no second question.
  if (all.length < mostCandidates) return { matching: around.filter((one) => passes(one, filters)), around }
  return { matching: ranked(await read(filters), languages, search.now.getUTCFullYear()), around }
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
  const { lang, offset, limit } = search
  const query = await understandQuery(search.text, lang)
  const counts = await countTerms(db, query)
  const { matching, around } = await matchesFor(db, search, query, counts)
  return {
    items: await explain(db, matching.slice(offset, offset + limit), query, lang),
    total: matching.length,
    more: matching.length >= mostCandidates,
    unfiltered: around.length,
    facets: countFacets(around, search.filters ?? noFilters),
    concepts: query.concepts,
    didYouMean: spellingFor(query, lang, counts),
  }
}
