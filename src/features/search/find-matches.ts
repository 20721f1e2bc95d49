// From asked terms to ranked documents: read the postings, score, look at the best ones more closely, narrow.
import type { Db } from '#platform/db/database.ts'
import { topConcepts } from '#thesaurus/vocabulary.ts'
import { accumulate, idsIn, type Scored } from './accumulate.ts'
import { type AskedTerm, termsWorthReading } from './asked-terms.ts'
import type { Brief } from './attributes.ts'
import { readBriefs } from './briefs.ts'
import { blend, type FindNear, type Nearness, withNear } from './near-meaning.ts'
import { closeness, placesIn, unitsByTerm } from './proximity.ts'
import { type Order, type Rankable, ranked } from './rank.ts'
import { facetNames, filterTerm, passes, type SearchFilters } from './search-filters.ts'
import { listNewest, listTokens, mostCandidates } from './store.ts'
import { type LookedUp, listPostings, readPostings } from './store-postings.ts'
import { everyDocument, termId } from './term-id.ts'

/** What ranking, filters and counts know of a document; of concepts its fields of action, and those asked for. */
export interface Candidate extends Brief {
  readonly id: number
}

export type Match = Candidate & Rankable & { /** In meaning, from 0 to 1. */ readonly near: number }

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

type Find = (id: number) => Candidate | undefined

/** A chosen concept that is no field of action is looked for in the index. */
async function readCandidates(db: Db, { index, filters }: Question): Promise<Find> {
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
  return (id) => {
    const brief = briefs.find(id)
    if (brief === undefined) return undefined
    const more = holding.filter(({ ids }) => ids.has(id)).map(({ slug }) => slug)
    return { ...brief, id, concepts: more.length === 0 ? brief.concepts : [...brief.concepts, ...more] }
  }
}

/** What is gone meanwhile, or out of reach, is no candidate and drops out. */
async function rankBest(
  db: Db,
  best: readonly Scored[],
  asked: readonly AskedTerm[],
  { order, find }: { readonly order: Order; readonly find: Find },
  near: Nearness,
): Promise<Match[]> {
  const closer = await lookCloser(db, best, asked, order)
  const scored = blend(closer, near, order.weights).flatMap(({ id, score }): Match | [] => {
    const candidate = find(id)
    return candidate === undefined ? [] : { ...candidate, score, near: near.get(id) ?? 0 }
  })
  // Equals stand in the order of their numbers, whatever order they were found in.
  scored.sort((one, other) => one.id - other.id)
  return ranked(scored, order).slice(0, mostCandidates)
}

async function matchWords(db: Db, asked: readonly AskedTerm[], question: Question, find: Find): Promise<Matches> {
  const { index, filters, order } = question
  const terms = termsWorthReading(asked, index.counts, index.counts.get(everyDocument) ?? 0, order.weights)
  const worth = new Set(terms.map(({ term }) => term))
  const heads = index.heads.filter(({ term }) => worth.has(term))
  const scores = accumulate(terms, await readPostings(db, heads, index.database), order.weights)
  const best = scores.best(mostCandidates)
  const near = await question.findNear(best)
  const around = await rankBest(db, withNear(best, near), asked, { order, find }, near)
  if (!isNarrowed(filters)) return { matching: around, around }
  // Where everything was looked at, narrowing needs no second question.
  if (scores.found <= mostCandidates) return { matching: around.filter((one) => passes(one, filters)), around }
  const passing = await listPassing(db, filters)
  const narrowed = withNear(
    scores.best(mostCandidates, (id) => passing.has(id)),
    near,
    (id) => passing.has(id),
  )
  return { matching: await rankBest(db, narrowed, asked, { order, find }, near), around }
}

const isNarrowed = (filters: SearchFilters): boolean => facetNames.some((name) => filters[name].length > 0)

async function matchNewest(db: Db, filters: SearchFilters, find: Find): Promise<Matches> {
  const unscored = (id: number): Match | [] => {
    const candidate = find(id)
    return candidate === undefined ? [] : { ...candidate, score: 0, near: 0 }
  }
  const around = (await listNewest(db, undefined)).flatMap(unscored)
  if (!isNarrowed(filters)) return { matching: around, around }
  if (around.length < mostCandidates) return { matching: around.filter((one) => passes(one, filters)), around }
  return { matching: (await listNewest(db, await listPassing(db, filters))).flatMap(unscored), around }
}

/** The best thousand that match, in their order; without words the newest. */
export async function findMatches(db: Db, question: Question): Promise<Matches> {
  const find = await readCandidates(db, question)
  return question.asked === undefined
    ? matchNewest(db, question.filters, find)
    : matchWords(db, question.asked, question, find)
}
