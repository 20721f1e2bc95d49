// How near to each other the things asked for stand in a text: its first words and concepts, kept in their order.
import { evenNumbers } from './posting-block.ts'

/**
 * Three numbers of two bytes: where it stands and in how many words more, and four bytes of the term's number, enough
 * within one text.
 */
const numbersPerToken = 3
const placeBits = 10
const mostPlaces = 1000
/** A label of more words ends here; one more stands for a name, which is marked and brings nothing near. */
const mostFurther = 62
const isName = 63
/** Fields stand apart, so that the end of a title is not near the beginning of the text. */
const betweenFields = 10

export const short = (term: number): number => term % 2 ** 32

/** A concept or an everyday word, and how many words more it goes on. */
export interface Said {
  readonly term: number
  readonly further: number
}

/** A word of a text with all its terms. */
export interface PlacedTerms {
  readonly start: number
  readonly end: number
  readonly terms: readonly number[]
  /** What begins there. */
  readonly said: readonly Said[]
  /** The term of a name of the document. */
  readonly name: number | undefined
}

/** Where fields of so many words begin. */
export function firstPlaces(counts: readonly number[]): number[] {
  let place = 0
  return counts.map((count) => {
    const first = place
    place += count + betweenFields
    return first
  })
}

/** As many words of each field as there is room for. */
export function keptOf<Word>(fields: readonly (readonly Word[])[]): Word[][] {
  let place = 0
  return fields.map((field) => {
    const kept = field.slice(0, Math.max(0, mostPlaces - place))
    place += kept.length + betweenFields
    return kept
  })
}

/** The terms of a text in its order, field by field, place by place. */
export function packTokens(fields: readonly (readonly PlacedTerms[])[]): Buffer {
  const numbers: number[] = []
  const kept = keptOf(fields)
  const firsts = firstPlaces(kept.map(({ length }) => length))
  const push = (term: number, place: number, further: number): void => {
    const id = short(term)
    numbers.push(place + (Math.min(further, isName) << placeBits), id & 0xffff, id >>> 16)
  }
  for (const [field, words] of kept.entries())
    for (const [index, { terms, said, name }] of words.entries()) {
      const place = (firsts[field] as number) + index
      for (const term of terms) push(term, place, 0)
      for (const { term, further } of said) push(term, place, Math.min(further, mostFurther))
      if (name !== undefined) push(name, place, isName)
    }
  return Buffer.from(new Uint16Array(numbers).buffer)
}

export interface Entry {
  readonly place: number
  /** In how many words it stands. */
  readonly words: number
  readonly term: number
  readonly isName: boolean
}

/** Those of these terms that were kept, in the order of the text; of a term its last four bytes. */
export function entriesIn(data: Buffer, wanted: ReadonlyMap<number, unknown>): Entry[] {
  const entries: Entry[] = []
  const numbers = evenNumbers(data)
  for (let at = 0; at + numbersPerToken <= numbers.length; at += numbersPerToken) {
    const term = (numbers[at + 1] as number) + (numbers[at + 2] as number) * 0x1_0000
    if (!wanted.has(term)) continue
    const where = numbers[at] as number
    const further = where >>> placeBits
    const named = further === isName
    entries.push({ place: where % 2 ** placeBits, words: named ? 1 : further + 1, term, isName: named })
  }
  return entries
}

export interface Place {
  readonly at: number
  readonly unit: number
}

/** Where the units stand, in the order of the text. A search reads fifty texts like this: no entry is made of what is not kept. */
export function placesIn(data: Buffer, unitOf: ReadonlyMap<number, number>): Place[] {
  const places: Place[] = []
  const numbers = evenNumbers(data)
  for (let at = 0; at + numbersPerToken <= numbers.length; at += numbersPerToken) {
    const unit = unitOf.get((numbers[at + 1] as number) + (numbers[at + 2] as number) * 0x1_0000)
    const where = numbers[at] as number
    if (unit !== undefined && where >>> placeBits !== isName) places.push({ at: where % 2 ** placeBits, unit })
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
