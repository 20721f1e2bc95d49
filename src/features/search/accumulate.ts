// From postings to scores, as pure numbers: for each document what speaks for each thing asked for, then their sum.
import type { AskedTerm } from './asked-terms.ts'
import { blockSize, fromSteps, type PostingBlock } from './posting-block.ts'
import type { RankingWeights } from './ranking-weights.ts'

export interface Scored {
  readonly id: number
  readonly score: number
}

export interface Scores {
  /** How many documents hold any of the terms. */
  readonly found: number
  /** The best so many, best first, equals in the order of their numbers; only those that are let through. */
  readonly best: (most: number, letThrough?: LetThrough) => Scored[]
  /** Nothing more is asked of these: their paper may be used by the next search. Without it, the next takes new one. */
  readonly done: () => void
}

type Scoring = Pick<RankingWeights, 'spill' | 'coverage'>

/** For every place of one block: a search adds up block by block, so that what it writes stays near the processor. */
interface Sheet {
  /** Places that hold a value, the first `count` of them. */
  readonly touched: Int32Array
  count: number
  readonly sum: Float32Array
  /** The strongest single value; of totals: how many units. */
  readonly most: Float32Array
}

const sheetOf = (): Sheet => ({
  touched: new Int32Array(blockSize),
  count: 0,
  sum: new Float32Array(blockSize),
  most: new Float32Array(blockSize),
})

/** What a search writes on. */
interface Desk {
  readonly unit: Sheet
  readonly totals: Sheet
  /** What was found, side by side: the first `count` of them. */
  readonly places: Int32Array
  readonly scores: Float32Array
  count: number
}

const deskOf = (size: number): Desk => ({
  ...{ unit: sheetOf(), totals: sheetOf(), count: 0 },
  ...{ places: new Int32Array(size), scores: new Float32Array(size) },
})

/** Paper of the search before: to make megabytes anew costs more than to add up, and calls for collections. */
let spare: Desk | undefined

/** Taken away, and put back once nothing more is asked: what ends before that leaves nothing behind on it. */
function takeDesk(size: number): Desk {
  const desk = spare !== undefined && spare.places.length >= size ? spare : undefined
  spare = undefined
  return desk ?? deskOf(size)
}

/** One row of one of a unit's alternatives. */
function addPostings(unit: Sheet, pairs: Uint16Array, weight: number): void {
  const { sum, most, touched } = unit
  const factor = weight * fromSteps
  let { count } = unit
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const place = pairs[at] as number
    const value = (pairs[at + 1] as number) * factor
    const before = sum[place] as number
    if (value === 0) continue
    if (before === 0) touched[count++] = place
    sum[place] = before + value
    if (value > (most[place] as number)) most[place] = value
  }
  unit.count = count
}

/** Adds a unit to the totals and leaves it empty for the next. */
function pour(unit: Sheet, totals: Sheet, spill: number): void {
  for (let at = 0; at < unit.count; at += 1) {
    const place = unit.touched[at] as number
    const strongest = unit.most[place] as number
    if (totals.most[place] === 0) totals.touched[totals.count++] = place
    totals.most[place] = (totals.most[place] as number) + 1
    totals.sum[place] = (totals.sum[place] as number) + strongest + spill * ((unit.sum[place] as number) - strongest)
    unit.sum[place] = 0
    unit.most[place] = 0
  }
  unit.count = 0
}

/** What has only a part of what was asked for loses by it: what is left, by how many units it has. */
const partsLeft = (units: number, coverage: number): number[] =>
  Array.from({ length: units + 1 }, (_, found) => (coverage === 0 || units < 2 ? 1 : (found / units) ** coverage))

interface Totals {
  /** A block's place among those that were read, and the document's in it. */
  readonly places: Int32Array
  readonly scores: Float32Array
}

/** Puts down what was found in a block that begins at `base`; leaves the totals empty for the next. */
function settle(desk: Desk, base: number, parts: readonly number[]): void {
  const { totals, places, scores, count } = desk
  const { touched, sum, most } = totals
  for (let at = 0; at < totals.count; at += 1) {
    const place = touched[at] as number
    places[count + at] = base + place
    scores[count + at] = (sum[place] as number) * (parts[most[place] as number] as number)
    sum[place] = 0
    most[place] = 0
  }
  desk.count += totals.count
  totals.count = 0
}

