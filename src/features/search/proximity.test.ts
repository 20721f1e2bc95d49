// Together in a text, or only both somewhere in it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentTerms } from './document-terms.ts'
import { closeness, packTokens, placesIn, unitsByTerm } from './proximity.ts'
import { termId } from './term-id.ts'

const places = (text: string) =>
  [...text].flatMap((letter, at) => (letter === '.' ? [] : [{ at, unit: letter.charCodeAt(0) }]))

test('side by side is most, words between are less, one alone is nothing', () => {
  expect(closeness(places('..ab..'), 2)).toBe(1)
  expect(closeness(places('b..a'), 2)).toBe(0.5)
  expect(closeness(places('aaaa'), 2)).toBe(0)
  expect(closeness(places('a'), 1)).toBe(0)
  expect(closeness([], 3)).toBe(0)
})

test('the closest place counts, wherever it is', () => {
  expect(closeness(places('a........b...ba..'), 2)).toBe(1)
  expect(closeness(places('a....c..b..cab'), 3)).toBe(1)
})

test('a part of what was asked for is less than all of it', () => {
  expect(closeness(places('ab'), 3)).toBe(0.5)
})

test('two that stand in the same place, a word and its concept, are together', () => {
  expect(
    closeness(
      [
        { at: 3, unit: 1 },
        { at: 3, unit: 2 },
      ],
      2,
    ),
  ).toBe(1)
})

test('it is a part of one, for any places', () => {
  const any = fc.array(fc.record({ at: fc.nat(1000), unit: fc.nat(4) }), { maxLength: 60 })
  fc.assert(
    fc.property(any, (found) => {
      const value = closeness(
        found.toSorted((one, other) => one.at - other.at),
        5,
      )
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
    }),
  )
})

const unitsOf = (...terms: string[]) => unitsByTerm(terms.map((term, unit) => ({ term: termId(term), unit })))

test('a document keeps where its words and concepts stand, the title first and apart from the text', () => {
  const text = { lang: 'de', title: 'Lampen', summary: '', body: 'Eine Unterführung', concepts: [] }
  const { tokens } = documentTerms(text)
  const found = placesIn(tokens, unitsOf('de:lamp', 'c:underpass', 'de:unterfuhr'))
  expect(found.filter(({ unit }) => unit === 0)[0]?.at).toBe(0)
  const underpass = found.filter(({ unit }) => unit > 0)
  expect(new Set(underpass.map(({ unit }) => unit))).toEqual(new Set([1, 2]))
  for (const { at } of underpass) expect(at).toBeGreaterThan(15)
})

test('of a very long text the beginning is kept, and bytes that are none are no places', () => {
  const words = Array.from({ length: 3000 }, () => ({
    start: 0,
    end: 1,
    terms: [termId('x')],
    said: [],
    name: undefined,
  }))
  expect(placesIn(packTokens([words]), unitsOf('x'))).toHaveLength(1000)
  expect(placesIn(Buffer.from('xxxxx'), unitsOf('x'))).toEqual([])
})
