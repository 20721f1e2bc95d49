// From postings to scores, as pure numbers: for each document what speaks for each thing asked for, then their sum.
import type { AskedTerm } from './asked-terms.ts'
import { blockSize, evenNumbers, fromSteps } from './posting-block.ts'
import type { RankingWeights } from './ranking-weights.ts'

/** One row of the index. */
export interface PostingBlock {
  readonly term: number
  readonly block: number
  readonly data: Buffer
}

export interface Scored {
  readonly id: number
  readonly score: number
}

export interface Scores {
  /** How many documents hold any of the terms. */
  readonly found: number
  /** The best so many, best first, equals in the order of their numbers; only those that are let through. */
  readonly best: (most: number, letThrough?: LetThrough) => Scored[]
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

/** One row of one of a unit's alternatives. */
function addPostings(unit: Sheet, data: Buffer, base: number, weight: number): void {
  const { sum, most, touched } = unit
  const pairs = evenNumbers(data)
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

/** What has only a part of what was asked for loses by it. */
function discount({ sum, most, touched, count }: Sheet, units: number, coverage: number): void {
  if (coverage === 0 || units < 2) return
  for (let at = 0; at < count; at += 1) {
    const place = touched[at] as number
    sum[place] = (sum[place] as number) * ((most[place] as number) / units) ** coverage
  }
}

const scale = 4096
/** A score from which on there are at least `most`, and not many more: found by counting in steps, without sorting. */
function threshold(scores: Float32Array, most: number): number {
  if (scores.length <= most) return 0
  let top = 0
  for (const score of scores) if (score > top) top = score
  const counts = new Uint32Array(scale + 1)
  for (const score of scores) {
    const step = Math.floor((score / top) * scale)
    counts[step] = (counts[step] as number) + 1
  }
  let step = scale
  for (let above = counts[step] as number; above < most && step > 0; ) above += counts[--step] as number
  return (step / scale) * top
}

const inOrder = (one: Scored, other: Scored): number => other.score - one.score || one.id - other.id

type LetThrough = (id: number) => boolean

function bestOf(totals: Sheet, idOf: (place: number) => number, most: number, letThrough: LetThrough | undefined) {
  const all = totals.touched.subarray(0, totals.count)
  const places = letThrough === undefined ? all : all.filter((place) => letThrough(idOf(place)))
  const scores = new Float32Array(places.length)
  for (let at = 0; at < places.length; at += 1) scores[at] = totals.sum[places[at] as number] as number
  // Rounding may lift the threshold above the scores that made it.
  const least = threshold(scores, most) * (1 - 1e-6)
  const best: Scored[] = []
  for (let at = 0; at < places.length; at += 1)
    if ((scores[at] as number) >= least) best.push({ id: idOf(places[at] as number), score: scores[at] as number })
  return best.sort(inOrder).slice(0, most)
}

/** Scores every document that holds any of the terms. `asked` have their final weights; those without rows count nothing. */
export function accumulate(asked: readonly AskedTerm[], rows: readonly PostingBlock[], scoring: Scoring): Scores {
  const blocks = [...new Set(rows.map(({ block }) => block))].sort((one, other) => one - other)
  const baseOf = new Map(blocks.map((block, index) => [block, index * blockSize]))
  const idOf = (place: number): number => (blocks[Math.floor(place / blockSize)] ?? 0) * blockSize + (place % blockSize)
  const rowsOf = Map.groupBy(rows, ({ term }) => term)
  const totals = sheetOf(blocks.length * blockSize)
  const unit = sheetOf(totals.size)
  const units = Map.groupBy(asked, (one) => one.unit)
  for (const alternatives of units.values()) {
    for (const { term, weight } of alternatives)
      for (const { block, data } of rowsOf.get(term) ?? []) addPostings(unit, data, baseOf.get(block) ?? 0, weight)
    pour(unit, totals, scoring.spill)
  }
  discount(totals, units.size, scoring.coverage)
  return {
    found: totals.count,
    best: (most, letThrough) => bestOf(totals, idOf, most, letThrough),
  }
}

/** Numbers of the documents in these rows. */
export function idsIn(rows: readonly PostingBlock[]): Set<number> {
  const ids = new Set<number>()
  for (const { block, data } of rows) {
    const pairs = evenNumbers(data)
    for (let at = 0; at < pairs.length; at += 2) ids.add(block * blockSize + (pairs[at] as number))
  }
  return ids
}
