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

/** For every place of the blocks that were read, one after the other, however the documents' numbers are spread. */
interface Sheet {
  readonly size: number
  /** Places that hold a value, the first `count` of them. */
  readonly touched: Int32Array
  count: number
  readonly sum: Float32Array
  /** The strongest single value; of totals: how many units. */
  readonly most: Float32Array
}

const sheetOf = (size: number): Sheet => ({
  size,
  touched: new Int32Array(size),
  count: 0,
  sum: new Float32Array(size),
  most: new Float32Array(size),
})

interface Desk {
  readonly unit: Sheet
  /** Of what was found the first `count` places; their scores lie side by side in the order of these. */
  readonly totals: Sheet
  readonly scores: Float32Array
}

/** Empty sheets of the search before: to make megabytes of them anew costs more than to add up, and calls for collections. */
let spare: Desk | undefined

/** Taken away, and put back once it is empty again: what ends before that leaves nothing behind. */
function takeDesk(size: number): Desk {
  const desk = spare !== undefined && spare.totals.size >= size ? spare : undefined
  spare = undefined
  return desk ?? { unit: sheetOf(size), totals: sheetOf(size), scores: new Float32Array(size) }
}

/** One row of one of a unit's alternatives. */
function addPostings(unit: Sheet, pairs: Uint16Array, base: number, weight: number): void {
  const { sum, most, touched } = unit
  const factor = weight * fromSteps
  let { count } = unit
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const place = base + (pairs[at] as number)
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
  readonly places: Int32Array
  readonly scores: Float32Array
}

/** What was found, side by side; empties the sums, not yet the list of places. */
function settle({ totals, scores }: Desk, parts: readonly number[]): Totals {
  const { touched, count, sum, most } = totals
  for (let at = 0; at < count; at += 1) {
    const place = touched[at] as number
    scores[at] = (sum[place] as number) * (parts[most[place] as number] as number)
    sum[place] = 0
    most[place] = 0
  }
  return { places: touched.subarray(0, count), scores: scores.subarray(0, count) }
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

const inOrder = (one: Scored, other: Scored): number => other.score - one.score || one.id - other.id

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

function addUp(
  asked: readonly AskedTerm[],
  rows: readonly PostingBlock[],
  blocks: readonly number[],
  { spill, coverage }: Scoring,
): { readonly desk: Desk; readonly totals: Totals } {
  const baseOf = new Map(blocks.map((block, index) => [block, index * blockSize]))
  const rowsOf = Map.groupBy(rows, ({ term }) => term)
  const desk = takeDesk(blocks.length * blockSize)
  const units = Map.groupBy(asked, (one) => one.unit)
  for (const alternatives of units.values()) {
    for (const { term, weight } of alternatives)
      for (const { block, pairs } of rowsOf.get(term) ?? [])
        addPostings(desk.unit, pairs, baseOf.get(block) ?? 0, weight)
    pour(desk.unit, desk.totals, spill)
  }
  return { desk, totals: settle(desk, partsLeft(units.size, coverage)) }
}

function putBack(desk: Desk): void {
  desk.totals.count = 0
  spare = desk
}

/** Scores every document that holds any of the terms. `asked` have their final weights; those without rows count nothing. */
export function accumulate(asked: readonly AskedTerm[], rows: readonly PostingBlock[], scoring: Scoring): Scores {
  const blocks = [...new Set(rows.map(({ block }) => block))].sort((one, other) => one - other)
  const idOf: IdOf = (place) => (blocks[Math.floor(place / blockSize)] ?? 0) * blockSize + (place % blockSize)
  const { desk, totals } = addUp(asked, rows, blocks, scoring)
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
      if (there) putBack(desk)
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
