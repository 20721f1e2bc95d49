// The search itself: understand, weigh, read the postings, rank, count, explain.
import type { Db } from '#platform/db/database.ts'
import { type Query, understandQuery } from '#thesaurus/query.ts'
import { suggestSpelling } from '#thesaurus/suggest-spelling.ts'
import { hasMark, type PassagePart, passageOf } from './passage.ts'
import { ranked, termsWorthReading } from './rank.ts'
import { countFacets, type Facets, facetNames, noFilters, passes, type SearchFilters } from './search-filters.ts'
import {
  type Candidate,
  countDocuments,
  type FoundDocument,
  listCandidates,
  listDocuments,
  listMatches,
  listNewest,
  mostCandidates,
} from './store.ts'
import { everyDocument, termId } from './term-id.ts'
import { type Why, whyFound } from './why.ts'

export interface Search {
  readonly text: string
  /** Language of whoever asks: reasons come in it, and an unclear query is read in it first. */
  readonly lang: string
  readonly filters?: SearchFilters | undefined
  readonly limit: number
  readonly offset: number
  readonly now: Date
}

export interface FoundItem {
  /** Id of the contribution, organisation or person. */
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly lang: string
  /** Path on this site. */
  readonly url: string
  readonly score: number
  readonly why: readonly Why[]
  readonly markedTitle: readonly PassagePart[]
  readonly passage: readonly PassagePart[]
  readonly audience: number
  readonly organisation: { readonly name: string; readonly slug: string } | undefined
  readonly country: string | undefined
  readonly year: number | undefined
  readonly evidence: number | undefined
  readonly concepts: readonly string[]
}

export interface Found {
  readonly items: readonly FoundItem[]
  readonly total: number
  /** There are more than `total`: counting stops at a thousand. */
  readonly more: boolean
  readonly facets: Facets
  /** Concepts the query was understood as. */
  readonly concepts: readonly string[]
  readonly didYouMean: string | undefined
}

const isNarrowed = (filters: SearchFilters): boolean => facetNames.some((name) => filters[name].length > 0)

interface Matches {
  /** Within the filters, ranked. */
  readonly matching: readonly Candidate[]
  /** Without the filters: what the facets are counted over. */
  readonly around: readonly Candidate[]
}

async function matchesFor(db: Db, search: Search, query: Query, filters: SearchFilters): Promise<Matches> {
  const asked = query.terms.map(({ term, weight }) => ({ term: termId(term), weight }))
  const counts = await countDocuments(db, [everyDocument, ...asked.map(({ term }) => term)])
  const terms = termsWorthReading(asked, counts, counts.get(everyDocument) ?? 0)
  const read = (narrow: SearchFilters | undefined): Promise<Candidate[]> =>
    search.text.trim() === '' ? listNewest(db, narrow) : listCandidates(db, terms, narrow)
  const order = (list: readonly Candidate[]): Candidate[] =>
    ranked(
      list,
      query.languages.map(({ lang }) => lang),
      search.now.getUTCFullYear(),
    )
  const all = await read(undefined)
  const around = order(all)
  if (!isNarrowed(filters)) return { matching: around, around }
  // Where everything was read, narrowing needs no second question.
  if (all.length < mostCandidates) return { matching: around.filter((one) => passes(one, filters)), around }
  return { matching: order(await read(filters)), around }
}

const itemFrom = (
  document: FoundDocument,
  score: number,
  why: readonly Why[],
  weights: ReadonlyMap<string, number>,
): FoundItem => {
  const { lang, title, summary, body } = document
  const summaryPassage = passageOf(summary, lang, weights)
  const bodyPassage = hasMark(summaryPassage) || weights.size === 0 ? [] : passageOf(body, lang, weights)
  return {
    id: document.subject,
    kind: document.kind,
    title,
    lang,
    url: document.path,
    score: Math.round(score * 1000) / 1000,
    why,
    markedTitle: passageOf(title, lang, weights, 1000),
    passage: hasMark(bodyPassage) || summary === '' ? bodyPassage : summaryPassage,
    audience: document.audience,
    organisation:
      document.organisationName === null
        ? undefined
        : { name: document.organisationName, slug: document.organisationSlug ?? '' },
    country: document.country ?? undefined,
    year: document.year ?? undefined,
    evidence: document.evidence ?? undefined,
    concepts: document.concepts,
  }
}

async function explain(db: Db, page: readonly Candidate[], query: Query, lang: string): Promise<FoundItem[]> {
  const ids = page.map(({ id }) => id)
  const matches = await listMatches(
    db,
    ids,
    query.terms.map(({ term }) => termId(term)),
  )
  const documents = new Map((await listDocuments(db, ids)).map((document) => [document.id, document]))
  return page.flatMap(({ id, score }) => {
    const document = documents.get(id)
    const matched = matches.get(id) ?? new Set<number>()
    const weights = new Map(
      query.terms.filter(({ term }) => matched.has(termId(term))).map(({ term, weight }) => [term, weight]),
    )
    return document === undefined ? [] : [itemFrom(document, score, whyFound(query, matched, lang), weights)]
  })
}

/** Finds things in all languages as far as they are within the viewer's reach. Never throws on any text. */
export async function findDocuments(db: Db, search: Search): Promise<Found> {
  const filters = search.filters ?? noFilters
  const query = await understandQuery(search.text, search.lang)
  const { matching, around } = await matchesFor(db, search, query, filters)
  const items = await explain(db, matching.slice(search.offset, search.offset + search.limit), query, search.lang)
  const understood = query.concepts.length > 0 && matching.length > 0
  return {
    items,
    total: matching.length,
    more: matching.length >= mostCandidates,
    facets: countFacets(around, filters),
    concepts: query.concepts,
    didYouMean: understood ? undefined : suggestSpelling(search.text, query.languages[0]?.lang ?? search.lang),
  }
}
