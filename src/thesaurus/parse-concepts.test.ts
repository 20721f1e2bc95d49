// Concept files: what is read, and what a specialist is told about a slip.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixtureText } from './fixture-graph.ts'
import { parseConcepts } from './parse-concepts.ts'

test('A file gives its concepts with broader, related and labels', () => {
  const { concepts, errors } = parseConcepts(fixtureText, 'fixture.txt')
  expect(errors).toEqual([])
  expect(concepts.map(({ slug }) => slug)).toEqual(['public-space', 'lighting', 'underpass', 'school', 'safe-way'])
  expect(concepts[1]).toMatchObject({ broader: 'public-space', related: ['underpass'], file: 'fixture.txt', line: 10 })
  expect(concepts[1]?.labels['de']).toEqual(['Straßenbeleuchtung', 'Beleuchtung'])
})

test('Each slip is named with its line, the rest is kept', () => {
  const text = 'de: Licht\n= Lamp Post\n= lamp\nde: Lampe\nde: Leuchte\nen:\nnonsense\ncolour: red\nfr: lampe'
  const { concepts, errors } = parseConcepts(text, 'lamps.txt')
  expect(errors.map(({ line }) => line)).toEqual([1, 2, 5, 6, 7, 8])
  expect(errors[0]?.message).toContain('before the first concept')
  expect(concepts).toHaveLength(1)
  expect(concepts[0]?.labels).toEqual({ de: ['Lampe'], fr: ['lampe'] })
})

test('Any text is read without an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      expect(parseConcepts(text, 'any.txt').concepts).toBeInstanceOf(Array)
    }),
  )
})
