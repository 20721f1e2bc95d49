// From documents to rows of the index: for each term, audience and block the postings of all documents together.
import { blockOf, packPostings, postingOf } from './posting-block.ts'

export interface NumberedDocument {
  readonly id: number
  readonly audience: number
  /** Terms as numbers, with what each weighs in this document. */
  readonly weights: ReadonlyMap<number, number>
}

/** Column by column, as the database takes them; `data` of all rows lies end to end. */
export interface PostingRows {
  readonly terms: number[]
  readonly audiences: number[]
  readonly blocks: number[]
  readonly lengths: number[]
  readonly data: Buffer
}

interface Row {
  readonly term: number
  readonly audience: number
  readonly block: number
  readonly postings: number[]
}

const inOrder = (one: Row, other: Row): number =>
  one.term - other.term || one.audience - other.audience || one.block - other.block

function gather(documents: readonly NumberedDocument[]): Row[] {
  const circles = new Map<string, Map<number, Row>>()
  for (const { id, audience, weights } of documents.toSorted((one, other) => one.id - other.id)) {
    const block = blockOf(id)
    const key = `${audience} ${block}`
    const rows = circles.get(key) ?? new Map<number, Row>()
    circles.set(key, rows)
    for (const [term, weight] of weights) {
      const row = rows.get(term)
      if (row === undefined) rows.set(term, { term, audience, block, postings: [postingOf(id, weight)] })
      else row.postings.push(postingOf(id, weight))
    }
  }
  return [...circles.values()].flatMap((rows) => [...rows.values()])
}

/** In the order of the table's key. Two terms with the same number within a document are one: a map holds each once. */
export function postingRows(documents: readonly NumberedDocument[]): PostingRows {
  const rows = gather(documents).sort(inOrder)
  const pieces = rows.map(({ postings }) => packPostings(postings))
  return {
    terms: rows.map(({ term }) => term),
    audiences: rows.map(({ audience }) => audience),
    blocks: rows.map(({ block }) => block),
    lengths: pieces.map(({ length }) => length),
    data: Buffer.concat(pieces),
  }
}
