// What ranking and counts know of the documents within reach, from rows of the index that say so of many at once.
import type { Db } from '#platform/db/database.ts'
import {
  type Attributes,
  attributesAt,
  attributeTerms,
  type Brief,
  countAttributes,
  type Kinds,
  numbersEach,
  rankableAt,
} from './attributes.ts'
import { blockOf, blockSize, type PostingBlock } from './posting-block.ts'
import type { Rankable } from './rank.ts'
import type { Counts, FacetName } from './search-filters.ts'
import { type LookedUp, readPostings, readTerms } from './store-postings.ts'
import { everyDocument } from './term-id.ts'

/**
 * All documents of one audience in one block. The numbers of a document lie side by side: of a thousand that are looked at
 * each costs a look into memory, not one for every number.
 */
export interface Segment {
  /** Where a place of the block stands in the numbers, counted from 1; 0: not here. */
  readonly rows: Uint16Array
  readonly numbers: Attributes
}

/** `rows` are those of the same audience and block, and hold numbers of some of its documents. */
export function segmentOf(every: PostingBlock, rows: readonly PostingBlock[]): Segment {
  const each = numbersEach()
  const segment = { rows: new Uint16Array(blockSize), numbers: new Uint16Array(every.documents * each) }
  for (let at = 0; at < every.documents; at += 1) segment.rows[every.pairs[2 * at] as number] = at + 1
  const byTerm = new Map([...rows, every].map((row) => [row.term, row]))
  for (const [number, term] of attributeTerms().entries()) {
    const pairs = byTerm.get(term)?.pairs ?? []
    for (let at = 0; at < pairs.length; at += 2) {
      const row = segment.rows[pairs[at] as number] as number
      if (row > 0) segment.numbers[(row - 1) * each + number] = pairs[at + 1] as number
    }
  }
  return segment
}

const segmentKey = ({ audience, block }: PostingBlock): string => `${audience} ${block}`

/** Made once for a version of the row of all documents: whatever changes a document's numbers puts its posting there anew. */
const made = new WeakMap<PostingBlock, Segment>()

/** A document's place among all numbers of one moment. */
export type At = number

export interface Briefs {
  /** -1 for what is gone, or out of reach. */
  readonly find: (id: number) => At
  readonly rankable: (at: At) => Rankable
  readonly brief: (at: At) => Brief
  readonly count: (places: readonly { readonly at: At }[]) => Record<FacetName, Counts>
}

async function makeSegments(db: Db, rows: readonly PostingBlock[]): Promise<void> {
  const others = attributeTerms().filter((term) => term !== everyDocument)
  const blocks = [...new Set(rows.map(({ block }) => block))]
  const read = Map.groupBy(
    (await readTerms(db, others, blocks)).map(({ row }) => row),
    segmentKey,
  )
  for (const row of rows) made.set(row, segmentOf(row, read.get(segmentKey(row)) ?? []))
}

interface Placed extends Segment {
  /** Where its places begin. */
  readonly first: At
}

const nowhere: readonly Placed[] = []

const briefsIn = (rows: readonly PostingBlock[], kinds: Kinds): Briefs => {
  const byBlock = new Map<number, Placed[]>()
  const segments: Segment[] = []
  // Most documents stand in the largest one.
  for (const row of rows.toSorted((one, other) => other.documents - one.documents)) {
    const segment = made.get(row)
    if (segment === undefined) continue
    const placed = { ...segment, first: segments.length * blockSize }
    segments.push(segment)
    byBlock.set(row.block, [...(byBlock.get(row.block) ?? []), placed])
  }
  const each = numbersEach()
  const numbersAt = (at: At): Attributes => (segments[Math.floor(at / blockSize)] as Segment).numbers
  const from = (at: At): number => (at % blockSize) * each
  return {
    find: (id) => {
      const placed = byBlock.get(blockOf(id)) ?? nowhere
      for (let at = 0; at < placed.length; at += 1) {
        const { rows: places, first } = placed[at] as Placed
        const row = places[id % blockSize] as number
        if (row > 0) return first + row - 1
      }
      return -1
    },
    rankable: (at) => rankableAt(numbersAt(at), from(at), kinds),
    brief: (at) => attributesAt(numbersAt(at), from(at), kinds),
    count: (places) =>
      countAttributes((add) => {
        for (const { at } of places) add(numbersAt(at), from(at))
      }, kinds),
  }
}

/** Of all documents within reach, as of this transaction. */
export async function readBriefs(db: Db, { heads, kinds, database }: LookedUp): Promise<Briefs> {
  const every = heads.filter(({ term }) => term === everyDocument)
  const rows = await readPostings(db, every, database)
  const fresh = rows.filter((row) => !made.has(row))
  if (fresh.length > 0) await makeSegments(db, fresh)
  return briefsIn(rows, kinds)
}
