// What stands around the answers: parts of features, and the marks of what is new to this reader.
import type { Child } from 'hono/jsx'
import { isSignedIn } from '#kernel/viewer.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import type { ShownSearch } from '#platform/page-parts.ts'
import { listArrivedSince } from '#trunk/arrivals.ts'
import { findLastVisit } from '#trunk/visits.ts'
import type { Found } from './find-documents.ts'
import type { SearchQuery } from './inputs.ts'
import { facetNames } from './search-filters.ts'

export interface Around {
  readonly above: Child[]
  /** Where nothing was found, or below the last answer. */
  readonly waysOn: Child[]
  readonly fresh: ReadonlySet<number>
  readonly since: Date | undefined
  readonly contributionKinds: PageVisit['var']['kinds']
}

const shownSearch = ({ var: { kinds } }: PageVisit, query: SearchQuery, found: Found): ShownSearch => ({
  words: query.q,
  narrowed: facetNames.some((name) => query[name].length > 0),
  total: found.total,
  contributions: found.items.filter(({ kind }) => kinds.has(kind)).map(({ id }) => id),
})

async function newSinceVisit({ var: { db, viewer, now } }: PageVisit, ids: readonly number[]) {
  const since = await findLastVisit(db, viewer, now)
  const fresh = since === undefined ? new Set<number>() : await listArrivedSince(db, ids, since)
  return { fresh, since: fresh.size > 0 ? since : undefined }
}

/**
 * Where nothing was found; and below the last answer, for whoever has read so far. Where only the filters leave nothing,
 * taking them away is the way on.
 */
const waysOn = (c: PageVisit, { q }: SearchQuery, { unfiltered, items }: Found, isLast: boolean): Child[] => {
  const isEnd = items.length > 0 && isLast && q !== '' && isSignedIn(c.var.viewer)
  return (items.length > 0 ? !isEnd : unfiltered > 0)
    ? []
    : c.var.features
        .flatMap((feature) => feature.nothingFound ?? [])
        .sort((one, other) => one.position - other.position)
        .map((part) => part.draw(c, q))
}

/** Tells features of the search, and draws what they hand to its page, one after the other. */
export async function drawAround(c: PageVisit, query: SearchQuery, found: Found, isLast: boolean): Promise<Around> {
  const { features, kinds } = c.var
  const search = shownSearch(c, query, found)
  for (const feature of features) feature.searched?.(c, search)
  const parts = features.flatMap(({ searchParts = [] }) => searchParts)
  const drawn = []
  for (const part of parts.sort((one, other) => one.position - other.position)) drawn.push(await part.draw(c, search))
  const given = drawn.find((part) => part?.fresh !== undefined)?.fresh
  const marks = given === undefined ? await newSinceVisit(c, search.contributions) : { fresh: given, since: undefined }
  const above = drawn.flatMap((part) => part?.above ?? [])
  return { above, waysOn: waysOn(c, query, found, isLast), contributionKinds: kinds, ...marks }
}
