// How near to each other the things asked for stand in a text: its first words and concepts, kept in their order.
import { evenNumbers } from './posting-block.ts'
import { termId } from './term-id.ts'

/** Three numbers of two bytes: where it stands, and four bytes of the term's number, enough within one text. */
const numbersPerToken = 3
const mostPlaces = 1000
/** Fields stand apart, so that the end of a title is not near the beginning of the text. */
const betweenFields = 10

const short = (term: number): number => term % 2 ** 32

/** A word of a text with all its terms, and the concepts that begin there. */
export interface PlacedTerms {
  readonly terms: readonly string[]
}

/** The terms of a text in its order, field by field, place by place. */
export function packTokens(fields: readonly (readonly PlacedTerms[])[]): Buffer {
  const numbers: number[] = []
  let place = 0
  for (const field of fields) {
    for (const { terms } of field.slice(0, Math.max(0, mostPlaces - place))) {
      for (const term of terms) {
        const id = short(termId(term))
        numbers.push(place, id & 0xffff, id >>> 16)
      }
      place += 1
    }
    place += betweenFields
  }
  return Buffer.from(Uint16Array.from(numbers).buffer)
}

export interface Place {
  readonly at: number
  readonly unit: number
}

/** Where the units stand, in the order of the text. */
export function placesIn(data: Buffer, unitOf: ReadonlyMap<number, number>): Place[] {
  const places: Place[] = []
  const numbers = evenNumbers(data)
  for (let at = 0; at + numbersPerToken <= numbers.length; at += numbersPerToken) {
    const unit = unitOf.get((numbers[at + 1] as number) + (numbers[at + 2] as number) * 0x1_0000)
    if (unit !== undefined) places.push({ at: numbers[at] as number, unit })
  }
  return places
}

/** Which unit a term found in a text stands for. */
export const unitsByTerm = (asked: readonly { readonly term: number; readonly unit: number }[]): Map<number, number> =>
  new Map(asked.toReversed().map(({ term, unit }) => [short(term), unit]))

/** In how few words all the units that the text has stand together. */
function smallestWindow(places: readonly Place[], wanted: number): number {
  const inside = new Map<number, number>()
  let best = Number.POSITIVE_INFINITY
  let first = 0
  for (const { at, unit } of places) {
    inside.set(unit, (inside.get(unit) ?? 0) + 1)
    while (inside.size === wanted) {
      const start = places[first] as Place
      best = Math.min(best, at - start.at + 1)
      const left = (inside.get(start.unit) ?? 0) - 1
      if (left === 0) inside.delete(start.unit)
      else inside.set(start.unit, left)
      first += 1
    }
  }
  return best
}

/** From 0 to 1: all units in neighbouring words are 1; a part of them, or with words between, is less; one alone is 0. */
export function closeness(places: readonly Place[], asked: number): number {
  const found = new Set(places.map(({ unit }) => unit)).size
  if (asked < 2 || found < 2) return 0
  const window = Math.max(found, smallestWindow(places, found))
  return ((found - 1) / (asked - 1)) * (found / window)
}
