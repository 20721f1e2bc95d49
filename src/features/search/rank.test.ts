// Ranking as pure numbers.
import { expect, test } from 'vitest'
import { boosted, type Rankable, ranked, rarity, termsWorthReading } from './rank.ts'

const thing = (change: Partial<Rankable> & { readonly name?: string }) => ({
  name: '',
  score: 10,
  lang: 'fr',
  kind: 'practice',
  year: null,
  evidence: null,
  behind: false,
  ...change,
})

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
  const asked = [1, 2, 3, 4].map((term) => ({ term, weight: 1 }))
  expect(termsWorthReading(asked, counts, 200_000).map(({ term }) => term)).toEqual([1, 3])
  expect(termsWorthReading([{ term: 2, weight: 1 }], new Map([[2, 900_000]]), 1_000_000)).toHaveLength(1)
  expect(termsWorthReading(asked, new Map(), 0)).toEqual([])
})

test('What nobody confirmed for long comes after what matches less and holds', () => {
  const old = thing({ name: 'old', behind: true })
  expect(ranked([old, thing({ name: 'holds', score: 6 })], ['de'], 2026).map(({ name }) => name)).toEqual([
    'holds',
    'old',
  ])
})

test('Evidence and freshness break ties and do not overrule a better match', () => {
  const known = thing({ name: 'evaluated', evidence: 5 })
  const fresh = thing({ name: 'fresh', year: 2025 })
  const better = thing({ name: 'better', score: 13 })
  const order = ranked([thing({ name: 'plain' }), fresh, known, better], ['de'], 2026).map(({ name }) => name)
  expect(order).toEqual(['better', 'evaluated', 'fresh', 'plain'])
})

test('Another language is not put last for not having the very words', () => {
  expect(boosted(thing({ lang: 'fr' }), ['de'], 2026)).toBeGreaterThan(boosted(thing({ lang: 'de' }), ['de'], 2026))
})

test('The tail that shares a side topic at most is left out', () => {
  expect(ranked([thing({}), thing({ score: 0.1 })], ['de'], 2026)).toHaveLength(1)
  expect(ranked([], ['de'], 2026)).toEqual([])
})
