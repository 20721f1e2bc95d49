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

interface Extents {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

function extentsIn(data: Buffer): Extents[] {
  const numbers = evenNumbers(data)
  const fields: Extents[] = []
  for (let at = 0; at < numbers.length; ) {
    const [starts, ends]: [number[], number[]] = [[], []]
    const count = numbers[at] as number
    let before = 0
    for (at += 1; starts.length < count && at + 1 < numbers.length; at += 2) {
      const start = before + (numbers[at] as number)
      before = start + (numbers[at + 1] as number)
      starts.push(start)
      ends.push(before)
    }
    fields.push({ starts, ends })
  }
  return fields
}

/** What the index keeps of a text's words. */
export interface Kept {
  readonly tokens: Buffer
  readonly extents: Buffer
}

/** For each field the places of these terms, in the order of the text. */
export function marksIn({ tokens, extents }: Kept, weights: ReadonlyMap<string, number>): Mark[][] {
  const fields = extentsIn(extents)
  const marks: Mark[][] = fields.map(() => [])
  const firsts = firstPlaces(fields.map(({ starts }) => starts.length))
  const weightOf = new Map([...weights].map(([term, weight]) => [short(termId(term)), weight]))
  let field = 0
  for (const { place, words, term } of entriesIn(tokens, weightOf)) {
    while (field + 1 < fields.length && place >= (firsts[field + 1] as number)) field += 1
    const { starts = [], ends = [] } = fields[field] ?? {}
    const at = place - (firsts[field] as number)
    const [start = 0, end = 0] = [starts[at], ends[Math.min(at + words, ends.length) - 1]]
    const weight = weightOf.get(term) ?? 0
    if (end > start && weight > 0) marks[field]?.push({ start, end, weight })
  }
  return marks
}
