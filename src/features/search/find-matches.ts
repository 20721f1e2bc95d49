// From asked terms to ranked documents: read the postings, score, look at the best ones more closely, narrow.
import type { Db } from '#platform/db/database.ts'
import { meanwhile } from '#platform/db/meanwhile.ts'
import { topConcepts } from '#thesaurus/vocabulary.ts'
import { accumulate, idsIn, type Scored } from './accumulate.ts'
import { type AskedTerm, termsWorthReading } from './asked-terms.ts'
import type { Brief } from './attributes.ts'
import { type At, type Briefs, readBriefs } from './briefs.ts'
import { blend, type FindNear, type Nearness, withNear } from './near-meaning.ts'
import type { PostingBlock } from './posting-block.ts'
import { closeness, placesIn, unitsByTerm } from './proximity.ts'
import { boostOf, type Order, ranked } from './rank.ts'
import {
  countFacets,
  type Facets,
  facetNames,
  facetsFrom,
  filterTerm,
  isNarrowed,
  passes,
  type SearchFilters,
} from './search-filters.ts'
import { listNewest, listTokens, mostCandidates } from './store.ts'
import { type LookedUp, listPostings, readPostings } from './store-postings.ts'
import { everyDocument, termId } from './term-id.ts'

export interface Match {
  readonly id: number
  readonly score: number
  /** In meaning, from 0 to 1. */
  readonly near: number
  readonly at: At
}

interface Question {
  readonly index: LookedUp
  /** Undefined for a search without words. */
  readonly asked: readonly AskedTerm[] | undefined
  readonly filters: SearchFilters
  readonly order: Order
  readonly findNear: FindNear
}

export interface Matches {
  /** Within the filters, ranked. */
  readonly matching: readonly Match[]
  /** Without the filters: what the facets are counted over. */
  readonly around: readonly Match[]
  /** What was read of the index for them. */
  readonly rows: readonly PostingBlock[]
}

export interface Counted extends Matches {
  readonly facets: () => Facets
}

/** Numbers of all documents within reach that pass: several values of one facet widen, several facets narrow. */
async function listPassing(db: Db, filters: SearchFilters): Promise<ReadonlySet<number>> {
  const chosen = facetNames.filter((name) => filters[name].length > 0)
  const terms = chosen.map((name) => filters[name].map((value) => termId(filterTerm(name, value))))
  const rows = Map.groupBy(await listPostings(db, terms.flat()), ({ term }) => term)
  const passing = terms.map((values) => idsIn(values.flatMap((term) => rows.get(term) ?? [])))
  return new Set([...(passing[0] ?? [])].filter((id) => passing.every((ids) => ids.has(id))))
}

/** The best ones stand higher where all that was asked for stands close together. */
async function lookCloser(db: Db, best: readonly Scored[], asked: readonly AskedTerm[], { weights }: Order) {
  const units = new Set(asked.map(({ unit }) => unit)).size
  if (units < 2 || weights.proximity === 0) return best
  const unitOf = unitsByTerm(asked)
  const looked = best.slice(0, weights.proximityDepth)
  const tokens = await listTokens(
    db,
    looked.map(({ id }) => id),
  )
  return best.map((one) => {
    const kept = tokens.get(one.id)
    if (kept === undefined) return one
    const near = closeness(placesIn(kept, unitOf), units)
    return near === 0 ? one : { id: one.id, score: one.score * (1 + weights.proximity * near) }
  })
}

interface Candidates extends Briefs {
  readonly passing: (matches: readonly Match[]) => Match[]
  readonly facets: (matches: readonly Match[]) => Facets
}

