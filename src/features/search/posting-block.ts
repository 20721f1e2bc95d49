// A posting is four bytes: the document's place in its block, and the weight of the term in it. Blocks hold them in the
// order of the documents' numbers, so that one can be added at the end, found by halving, and cut out.

/** 32,768 documents in a block: large enough that a search reads few rows, small enough to be rewritten for one document. */
const blockBits = 15
export const blockSize = 2 ** blockBits
export const bytesPerPosting = 4

/** BM25's weights stay below k1 + 1; anything above is cut there. */
const greatestWeight = 4
const steps = 0xffff / greatestWeight

export const blockOf = (id: number): number => id >>> blockBits
/** Of a document, and of a posting, which begins with it. */
export const placeOf = (id: number): number => id & (blockSize - 1)

const toSteps = (weight: number): number => Math.round(Math.min(weight, greatestWeight) * steps)
/** What one step of a posting's weight is worth. */
export const fromSteps = 1 / steps

/** A posting as one number. A weight above nothing stays above nothing. */
export const postingOf = (id: number, weight: number): number =>
  placeOf(id) + (weight === 0 ? 0 : Math.max(1, toSteps(weight))) * 0x1_0000

/** The same posting of a document whose number is greater by `first`. */
export const postingAt = (first: number, posting: number): number =>
  posting - placeOf(posting) + placeOf(first + placeOf(posting))

/** Postings of one block, in the order of the documents' numbers, as they lie in the table. */
export function packPostings(postings: readonly number[]): Buffer {
  const data = Buffer.allocUnsafe(postings.length * bytesPerPosting)
  for (let index = 0; index < postings.length; index += 1)
    data.writeUInt32LE(postings[index] as number, index * bytesPerPosting)
  return data
}

/** Bytes as numbers of two bytes, without copying where they lie on an even address. */
export function evenNumbers(data: Buffer): Uint16Array {
  const length = data.byteLength >> 1
  if (data.byteOffset % 2 === 0) return new Uint16Array(data.buffer, data.byteOffset, length)
  return new Uint16Array(new Uint8Array(data).buffer, 0, length)
}

/** One row of the index. */
export interface PostingBlock {
  readonly term: number
  readonly audience: number
  readonly block: number
  /** How many it holds. */
  readonly documents: number
  /** One after the other a document's place in the block and the term's weight in it. */
  readonly pairs: Uint16Array
}

export const blockFrom = (term: number, block: number, pairs: Uint16Array, audience = 0): PostingBlock => ({
  term,
  audience,
  block,
  documents: pairs.length >> 1,
  pairs,
})
