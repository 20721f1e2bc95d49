// From asked terms to ranked documents: read the postings, score, look at the best ones more closely, narrow.
import type { Db } from '#platform/db/database.ts'
import { accumulate, idsIn, type Scored } from './accumulate.ts'
import { type AskedTerm, termsWorthReading } from './asked-terms.ts'
import { blend, type FindNear, type Nearness, withNear } from './near-meaning.ts'
import { closeness, placesIn, unitsByTerm } from './proximity.ts'
import { type Order, type Rankable, ranked } from './rank.ts'
import { facetNames, filterTerm, passes, type SearchFilters } from './search-filters.ts'
import { type Candidate, listCandidates, listNewest, listTokens, mostCandidates } from './store.ts'
import { type LookedUp, listPostings } from './store-postings.ts'
import { everyDocument, termId } from './term-id.ts'

export type Match = Candidate & Rankable & { /** In meaning, from 0 to 1. */ readonly near: number }

interface Question extends LookedUp {
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

/** What is gone meanwhile, or out of reach, has no document and drops out. */
async function rankBest(
  db: Db,
  best: readonly Scored[],
  asked: readonly AskedTerm[],
  question: Question,
  near: Nearness,
): Promise<Match[]> {
  const { order, filters } = question
  const [documents, closer] = await Promise.all([
    listCandidates(
      db,
      best.map(({ id }) => id),
      filters.concept,
    ),
    lookCloser(db, best, asked, order),
  ])
  const scores = new Map(blend(closer, near, order.weights).map(({ id, score }) => [id, score]))
  const scored = documents.map((document) => ({
    ...document,
    score: scores.get(document.id) ?? 0,
    near: near.get(document.id) ?? 0,
  }))
  // Equals stay in the order of their numbers, whatever order the database gave them in.
  scored.sort((one, other) => one.id - other.id)
  return ranked(scored, order).slice(0, mostCandidates)
}

async function matchWords(db: Db, asked: readonly AskedTerm[], question: Question): Promise<Matches> {
  const { counts, filters, order } = question
  const terms = termsWorthReading(asked, counts, counts.get(everyDocument) ?? 0, order.weights)
  const worth = terms.map(({ term }) => term)
  const scores = accumulate(terms, question.postings ?? (await listPostings(db, worth)), order.weights)
  const best = scores.best(mostCandidates)
  const near = await question.findNear(best)
  const around = await rankBest(db, withNear(best, near), asked, question, near)
  if (!isNarrowed(filters)) return { matching: around, around }
  // Where everything was looked at, narrowing needs no second question.
  if (scores.found <= mostCandidates) return { matching: around.filter((one) => passes(one, filters)), around }
  const passing = await listPassing(db, filters)
  const narrowed = withNear(
    scores.best(mostCandidates, (id) => passing.has(id)),
    near,
    (id) => passing.has(id),
  )
  return { matching: await rankBest(db, narrowed, asked, question, near), around }
}

const isNarrowed = (filters: SearchFilters): boolean => facetNames.some((name) => filters[name].length > 0)
const unscored = (one: Candidate): Match => ({ ...one, score: 0, near: 0 })

async function matchNewest(db: Db, filters: SearchFilters): Promise<Matches> {
  const around = (await listNewest(db, undefined, filters.concept)).map(unscored)
  if (!isNarrowed(filters)) return { matching: around, around }
  if (around.length < mostCandidates) return { matching: around.filter((one) => passes(one, filters)), around }
  return { matching: (await listNewest(db, await listPassing(db, filters), filters.concept)).map(unscored), around }
}

/** The best thousand that match, in their order; without words the newest. */
export const findMatches = (db: Db, question: Question): Promise<Matches> =>
  question.asked === undefined ? matchNewest(db, question.filters) : matchWords(db, question.asked, question)
