// What ranking and the counts of filters know of a document, as numbers of two bytes: each lies in the index as the weight of
// a posting. A search reads them with the postings, and touches no row of a document for the thousand that it ranks.
import { topConcepts } from '#thesaurus/vocabulary.ts'
import type { Rankable } from './rank.ts'
import { type Counts, type FacetName, type Filterable, periodOf, sizeOf } from './search-filters.ts'
import { everyDocument, termId } from './term-id.ts'

export interface Brief extends Filterable {
  /** Nobody confirmed for long that it still holds. */
  readonly behind: boolean
}

/** Fields of action in one number; three of these are exact in one of JavaScript's. */
const fieldsEach = 16
const fieldNumbers = (): number => Math.ceil(topConcepts().length / fieldsEach)

/** Under which terms the numbers stand, in their order; the first is that of all documents. */
export const attributeTerms = (): readonly number[] => [
  everyDocument,
  ...['where', 'year', 'people', ...Array.from({ length: fieldNumbers() }, (_, at) => `fields-${at}`)].map((name) =>
    termId(`a:${name}`),
  ),
]

const letterBits = 5
const codeBits = 2 * letterBits
const evidenceBits = 3
/** Codes of kinds are smaller; see `search_kind`. */
export const mostKinds = 2 ** (16 - codeBits)

const letter = (code: string, at: number): number => Math.max(0, code.toLowerCase().charCodeAt(at) - 96) & 31
/** Of a language or country by ISO 639-1 or 3166-1; 0 is none. */
const packCode = (code: string | null): number =>
  code === null || code.length !== 2 ? 0 : (letter(code, 0) << letterBits) | letter(code, 1)
const unpackCode = (packed: number): string =>
  packed === 0 ? '' : String.fromCharCode(96 + (packed >>> letterBits), 96 + (packed & 31))

const mantissaBits = 12
/** Three digits at least, never more than there are: whoever is just below a bound of city sizes stays there. */
function packPeople(population: number | null): number {
  let [digits, zeros] = [Math.max(0, Math.floor(population ?? 0)), 0]
  for (; digits >= 2 ** mantissaBits; zeros += 1) digits = Math.floor(digits / 10)
  return (zeros << mantissaBits) | digits
}
const unpackPeople = (packed: number): number | null =>
  packed === 0 ? null : (packed & (2 ** mantissaBits - 1)) * 10 ** (packed >>> mantissaBits)

const packFields = (concepts: readonly string[]): number[] => {
  const numbers = Array.from({ length: fieldNumbers() }, () => 0)
  for (const slug of concepts) {
    const place = topConcepts().indexOf(slug)
    const at = Math.floor(place / fieldsEach)
    if (place >= 0) numbers[at] = (numbers[at] as number) | (1 << (place % fieldsEach))
  }
  return numbers
}

/** In the order of `attributeTerms`; of concepts only the fields of action are kept, no other one is counted. */
export function packAttributes(brief: Brief, kindCode: number): number[] {
  const { lang, country, year, evidence, population, behind, concepts } = brief
  const certain = evidence === null ? 0 : Math.min(2 ** evidenceBits - 1, evidence + 1)
  return [
    (kindCode << codeBits) | packCode(lang),
    (packCode(country) << (evidenceBits + 1)) | (certain << 1) | Number(behind),
    Math.min(0xffff, Math.max(0, year ?? 0)),
    packPeople(population),
    ...packFields(concepts),
  ]
}

const codes = Array.from({ length: 2 ** codeBits }, (_, packed) => unpackCode(packed))
const countries = codes.map((code) => code.toUpperCase() || null)

/** By their bits: the same lists come again and again in a thousand documents. */
const lists = new Map<number, readonly string[]>()
const mostLists = 20_000

function fieldsOf(bits: number): readonly string[] {
  const known = lists.get(bits)
  if (known !== undefined) return known
  const slugs = topConcepts().filter((_, place) => Math.floor(bits / 2 ** place) % 2 === 1)
  if (lists.size >= mostLists) lists.clear()
  lists.set(bits, slugs)
  return slugs
}

