// From documents to rows of the index: for each term and audience the postings of all documents together. Which numbers
// the documents get is known only behind the writers' lock: until then each stands for its place among them.
import { blockOf, bytesPerPosting, placeOf, postingAt, postingOf } from './posting-block.ts'

/** Row by row, in the order of the table's key. */
export interface PackedPostings {
  readonly terms: Float64Array
  readonly audiences: Int32Array
  /** How many postings each row holds. */
  readonly counts: Int32Array
  /** All rows end to end, as if a document's number were its place among those that were gathered. */
  readonly postings: Uint32Array
}

/** Rows as they are met, and the postings of one document after the other: lists of numbers, since there are hundreds of thousands. */
export class GatheredPostings {
  private readonly rows = new Map<number, Map<number, number>>()
  private readonly terms: number[] = []
  private readonly audiences: number[] = []
  private readonly counts: number[] = []
  private readonly postings: number[] = []
  /** Of each posting: to which row it belongs. */
  private readonly rowOf: number[] = []

  /** Of the document at this place, which is behind those before; at most a block of them. Each term once. */
  add(place: number, audience: number, weights: ReadonlyMap<number, number>): void {
    const rows = this.rows.get(audience) ?? new Map<number, number>()
    this.rows.set(audience, rows)
    for (const [term, weight] of weights) {
      const row = rows.get(term) ?? this.begin(rows, term, audience)
      ;(this.counts[row] as number) += 1
      this.rowOf.push(row)
      this.postings.push(postingOf(place, weight))
    }
  }

  private begin(rows: Map<number, number>, term: number, audience: number): number {
    const row = this.terms.push(term) - 1
    this.audiences.push(audience)
    this.counts.push(0)
    rows.set(term, row)
    return row
  }

  /** The terms of all documents, one after the other. */
  termsInOrder(): number[] {
    return this.rowOf.map((row) => this.terms[row] as number)
  }

  pack(): PackedPostings {
    const { terms, audiences, counts } = this
    const compare = (one: number, other: number): number =>
      (terms[one] as number) - (terms[other] as number) || (audiences[one] as number) - (audiences[other] as number)
    const order = [...terms.keys()].sort(compare)
    return {
      terms: new Float64Array(order.map((row) => terms[row] as number)),
      audiences: new Int32Array(order.map((row) => audiences[row] as number)),
      counts: new Int32Array(order.map((row) => counts[row] as number)),
      postings: this.inRows(order),
    }
  }

  private inRows(order: readonly number[]): Uint32Array {
    const next = new Int32Array(order.length)
    let end = 0
    for (const row of order) {
      next[row] = end
      end += this.counts[row] as number
    }
    const postings = new Uint32Array(end)
    for (let at = 0; at < end; at += 1) {
      const row = this.rowOf[at] as number
      postings[next[row] as number] = this.postings[at] as number
      ;(next[row] as number) += 1
    }
    return postings
  }
}

/** Column by column, as the database takes them; `data` of all rows lies end to end, each from its start, counted from 1. */
export interface PostingRows {
  readonly terms: readonly number[]
  readonly audiences: readonly number[]
  readonly blocks: readonly number[]
  readonly starts: readonly number[]
  readonly lengths: readonly number[]
  readonly data: Uint8Array
}

/** As rows of the table, where the first document has this number and the others follow; a row ends where its block does. */
export function postingRows({ terms, audiences, counts, postings }: PackedPostings, first: number): PostingRows {
  const rows = { terms: [] as number[], audiences: [] as number[], blocks: [] as number[], starts: [] as number[] }
  const lengths: number[] = []
  let at = 0
  for (let row = 0; row < counts.length; row += 1)
    for (const until = at + (counts[row] as number); at < until; ) {
      const from = at
      const block = blockOf(first + placeOf(postings[at] as number))
      do at += 1
      while (at < until && blockOf(first + placeOf(postings[at] as number)) === block)
      rows.terms.push(terms[row] as number)
      rows.audiences.push(audiences[row] as number)
      rows.blocks.push(block)
      rows.starts.push(from * bytesPerPosting + 1)
      lengths.push((at - from) * bytesPerPosting)
    }
  return { ...rows, lengths, data: new Uint8Array(postings.map((posting) => postingAt(first, posting)).buffer) }
}
