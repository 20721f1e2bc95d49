// Filters and their counts.
import { expect, test } from 'vitest'
import { countFacets, type Filterable, languagesOf, noFilters, passes } from './search-filters.ts'

const thing = (change: Partial<Filterable>): Filterable => ({
  kind: 'practice',
  lang: 'fr',
  country: 'FR',
  year: 2017,
  evidence: 2,
  population: 520_000,
  concepts: ['lighting', 'public-space'],
  ...change,
})
const lyon = thing({})
const porto = thing({ lang: 'pt', country: 'PT', population: 231_000, year: 2021, evidence: null })
const nowhere = thing({ country: null, year: null, population: null, evidence: null, concepts: [] })
const things = [lyon, porto, nowhere]

test('Values of one facet widen, facets together narrow, and what has no value passes no filter', () => {
  expect(things.filter((one) => passes(one, { ...noFilters, country: ['FR', 'PT'] }))).toEqual([lyon, porto])
  expect(things.filter((one) => passes(one, { ...noFilters, country: ['FR', 'PT'], language: ['pt'] }))).toEqual([
    porto,
  ])
  expect(things.filter((one) => passes(one, { ...noFilters, size: ['100000'] }))).toEqual([porto])
})

test('Each count says what its choice would leave, its own facet left out', () => {
  const facets = countFacets(things, { ...noFilters, country: ['FR'] })
  expect(facets.country).toEqual([
    { value: 'FR', count: 1 },
    { value: 'PT', count: 1 },
  ])
  expect(facets.language).toEqual([{ value: 'fr', count: 1 }])
  expect(facets.year).toEqual([{ value: '2015', count: 1 }])
})

test('Of the concepts the fields of action are offered, and what is chosen already, also at nought', () => {
  expect(countFacets(things, noFilters).concept).toEqual([{ value: 'public-space', count: 2 }])
  const chosen = countFacets(things, { ...noFilters, concept: ['lighting', 'youth'] }).concept
  expect(chosen).toContainEqual({ value: 'youth', count: 0 })
  expect(chosen).toContainEqual({ value: 'lighting', count: 2 })
})

test('Languages are counted as they are left', () => {
  expect(languagesOf(countFacets(things, noFilters), noFilters)).toBe(2)
  const french = { ...noFilters, language: ['fr'] }
  expect(languagesOf(countFacets(things, french), french)).toBe(1)
})