const scale = 4096
const counts = new Uint32Array(scale + 1)

/** A score from which on there are at least `most`, and not many more: found by counting in steps, without sorting. */
function threshold(scores: Float32Array, most: number): number {
  if (scores.length <= most) return 0
  let top = 0
  for (let at = 0; at < scores.length; at += 1) if ((scores[at] as number) > top) top = scores[at] as number
  counts.fill(0)
  const perStep = scale / top
  for (let at = 0; at < scores.length; at += 1) {
    const step = Math.min(scale, Math.floor((scores[at] as number) * perStep))
    counts[step] = (counts[step] as number) + 1
  }
  let step = scale
  for (let above = counts[step] as number; above < most && step > 0; ) above += counts[--step] as number
  return (step / scale) * top
}

/** Whole numbers only: a difference of scores would be put on the heap each time. */
export const inOrder = (one: Scored, other: Scored): number =>
  one.score === other.score ? one.id - other.id : one.score > other.score ? -1 : 1

type LetThrough = (id: number) => boolean
type IdOf = (place: number) => number

function onlyThose(all: Totals, passes: (place: number) => boolean): Totals {
  const places = all.places.filter(passes)
  const scores = all.scores.filter((_, at) => passes(all.places[at] as number))
  return { places, scores }
}

function bestOf({ places, scores }: Totals, idOf: IdOf, most: number): Scored[] {
  // Rounding may lift the threshold above the scores that made it.
  const least = threshold(scores, most) * (1 - 1e-6)
  const best: Scored[] = []
  for (let at = 0; at < places.length; at += 1)
    if ((scores[at] as number) >= least) best.push({ id: idOf(places[at] as number), score: scores[at] as number })
  return best.sort(inOrder).slice(0, most)
}

type Units = readonly (readonly AskedTerm[])[]

function addUpBlock({ unit, totals }: Desk, units: Units, rows: readonly PostingBlock[], spill: number): void {
  const rowsOf = Map.groupBy(rows, ({ term }) => term)
  for (const alternatives of units) {
    for (const { term, weight } of alternatives)
      for (const { pairs } of rowsOf.get(term) ?? []) addPostings(unit, pairs, weight)
    pour(unit, totals, spill)
  }
}

/** Scores every document that holds any of the terms. `asked` have their final weights; those without rows count nothing. */
export function accumulate(asked: readonly AskedTerm[], rows: readonly PostingBlock[], scoring: Scoring): Scores {
  const byBlock = [...Map.groupBy(rows, ({ block }) => block)]
  const idOf: IdOf = (place) => (byBlock[Math.floor(place / blockSize)]?.[0] ?? 0) * blockSize + (place % blockSize)
  const units = [...Map.groupBy(asked, ({ unit }) => unit).values()]
  const parts = partsLeft(units.length, scoring.coverage)
  const desk = takeDesk(byBlock.length * blockSize)
  for (const [index, [, own]] of byBlock.entries()) {
    addUpBlock(desk, units, own, scoring.spill)
    settle(desk, index * blockSize, parts)
  }
  const totals = { places: desk.places.subarray(0, desk.count), scores: desk.scores.subarray(0, desk.count) }
  let there = true
  return {
    found: totals.places.length,
    best: (most, letThrough) => {
      // Another search may be writing there.
      if (!there) throw new Error('Nothing more can be asked of scores that were given back.')
      return bestOf(
        letThrough === undefined ? totals : onlyThose(totals, (place) => letThrough(idOf(place))),
        idOf,
        most,
      )
    },
    done: () => {
      if (there) spare = Object.assign(desk, { count: 0 })
      there = false
    },
  }
}

/** Numbers of the documents in these rows. */
export function idsIn(rows: readonly Pick<PostingBlock, 'block' | 'pairs'>[]): Set<number> {
  const ids = new Set<number>()
  for (const { block, pairs } of rows)
    for (let at = 0; at < pairs.length; at += 2) ids.add(block * blockSize + (pairs[at] as number))
  return ids
}
