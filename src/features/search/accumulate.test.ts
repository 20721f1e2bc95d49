// Scores: what they add up to, and that the best are the best whatever the numbers are.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accumulate } from './accumulate.ts'
import type { AskedTerm } from './asked-terms.ts'
import { blockFrom, blockOf, evenNumbers, type PostingBlock, packPostings, postingOf } from './posting-block.ts'

const plain = { spill: 1, coverage: 0 }
const ask = (term: number, unit = term, weight = 1): AskedTerm => ({ term, weight, unit, itself: true })
const row = (term: number, weights: Readonly<Record<number, number>>): PostingBlock => {
  const ids = Object.keys(weights).map(Number)
  const pairs = evenNumbers(packPostings(ids.map((id) => postingOf(id, weights[id] ?? 0))))
  return blockFrom(term, blockOf(ids[0] ?? 0), pairs)
}
const scores = (...args: Parameters<typeof accumulate>): Record<number, number> =>
  Object.fromEntries(
    accumulate(...args)
      .best(1000)
      .map(({ id, score }) => [id, Number(score.toFixed(3))]),
  )

test('what speaks for a document is added up, over blocks and terms; what was not asked for counts nothing', () => {
  const rows = [row(1, { 5: 1, 9: 2 }), row(1, { 40000: 0.5 }), row(2, { 9: 1.5 }), row(3, { 9: 4 })]
  expect(scores([ask(1), ask(2, 2, 2)], rows, plain)).toEqual({ 5: 1, 9: 5, 40000: 0.5 })
  expect(scores([], rows, plain)).toEqual({})
  expect(scores([ask(1)], [], plain)).toEqual({})
})

test('of alternatives for one thing only the strongest counts, the others as much as is let spill', () => {
  const rows = [row(1, { 5: 1, 6: 1 }), row(2, { 5: 2 }), row(3, { 5: 1 })]
  const asked = [ask(1, 1), ask(2, 1), ask(3, 3)]
  expect(scores(asked, rows, { spill: 0, coverage: 0 })).toEqual({ 5: 3, 6: 1 })
  expect(scores(asked, rows, { spill: 0.25, coverage: 0 })).toEqual({ 5: 3.25, 6: 1 })
  expect(scores(asked, rows, plain)).toEqual({ 5: 4, 6: 1 })
})

test('what has only a part of what was asked for loses by it', () => {
  const rows = [row(1, { 5: 2, 6: 2 }), row(2, { 6: 2 })]
  expect(scores([ask(1), ask(2)], rows, { spill: 1, coverage: 1 })).toEqual({ 5: 1, 6: 4 })
  expect(scores([ask(1)], rows, { spill: 1, coverage: 1 })).toEqual({ 5: 2, 6: 2 })
})

test('only those that are let through are among the best, and how many were found is known all the same', () => {
  const found = accumulate([ask(1)], [row(1, { 5: 1, 6: 3, 7: 2 })], plain)
  expect(found.found).toBe(3)
  expect(found.best(1, (id) => id !== 6).map(({ id }) => id)).toEqual([7])
  expect(found.best(2).map(({ id }) => id)).toEqual([6, 7])
})

test('equals stand in the order of their numbers', () => {
  expect(
    accumulate([ask(1)], [row(1, { 3: 1, 5: 1, 9: 1 })], plain)
      .best(2)
      .map(({ id }) => id),
  ).toEqual([3, 5])
})

test('the best are those that sorting all of them gives', () => {
  const weights = fc.dictionary(
    fc.integer({ min: 1, max: 16_383 }).map(String),
    fc.oneof(fc.double({ min: 0.001, max: 2, noNaN: true }), fc.constant(1), fc.constant(1.0001)),
    { maxKeys: 80 },
  )
  fc.assert(
    fc.property(weights, fc.integer({ min: 1, max: 90 }), (given, most) => {
      const found = accumulate([ask(1)], [row(1, given)], plain)
      const all = found.best(100_000)
      expect(all).toHaveLength(Object.keys(given).length)
      const sorted = all.toSorted((one, other) => other.score - one.score || one.id - other.id)
      expect(found.best(most)).toEqual(sorted.slice(0, most))
    }),
  )
})

test('scores that were given back tell nothing more, and the next ones begin empty', () => {
  const first = accumulate([ask(1)], [row(1, { 3: 1, 5: 2 })], plain)
  expect(first.best(10)).toHaveLength(2)
  first.done()
  first.done()
  expect(() => first.best(10)).toThrow('given back')
  const second = accumulate([ask(1)], [row(1, { 9: 1 })], plain)
  const third = accumulate([ask(1)], [row(1, { 5: 2 })], plain)
  expect(second.best(10).map(({ id }) => id)).toEqual([9])
  expect(third.best(10).map(({ id }) => id)).toEqual([5])
})