/** A chosen concept that is no field of action is looked for in the index. */
async function readCandidates(db: Db, { index, filters }: Question): Promise<Candidates> {
  const chosen = filters.concept.filter((slug) => !topConcepts().includes(slug))
  const [briefs, rows] = await Promise.all([
    readBriefs(db, index),
    chosen.length === 0
      ? []
      : listPostings(
          db,
          chosen.map((slug) => termId(filterTerm('concept', slug))),
        ),
  ])
  const holding = chosen.map((slug) => {
    const term = termId(filterTerm('concept', slug))
    return { slug, ids: idsIn(rows.filter((row) => row.term === term)) }
  })
  const filterable = ({ id, at }: Match): Brief => {
    const brief = briefs.brief(at)
    const more = holding.filter(({ ids }) => ids.has(id)).map(({ slug }) => slug)
    return more.length === 0 ? brief : { ...brief, concepts: [...brief.concepts, ...more] }
  }
  return {
    ...briefs,
    passing: (matches) => matches.filter((one) => passes(filterable(one), filters)),
    facets: (matches) =>
      isNarrowed(filters) ? countFacets(matches.map(filterable), filters) : facetsFrom(briefs.count(matches)),
  }
}

/** What is gone meanwhile, or out of reach, is no candidate and drops out. */
async function rankBest(
  db: Db,
  best: readonly Scored[],
  asked: readonly AskedTerm[],
  { order, briefs }: { readonly order: Order; readonly briefs: Briefs },
  near: Nearness,
): Promise<Match[]> {
  const [closer, candidates] = await Promise.all([
    lookCloser(db, best, asked, order),
    meanwhile(() => {
      const ats = best.map(({ id }) => briefs.find(id))
      return { ats, boosts: ats.map((at) => (at < 0 ? 0 : boostOf(briefs.rankable(at), order))) }
    }),
  ])
  const { ats, boosts } = candidates
  const matches = blend(closer, near, order.weights).map(({ id, score }, place) => {
    const [at, boost] = [ats[place] as At, boosts[place] as number]
    return { id, score: score * boost, near: near.get(id) ?? 0, at }
  })
  return ranked(
    matches.filter(({ at }) => at >= 0),
    order.weights,
  ).slice(0, mostCandidates)
}

async function matchWords(
  db: Db,
  asked: readonly AskedTerm[],
  question: Question,
  briefs: Candidates,
): Promise<Matches> {
  const { index, filters, order } = question
  const terms = termsWorthReading(asked, index.counts, index.counts.get(everyDocument) ?? 0, order.weights)
  const worth = new Set(terms.map(({ term }) => term))
  const heads = index.heads.filter(({ term }) => worth.has(term))
  const rows = await readPostings(db, heads, index.database)
  const scores = accumulate(terms, rows, order.weights)
  const best = scores.best(mostCandidates)
  // Where everything was looked at, narrowing needs no second question.
  const isWhole = !isNarrowed(filters) || scores.found <= mostCandidates
  if (isWhole) scores.done()
  const near = await question.findNear(best)
  const around = await rankBest(db, withNear(best, near), asked, { order, briefs }, near)
  if (isWhole) return { matching: isNarrowed(filters) ? briefs.passing(around) : around, around, rows }
  const passing = await listPassing(db, filters)
  const narrowed = withNear(
    scores.best(mostCandidates, (id) => passing.has(id)),
    near,
    (id) => passing.has(id),
  )
  scores.done()
  return { matching: await rankBest(db, narrowed, asked, { order, briefs }, near), around, rows }
}

async function matchNewest(db: Db, filters: SearchFilters, briefs: Candidates): Promise<Matches> {
  const unscored = (id: number): Match | [] => {
    const at = briefs.find(id)
    return at < 0 ? [] : { id, score: 0, near: 0, at }
  }
  const around = (await listNewest(db, undefined)).flatMap(unscored)
  if (!isNarrowed(filters)) return { matching: around, around, rows: [] }
  if (around.length < mostCandidates) return { matching: briefs.passing(around), around, rows: [] }
  const passing = await listPassing(db, filters)
  return { matching: (await listNewest(db, passing)).flatMap(unscored), around, rows: [] }
}

/** The best thousand that match, in their order; without words the newest. */
export async function findMatches(db: Db, question: Question): Promise<Counted> {
  const briefs = await readCandidates(db, question)
  const matches = await (question.asked === undefined
    ? matchNewest(db, question.filters, briefs)
    : matchWords(db, question.asked, question, briefs))
  return { ...matches, facets: () => briefs.facets(matches.around) }
}
