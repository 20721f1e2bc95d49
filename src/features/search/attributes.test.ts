// What is kept of a document as numbers comes out as it went in.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { topConcepts } from '#thesaurus/vocabulary.ts'
import {
  attributesAt,
  attributeTerms,
  type Brief,
  countAttributes,
  mostKinds,
  numbersEach,
  packAttributes,
} from './attributes.ts'
import { fromSteps, postingOf } from './posting-block.ts'
import { countFacets, facetsFrom, noFilters, sizes } from './search-filters.ts'

const plain: Brief = {
  ...{ kind: 'practice', lang: 'de', country: null, year: null, evidence: null },
  ...{ population: null, behind: false, concepts: [] },
}
const kept = (brief: Brief, code = 1): Brief => {
  // Behind another document's.
  const numbers = Uint16Array.from([...packAttributes(plain, 1), ...packAttributes(brief, code)])
  return attributesAt(numbers, numbersEach(), new Map([[code, brief.kind]]))
}

const brief = fc.record({
  kind: fc.constantFrom('practice', 'member', 'poll'),
  lang: fc.constantFrom('de', 'en', 'pl', 'zz'),
  country: fc.constantFrom(null, 'AT', 'ZW', 'GB'),
  year: fc.option(fc.integer({ min: 1, max: 9999 })),
  evidence: fc.option(fc.integer({ min: 0, max: 5 })),
  population: fc.option(fc.integer({ min: 1, max: 4095 })),
  behind: fc.boolean(),
  concepts: fc.subarray([...topConcepts()]),
})

test('whatever a document has comes out again, with any code of its kind', () => {
  const code = fc.integer({ min: 1, max: mostKinds - 1 })
  fc.assert(
    fc.property(brief, code, (one, number) => {
      expect(kept(one, number)).toEqual(one)
    }),
  )
})

test('every number fits into a posting, and there is a term for each', () => {
  fc.assert(
    fc.property(brief, (one) => {
      const numbers = packAttributes(one, mostKinds - 1)
      expect(numbers).toHaveLength(attributeTerms().length)
      for (const value of numbers) expect(postingOf(0, value * fromSteps) / 0x1_0000).toBe(value)
    }),
  )
  expect(new Set(attributeTerms()).size).toBe(attributeTerms().length)
})

test('a city of any size stays within its bounds, and a hundredth near its number', () => {
  const sizeIn = (population: number) => countFacets([{ ...plain, population }], noFilters).size
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90_000_000 }), (population) => {
      const one = kept({ ...plain, population }).population ?? 0
      expect(one).toBeLessThanOrEqual(population)
      expect(one).toBeGreaterThan(population * 0.99)
      expect(sizeIn(one)).toEqual(sizeIn(population))
    }),
  )
  for (const size of sizes.filter((bound) => bound > 0))
    for (const population of [size - 1, size, size + 1])
      expect(sizeIn(kept({ ...plain, population }).population ?? 0)).toEqual(sizeIn(population))
})

test('concepts that are no field of action, and codes that are none, are not kept', () => {
  expect(kept({ ...plain, concepts: ['no-such-concept'] }).concepts).toEqual([])
  expect(kept({ ...plain, country: 'Utopia' }).country).toBeNull()
  const nothing = new Uint16Array(numbersEach())
  expect(attributesAt(nothing, 0, new Map())).toEqual({ ...plain, kind: '', lang: '' })
})

test('values of many are counted as they are counted one by one', () => {
  const kinds = ['practice', 'member', 'poll']
  fc.assert(
    fc.property(fc.array(brief, { maxLength: 30 }), (all) => {
      const numbers = Uint16Array.from(all.flatMap((one) => packAttributes(one, 1 + kinds.indexOf(one.kind))))
      const counts = countAttributes(
        (add) => {
          for (const at of all.keys()) add(numbers, at * numbersEach())
        },
        new Map(kinds.map((kind, at) => [at + 1, kind])),
      )
      expect(facetsFrom(counts)).toEqual(countFacets(all, noFilters))
    }),
  )
})
