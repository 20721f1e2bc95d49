// Words that name two things: their neighbours decide, and what is not meant is left alone.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createConceptGraph } from './concept-graph.ts'
import { fixtureText } from './fixture-graph.ts'
import { parseConcepts } from './parse-concepts.ts'
import { parseHomonyms } from './parse-homonyms.ts'
import { conceptsInText } from './tagger.ts'

const concepts = `${fixtureText}
= burglary
de: Einbruch; Einbruchschutz
en: burglary; battery theft

= bench < public-space
de: Bank; Sitzbank
en: bench
`
const homonyms = `# Two things each.
= de: Einbruch
none: Einbruch der Dunkelheit; Kälteeinbruch
burglary: *

= de: Bank
bench: Park, sitzen, Schatten
none: Konto, Sparkasse, Geld

= de: Platz
none: Arbeitsplatz, Praktikum
public-space: *
`
const graph = createConceptGraph(parseConcepts(concepts, 'concepts.txt').concepts, {
  homonyms: parseHomonyms(homonyms, 'homonyms.txt').homonyms,
})
const found = (text: string): string[] => conceptsInText(text, 'de', graph)

test('A phrase that means something else takes its words with it', () => {
  expect(found('Bei Einbruch der Dunkelheit schließt der Hof.')).toEqual([])
  expect(found('Kälteeinbruch im Januar')).toEqual([])
  expect(found('Einbrüche in der Siedlung')).toEqual(['burglary'])
  expect(found('Bei Einbruch der Dunkelheit steigt die Zahl der Einbrüche.')).toEqual(['burglary'])
})

test('Neighbours decide which of two is meant', () => {
  expect(found('Eine Bank im Schatten, auf der alte Menschen sitzen')).toContain('bench')
  expect(found('Die Bank rief an und wollte Geld vom Konto')).not.toContain('bench')
})

test('Where nothing decides, every sense is meant', () => {
  expect(found('Die Bank')).toEqual(['bench'])
})

test('A word alone means our concept, even where texts usually mean none of ours', () => {
  const rare = '= de: Einbruch\nburglary: Dieb\nnone: *\n'
  const strict = createConceptGraph(parseConcepts(concepts, 'concepts.txt').concepts, {
    homonyms: parseHomonyms(rare, 'rare.txt').homonyms,
  })
  expect(conceptsInText('Einbruch', 'de', strict)).toEqual(['burglary'])
  expect(conceptsInText('der Einbruch des Winters in Tirol', 'de', strict)).toEqual([])
})

test('Lines that cannot be read are named, the rest is kept', () => {
  const { homonyms: read, errors } = parseHomonyms('none: x\n= de: Bank\nnonsense\nbench: *\nnone: *\n', 'broken.txt')
  expect(read).toMatchObject([{ lang: 'de', label: 'Bank', usual: { slug: 'bench' } }])
  expect(errors.map(({ line }) => line)).toEqual([1, 3, 5])
})

test('Any text is read without an exception', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseHomonyms(text, 'any.txt')))
})
