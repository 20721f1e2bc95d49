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

/** What ranking knows of the document whose numbers begin there: each is read only when somebody looks at it. */
class Kept implements Rankable {
  private readonly numbers: Attributes
  private readonly from: number
  private readonly kinds: Kinds

  constructor(numbers: Attributes, from: number, kinds: Kinds) {
    this.numbers = numbers
    this.from = from
    this.kinds = kinds
  }

  get kind(): string {
    return this.kinds.get(this.what >>> codeBits) ?? ''
  }
  get lang(): string {
    return codes[this.what & (2 ** codeBits - 1)] as string
  }
  get country(): string | null {
    return countries[this.where >>> (evidenceBits + 1)] as string | null
  }
  get year(): number | null {
    return this.numbers[this.from + yearAt] || null
  }
  get evidence(): number | null {
    const certain = (this.where >>> 1) & (2 ** evidenceBits - 1)
    return certain === 0 ? null : certain - 1
  }
  get population(): number | null {
    return unpackPeople(this.numbers[this.from + peopleAt] as number)
  }
  get behind(): boolean {
    return (this.where & 1) === 1
  }
  private get what(): number {
    return this.numbers[this.from + whatAt] as number
  }
  private get where(): number {
    return this.numbers[this.from + whereAt] as number
  }
}

export const rankableAt = (numbers: Attributes, from: number, kinds: Kinds): Rankable => new Kept(numbers, from, kinds)

/** Everything that is kept of it. */
export function attributesAt(numbers: Attributes, from: number, kinds: Kinds): Brief {
  const { kind, lang, country, year, evidence, population, behind } = new Kept(numbers, from, kinds)
  return { kind, lang, country, year, evidence, population, behind, concepts: fieldsOf(fieldBits(numbers, from)) }
}

/** How often each number of two bytes came. Used again by the next count: to make it anew costs more than to count a thousand. */
class Tally {
  private readonly counts = new Uint32Array(0x1_0000)
  private readonly seen: number[] = []

  add(number: number): void {
    if (this.counts[number] === 0) this.seen.push(number)
    this.counts[number] = (this.counts[number] as number) + 1
  }

  /** By what the numbers stand for, those of nothing left out. */
  named<Value extends string | number>(nameOf: (number: number) => Value | null): Map<Value, number> {
    const all = new Map<Value, number>()
    for (const number of this.seen) {
      const value = nameOf(number)
      if (value !== null && value !== '') all.set(value, (all.get(value) ?? 0) + (this.counts[number] as number))
    }
    return all
  }

  clear(): void {
    for (const number of this.seen) this.counts[number] = 0
    this.seen.length = 0
  }
}

const sizeOfPacked = (packed: number): number | null => {
  const population = unpackPeople(packed)
  return population === null ? null : sizeOf(population)
}

const tallies: Readonly<Record<FacetName, Tally>> = {
  ...{ concept: new Tally(), country: new Tally(), kind: new Tally(), evidence: new Tally() },
  ...{ language: new Tally(), year: new Tally(), size: new Tally() },
}

function addFields(numbers: Attributes, from: number): void {
  for (let field = 0; field < fieldNumbers(); field += 1)
    for (let bits = numbers[from + fieldsAt + field] as number; bits !== 0; bits &= bits - 1)
      tallies.concept.add(field * fieldsEach + 31 - Math.clz32(bits & -bits))
}

/** How many documents have each value; `visit` names one after the other by where its numbers begin in which list. */
export function countAttributes(
  visit: (add: (numbers: Attributes, from: number) => void) => void,
  kinds: Kinds,
): Record<FacetName, Counts> {
  for (const tally of Object.values(tallies)) tally.clear()
  visit((numbers, from) => {
    const what = numbers[from + whatAt] as number
    const where = numbers[from + whereAt] as number
    tallies.kind.add(what >>> codeBits)
    tallies.language.add(what & (2 ** codeBits - 1))
    tallies.country.add(where >>> (evidenceBits + 1))
    tallies.evidence.add((where >>> 1) & (2 ** evidenceBits - 1))
    tallies.year.add(numbers[from + yearAt] as number)
    tallies.size.add(numbers[from + peopleAt] as number)
    addFields(numbers, from)
  })
  return {
    concept: tallies.concept.named((place) => topConcepts()[place] ?? null),
    country: tallies.country.named((code) => countries[code] as string | null),
    kind: tallies.kind.named((code) => kinds.get(code) ?? ''),
    evidence: tallies.evidence.named((certain) => (certain === 0 ? null : certain - 1)),
    language: tallies.language.named((code) => codes[code] as string),
    year: tallies.year.named((year) => (year === 0 ? null : periodOf(year))),
    size: tallies.size.named(sizeOfPacked),
  }
}
