// The vocabulary as a graph.
import { expect, test } from 'vitest'
import { createConceptGraph } from './concept-graph.ts'
import { fixtureGraph } from './fixture-graph.ts'
import { parseConcepts } from './parse-concepts.ts'

test('Fields of action are the concepts without a broader one', () => {
  expect(fixtureGraph.tops).toEqual(['public-space', 'school'])
})

test('A concept knows what is below, above and beside it', () => {
  expect(fixtureGraph.withNarrower('public-space')).toEqual(['public-space', 'lighting', 'underpass'])
  expect(fixtureGraph.ancestors('underpass')).toEqual(['public-space'])
  expect(fixtureGraph.related('underpass')).toEqual(['lighting'])
  expect(fixtureGraph.withNarrower('unknown')).toEqual([])
})

test('A circle in the files does not hang anything', () => {
  const circle = createConceptGraph(parseConcepts('= a < b\n= b < a', 'circle.txt').concepts)
  expect(circle.ancestors('a')).toEqual(['b', 'a'])
  expect(circle.withNarrower('a')).toEqual(['a', 'b'])
})