/** The kind of each code. */
export type Kinds = ReadonlyMap<number, string>
/** For one document after the other a number for each of `attributeTerms`, in their order. */
export type Attributes = Uint16Array
const [whatAt, whereAt, yearAt, peopleAt, fieldsAt] = [0, 1, 2, 3, 4]
export const numbersEach = (): number => fieldsAt + fieldNumbers()

const fieldBits = (numbers: Attributes, from: number): number => {
  let bits = 0
  for (let field = fieldNumbers() - 1; field >= 0; field -= 1)
    bits = bits * 2 ** fieldsEach + (numbers[from + fieldsAt + field] as number)
  return bits
}
const evidenceOf = (where: number): number | null => ((where >>> 1) & (2 ** evidenceBits - 1)) - 1

/** What ranking knows of the document whose numbers begin there. */
export function rankableAt(numbers: Attributes, from: number, kinds: Kinds): Rankable {
  const what = numbers[from + whatAt] as number
  const where = numbers[from + whereAt] as number
  const evidence = evidenceOf(where)
  return {
    kind: kinds.get(what >>> codeBits) ?? '',
    lang: codes[what & (2 ** codeBits - 1)] as string,
    country: countries[where >>> (evidenceBits + 1)] as string | null,
    year: numbers[from + yearAt] || null,
    evidence: evidence === -1 ? null : evidence,
    population: unpackPeople(numbers[from + peopleAt] as number),
    behind: (where & 1) === 1,
  }
}

/** Everything that is kept of it. */
export const attributesAt = (numbers: Attributes, from: number, kinds: Kinds): Brief => ({
  ...rankableAt(numbers, from, kinds),
  concepts: fieldsOf(fieldBits(numbers, from)),
})

const add = (counts: Map<number, number>, value: number): void => void counts.set(value, (counts.get(value) ?? 0) + 1)
/** By what they stand for; those of nothing are left out. */
function named<Value extends string | number>(
  counts: ReadonlyMap<number, number>,
  nameOf: (code: number) => Value | null,
) {
  const all = new Map<Value, number>()
  for (const [code, count] of counts) {
    const value = nameOf(code)
    if (value !== null && value !== '') all.set(value, (all.get(value) ?? 0) + count)
  }
  return all
}

/** How many documents have each value; of those whose numbers begin at these places of these lists. */
export class AttributeCounts {
  private readonly whats = new Map<number, number>()
  private readonly wheres = new Map<number, number>()
  private readonly years = new Map<number, number>()
  private readonly people = new Map<number, number>()
  private readonly fields = new Map<number, number>()

  add(numbers: Attributes, from: number): void {
    add(this.whats, numbers[from + whatAt] as number)
    add(this.wheres, numbers[from + whereAt] as number)
    add(this.years, numbers[from + yearAt] as number)
    add(this.people, numbers[from + peopleAt] as number)
    add(this.fields, fieldBits(numbers, from))
  }

  byFacet(kinds: Kinds): Record<FacetName, Counts> {
    const concepts = new Map<string, number>()
    for (const [bits, count] of this.fields)
      for (const slug of fieldsOf(bits)) concepts.set(slug, (concepts.get(slug) ?? 0) + count)
    const evidence = named(this.wheres, evidenceOf)
    evidence.delete(-1)
    const sizeOfPacked = (packed: number): number | null => {
      const population = unpackPeople(packed)
      return population === null ? null : sizeOf(population)
    }
    return {
      concept: concepts,
      country: named(this.wheres, (where) => countries[where >>> (evidenceBits + 1)] as string | null),
      kind: named(this.whats, (what) => kinds.get(what >>> codeBits) ?? ''),
      evidence,
      language: named(this.whats, (what) => codes[what & (2 ** codeBits - 1)] as string),
      year: named(this.years, (year) => (year === 0 ? null : periodOf(year))),
      size: named(this.people, sizeOfPacked),
    }
  }
}
