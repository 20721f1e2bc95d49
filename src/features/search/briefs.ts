// What ranking and counts know of the documents within reach, from rows of the index that say so of many at once.
import type { Db } from '#platform/db/database.ts'
import { type AttributeColumns, attributesAt, attributeTerms, type Brief, type Kinds } from './attributes.ts'
import { blockOf, blockSize, type PostingBlock } from './posting-block.ts'
import { type LookedUp, readPostings, readTerms } from './store-postings.ts'
import { everyDocument } from './term-id.ts'

/** All documents of one audience in one block, in the order of their places; each column has a number for each of them. */
export interface Segment {
  readonly places: Uint16Array
  readonly columns: AttributeColumns
}

/** Where it stands in the places, or -1. */
function indexOf(places: Uint16Array, wanted: number): number {
  let [low, high] = [0, places.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const place = places[middle] as number
    if (place === wanted) return middle
    if (place < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}

const placesOf = ({ pairs }: PostingBlock): Uint16Array => pairs.filter((_, at) => at % 2 === 0)

/** `rows` hold numbers of some of these documents, in the same order. */
function columnOf(places: Uint16Array, row: PostingBlock | undefined): Uint16Array {
  const column = new Uint16Array(places.length)
  const pairs = row?.pairs ?? new Uint16Array()
  for (let at = 0, index = 0; at < pairs.length; at += 2) {
    while (index < places.length && (places[index] as number) < (pairs[at] as number)) index += 1
    if (places[index] === pairs[at]) column[index] = pairs[at + 1] as number
  }
  return column
}

/** `rows` are those of the same audience and block. */
export function segmentOf(every: PostingBlock, rows: readonly PostingBlock[]): Segment {
  const places = placesOf(every)
  const byTerm = new Map([...rows, every].map((row) => [row.term, row]))
  return { places, columns: attributeTerms().map((term) => columnOf(places, byTerm.get(term))) }
}

const segmentKey = ({ audience, block }: PostingBlock): string => `${audience} ${block}`

/** Made once for a version of the row of all documents: whatever changes a document's numbers puts its posting there anew. */
const made = new WeakMap<PostingBlock, Segment>()

export interface Briefs {
  /** Undefined for what is gone, or out of reach. */
  readonly find: (id: number) => Brief | undefined
}

async function makeSegments(db: Db, rows: readonly PostingBlock[]): Promise<void> {
  const others = attributeTerms().filter((term) => term !== everyDocument)
  const read = Map.groupBy(
    (await readTerms(db, others)).map(({ row }) => row),
    segmentKey,
  )
  for (const row of rows) made.set(row, segmentOf(row, read.get(segmentKey(row)) ?? []))
}

const briefsIn = (rows: readonly PostingBlock[], kinds: Kinds): Briefs => {
  const byBlock = new Map<number, Segment[]>()
  // Most documents stand in the largest one.
  for (const row of rows.toSorted((one, other) => other.documents - one.documents)) {
    const segment = made.get(row)
    if (segment !== undefined) byBlock.set(row.block, [...(byBlock.get(row.block) ?? []), segment])
  }
  const find = (id: number): Brief | undefined => {
    for (const { places, columns } of byBlock.get(blockOf(id)) ?? []) {
      const at = indexOf(places, id % blockSize)
      if (at >= 0) return attributesAt(columns, at, kinds)
    }
    return undefined
  }
  return { find }
}

/** Of all documents within reach, as of this transaction. */
export async function readBriefs(db: Db, { heads, kinds, database }: LookedUp): Promise<Briefs> {
  const every = heads.filter(({ term }) => term === everyDocument)
  const rows = await readPostings(db, every, database)
  const fresh = rows.filter((row) => !made.has(row))
  if (fresh.length > 0) await makeSegments(db, fresh)
  return briefsIn(rows, kinds)
}
