// Ranking as pure numbers.
import { expect, test } from 'vitest'
import { boostOf, type Order, type Rankable, ranked } from './rank.ts'
import { rankingWeights } from './ranking-weights.ts'

const thing = (change: Partial<Rankable> & { readonly name?: string; readonly score?: number }) => ({
  name: '',
  score: 10,
  lang: 'fr',
  kind: 'practice',
  country: null,
  population: null,
  year: null,
  evidence: null,
  behind: false,
  ...change,
})
const order: Order = { languages: ['de'], year: 2026, weights: rankingWeights }
const names = (things: readonly ReturnType<typeof thing>[], how = order): string[] =>
  ranked(
    things.map((one, id) => ({ id, name: one.name, score: one.score * boostOf(one, how) })),
    how.weights,
  ).map(({ name }) => name)

test('What nobody confirmed for long comes after what matches less and holds', () => {
  const old = thing({ name: 'old', behind: true })
  expect(names([old, thing({ name: 'holds', score: 6 })])).toEqual(['holds', 'old'])
})

test('Evidence and freshness break ties and do not overrule a better match', () => {
  const known = thing({ name: 'evaluated', evidence: 5 })
  const fresh = thing({ name: 'fresh', year: 2025 })
  const better = thing({ name: 'better', score: 13 })
  expect(names([thing({ name: 'plain' }), fresh, known, better])).toEqual(['better', 'evaluated', 'fresh', 'plain'])
})

test('Of equals the one from a city like the reader’s own comes first: same country, or about as large', () => {
  const reader = { country: 'AT', population: 300_000 }
  const far = thing({ name: 'far', country: 'FI', population: 5_000_000 })
  const near = thing({ name: 'near', country: 'AT', population: 9000 })
  const alike = thing({ name: 'alike', country: 'PT', population: 200_000 })
  expect(names([far, near, alike], { ...order, reader })).toEqual(['near', 'alike', 'far'])
  expect(names([far, near, alike])).toEqual(['far', 'near', 'alike'])
  const nowhere = { country: null, population: null }
  expect(names([far, near, alike], { ...order, reader: nowhere })).toEqual(['far', 'near', 'alike'])
  expect(names([near, thing({ name: 'better', score: 11 })], { ...order, reader })).toEqual(['better', 'near'])
})

test('Another language is not put last for not having the very words', () => {
  expect(boostOf(thing({ lang: 'fr' }), order)).toBeGreaterThan(boostOf(thing({ lang: 'de' }), order))
})

test('The tail that shares a side topic at most is left out', () => {
  expect(names([thing({ name: 'best' }), thing({ score: 0.1 })])).toEqual(['best'])
  expect(names([])).toEqual([])
})

test('Equals stand in the order of their numbers, in whatever order they were found', () => {
  const found = [3, 1, 2].map((id) => ({ id, score: 1 }))
  expect(ranked(found, order.weights).map(({ id }) => id)).toEqual([1, 2, 3])
})
