// Where in a text its terms stand, kept when it is indexed: whoever shows it later marks them without reading it again.
import { evenNumbers } from './posting-block.ts'
import { entriesIn, firstPlaces, keptOf, type PlacedTerms, short } from './proximity.ts'
import { termId } from './term-id.ts'

export interface Mark {
  readonly start: number
  readonly end: number
  readonly weight: number
}

const greatest = 0xffff

/**
 * Field by field how many words were kept, and for each of them two numbers: letters since the end of the one before, and
 * its own length. After a gap that no text has, as of thirty pages of spaces, nothing of the field is marked.
 */
export function packExtents(fields: readonly (readonly PlacedTerms[])[]): Buffer {
  const numbers: number[] = []
  for (const field of keptOf(fields)) {
    let before = 0
    numbers.push(field.length)
    for (const { start, end } of field) {
      const isNear = start - before <= greatest
      numbers.push(isNear ? start - before : 0, isNear ? end - start : 0)
      if (isNear) before = end
    }
  }
  return Buffer.from(new Uint16Array(numbers).buffer)
}

/** Of the text that is read: where each of its words begins and ends. Used again by the next, as a search reads twenty. */
const [starts, ends]: [number[], number[]] = [[], []]

/** Which of these words belong to a field. */
interface Field {
  readonly from: number
  readonly count: number
}

function extentsIn(data: Buffer): Field[] {
  const numbers = evenNumbers(data)
  const fields: Field[] = []
  let read = 0
  for (let at = 0; at < numbers.length; ) {
    const [from, until] = [read, read + (numbers[at] as number)]
    let before = 0
    for (at += 1; read < until && at + 1 < numbers.length; at += 2) {
      starts[read] = before + (numbers[at] as number)
      before = (starts[read] as number) + (numbers[at + 1] as number)
      ends[read] = before
      read += 1
    }
    fields.push({ from, count: read - from })
  }
  return fields
}

/** By the last four bytes of a term. */
export type Weights = ReadonlyMap<number, number>

export const weightsOf = (weights: Iterable<readonly [term: string, weight: number]>): Weights =>
  new Map([...weights].map(([term, weight]) => [short(termId(term)), weight]))

/** What the index keeps of a text's words. */
export interface Kept {
  readonly tokens: Buffer
  readonly extents: Buffer
}

/** For each field the places of these terms, in the order of the text. */
export function marksIn({ tokens, extents }: Kept, weights: Weights): Mark[][] {
  const fields = extentsIn(extents)
  const marks: Mark[][] = fields.map(() => [])
  const firsts = firstPlaces(fields.map(({ count }) => count))
  let field = 0
  for (const { place, words, term } of entriesIn(tokens, weights)) {
    while (field + 1 < fields.length && place >= (firsts[field + 1] as number)) field += 1
    const { from = 0, count = 0 } = fields[field] ?? {}
    const at = place - (firsts[field] as number)
    if (at >= count) continue
    const start = starts[from + at] as number
    const end = ends[from + Math.min(at + words, count) - 1] as number
    const weight = weights.get(term) ?? 0
    if (end > start && weight > 0) marks[field]?.push({ start, end, weight })
  }
  return marks
}
