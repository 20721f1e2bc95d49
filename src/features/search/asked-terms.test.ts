// What is read of the index for a search.
import { expect, test } from 'vitest'
import { type AskedTerm, rarity, termsWorthReading } from './asked-terms.ts'

const asked = (term: number, change: Partial<AskedTerm> = {}): AskedTerm => ({
  ...{ term, weight: 1, unit: term, itself: true },
  ...change,
})
const byTerm = { rarity: 'term', mostPostings: 120_000 } as const
const byUnit = { ...byTerm, rarity: 'unit' } as const

test('What is rare tells more, and what stands everywhere tells next to nothing', () => {
  expect(rarity(1, 1000)).toBeGreaterThan(rarity(100, 1000))
  expect(rarity(1000, 1000)).toBeGreaterThan(0)
  expect(rarity(1000, 1000)).toBeLessThan(0.01)
  expect(rarity(0, 0)).toBeGreaterThan(0)
})

test('Terms that stand nowhere are not read, and a frequent one only where rarer ones leave room', () => {
  const counts = new Map([
    [1, 3],
    [2, 119_000],
    [3, 5000],
  ])
  const terms = [1, 2, 3, 4].map((term) => asked(term))
  expect(termsWorthReading(terms, counts, 200_000, byTerm).map(({ term }) => term)).toEqual([1, 3])
  expect(termsWorthReading([asked(2)], new Map([[2, 900_000]]), 1_000_000, byTerm)).toHaveLength(1)
  expect(termsWorthReading(terms, new Map(), 0, byTerm)).toEqual([])
})

test('Alternatives of one thing have the rarity of the commonest that is the thing itself', () => {
  const counts = new Map([
    [1, 4],
    [2, 100],
    [3, 500],
  ])
  const terms = [asked(1), asked(2, { unit: 1 }), asked(3, { unit: 1, itself: false }), asked(4)]
  const weights = termsWorthReading(terms, counts, 1000, byUnit).map(({ weight }) => weight)
  expect(weights).toEqual([rarity(100, 1000), rarity(100, 1000), rarity(100, 1000)])
  const own = termsWorthReading(terms, counts, 1000, byTerm)
  expect(own.map(({ term, weight }) => [term, weight])).toEqual([
    [1, rarity(4, 1000)],
    [2, rarity(100, 1000)],
    [3, rarity(500, 1000)],
  ])
})

test('Where nothing of the thing itself is there, what lies near it has its own rarity', () => {
  const terms = [asked(1), asked(2, { unit: 1, itself: false })]
  expect(termsWorthReading(terms, new Map([[2, 10]]), 1000, byUnit)[0]?.weight).toBe(rarity(10, 1000))
})
