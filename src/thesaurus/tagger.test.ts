// The tagger: concepts in running text.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokensIn } from './analyse.ts'
import { createConceptGraph } from './concept-graph.ts'
import { fixtureGraph } from './fixture-graph.ts'
import { parseConcepts } from './parse-concepts.ts'
import { conceptsInText, conceptsInTokens, everydayInTokens, taggerOf } from './tagger.ts'

const concepts = (text: string, lang: string): string[] => conceptsInText(text, lang, fixtureGraph)

test('Inflected labels are found in each language', () => {
  expect(concepts('In den Unterführungen wurde die Beleuchtung erneuert.', 'de').sort()).toEqual([
    'lighting',
    'underpass',
  ])
  expect(concepts('Les passages souterrains de Lyon', 'fr')).toEqual(['underpass'])
  expect(concepts('brak oświetlenia ulicznego w przejściach podziemnych', 'pl').sort()).toEqual([
    'lighting',
    'underpass',
  ])
})

test('The longest label wins, and a stop word inside does not matter', () => {
  expect(concepts('un chemin vers l’école', 'fr')).toEqual(['safe-way'])
  expect(concepts('espace public', 'fr')).toEqual(['public-space'])
})

test('A compound tells of its parts, less surely', () => {
  const tagger = taggerOf('de', fixtureGraph)
  const [tag] = conceptsInTokens(tokensIn('Tunnelbeleuchtung', 'de', tagger.lexicon), tagger)
  expect(tag).toMatchObject({ slug: 'lighting', partly: true, start: 0, end: 17 })
})

test('Words from afar do not make a label', () => {
  expect(concepts('Sicherer Platz. Am Ende ein Weg zur Schule.', 'de')).toEqual(['school'])
})

test('Of labels with one stem the one that is written so is meant, and names are left alone', () => {
  const parsed = parseConcepts('= old\nnl: ouderen\n\n= parents\nnl: ouders\n', 'concepts.txt').concepts
  const names = parseConcepts('= paris\nes: París\n', 'names.txt').concepts
  const graph = createConceptGraph(parsed, { everyday: names })
  expect(conceptsInText('agressieve ouders', 'nl', graph)).toEqual(['parents'])
  expect(conceptsInText('eenzame ouderen', 'nl', graph)).toEqual(['old'])
  const everyday = (text: string): string[] => {
    const tagger = taggerOf('es', graph)
    return everydayInTokens(tokensIn(text, 'es', tagger.lexicon), tagger).map(({ slug }) => slug)
  }
  expect(everyday('un viaje a Paris')).toEqual(['paris'])
  expect(everyday('parar el coche')).toEqual([])
})

test('Tags lie inside any text', () => {
  const words = fc.array(
    fc.constantFrom('Straße', 'Beleuchtung', 'sicherer', 'Schulweg', 'und', '🌙', 'Schulbeleuchtung'),
  )
  fc.assert(
    fc.property(words, (list) => {
      const text = list.join(' ')
      const tagger = taggerOf('de', fixtureGraph)
      for (const { start, end } of conceptsInTokens(tokensIn(text, 'de', tagger.lexicon), tagger))
        expect(start >= 0 && start < end && end <= text.length).toBe(true)
    }),
  )
})
