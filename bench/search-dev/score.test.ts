// The figures, each against numbers computed by hand.
import { expect, test } from 'vitest'
import { figuresOf, type GradedQuery, meansOf, scoreResults } from './score.ts'

const grades = { best: 2, good: 1, other: 1 }

test('The ideal order scores 1 in everything', () => {
  expect(figuresOf(['best', 'good', 'other', 'noise'], grades)).toEqual({ ndcg: 1, recall: 1, mrr: 1 })
})

test('nDCG discounts by place, recall counts what was found, MRR looks at the first hit', () => {
  // Found: nothing, grade 1, grade 2. Gain 0 + 1/log2(3) + 3/log2(4) = 0.63093 + 1.5 = 2.13093.
  // Ideal: grades 2, 1, 1. 3/log2(2) + 1/log2(3) + 1/log2(4) = 3 + 0.63093 + 0.5 = 4.13093.
  const figures = figuresOf(['noise', 'good', 'best'], grades)
  expect(figures?.ndcg).toBeCloseTo(2.13093 / 4.13093, 5)
  expect(figures?.recall).toBeCloseTo(2 / 3, 10)
  expect(figures?.mrr).toBe(1 / 2)
})

test('Only the first ten places count, and a document named twice is found once', () => {
  const noise = (places: number): string[] => Array.from({ length: places }, (_, place) => `noise-${place}`)
  // On the tenth place: 3/log2(11) of 3/log2(2), which is 1/3.45943.
  expect(figuresOf([...noise(9), 'best'], { best: 2 })?.ndcg).toBeCloseTo(1 / 3.45943, 5)
  expect(figuresOf([...noise(10), 'best'], { best: 2 })).toEqual({ ndcg: 0, recall: 0, mrr: 0 })
  expect(figuresOf(['best', 'best', 'good'], { best: 2, good: 2 })).toEqual({ ndcg: 1, recall: 1, mrr: 1 })
})

test('With more than ten relevant documents the best ten are ideal, while recall still asks for all', () => {
  const ids = Array.from({ length: 12 }, (_, place) => `document-${place}`)
  const figures = figuresOf(ids, Object.fromEntries(ids.map((id) => [id, 1])))
  expect(figures?.ndcg).toBe(1)
  expect(figures?.recall).toBeCloseTo(10 / 12, 10)
})

test('A grade of 0 is no relevant document, and names every object has are no grades', () => {
  expect(figuresOf(['noise'], { noise: 0 })).toBeUndefined()
  expect(figuresOf(['constructor', 'best'], { best: 1 })?.mrr).toBe(1 / 2)
})

const langOf = new Map([
  ['de-1', 'de'],
  ['de-2', 'de'],
  ['fr-1', 'fr'],
  ['it-1', 'it'],
])
const query = (id: string, given: Record<string, number>): GradedQuery => ({ id, lang: 'de', text: id, grades: given })

test('Within a pool only its documents are found, wanted and ideal', () => {
  const [scored] = scoreResults(
    langOf,
    [query('one', { 'de-1': 2, 'fr-1': 2, 'it-1': 1 })],
    [{ query: 'one', results: ['de-2', 'it-1', 'de-1', 'fr-1'] }],
  )
  // Same language: de-2, de-1, so the answer is second: 1/log2(3).
  expect(scored?.figures.same?.ndcg).toBeCloseTo(0.63093, 5)
  expect(scored?.figures.same).toMatchObject({ recall: 1, mrr: 1 / 2 })
  // Other languages: it-1 (1), fr-1 (2). 1 + 3/log2(3) = 2.89279 of 3 + 1/log2(3) = 3.63093.
  expect(scored?.figures.cross?.ndcg).toBeCloseTo(2.89279 / 3.63093, 5)
  expect(scored?.figures.cross).toMatchObject({ recall: 1, mrr: 1 })
})

test('Means leave out queries without a relevant document in the pool, and count queries without results as 0', () => {
  const scored = scoreResults(
    langOf,
    [query('one', { 'de-1': 2 }), query('two', { 'fr-1': 2 }), query('silent', { 'fr-1': 1 })],
    [
      { query: 'one', results: ['de-1'] },
      { query: 'two', results: ['de-1', 'fr-1'] },
    ],
  )
  expect(meansOf(scored, 'same')).toEqual({ ndcg: 1, recall: 1, mrr: 1, queries: 1 })
  expect(meansOf(scored, 'cross')).toEqual({ ndcg: 1 / 2, recall: 1 / 2, mrr: 1 / 2, queries: 2 })
  const all = meansOf(scored, 'all')
  expect(all?.queries).toBe(3)
  expect(all?.mrr).toBeCloseTo((1 + 1 / 2 + 0) / 3, 10)
  expect(meansOf([], 'all')).toBeUndefined()
})
