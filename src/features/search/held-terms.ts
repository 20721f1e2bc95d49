// Which terms stand in a document, from rows of the index that a search has read anyway.
import { blockOf, type PostingBlock, placeOf } from './posting-block.ts'

/** Rows are in the order of their places: found by halving. */
function holds({ pairs }: PostingBlock, place: number): boolean {
  let [low, high] = [0, pairs.length >> 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pairs[2 * middle] as number) < place) low = middle + 1
    else high = middle
  }
  return pairs[2 * low] === place
}

/** For the number of a document those of its terms that these rows hold. */
export function termsHeldBy(rows: readonly PostingBlock[]): (id: number) => number[] {
  const byBlock = Map.groupBy(rows, ({ block }) => block)
  return (id) => {
    const here = byBlock.get(blockOf(id)) ?? []
    return here.filter((row) => holds(row, placeOf(id))).map(({ term }) => term)
  }
}
