// Accepted words over the files: they count at once, and are harmless once the files have them.
import { expect, test } from 'vitest'
import { type Addition, withAdditions } from './additions.ts'
import { createConceptGraph } from './concept-graph.ts'
import { parseConcepts } from './parse-concepts.ts'

const files = parseConcepts(
  '= light\nde: Licht; Laterne\nen: light\n\n= dark < light\nde: Dunkelheit\nen: dark',
  'x.txt',
)
const laid = (...additions: readonly Addition[]) => createConceptGraph(withAdditions(files.concepts, additions))
const label = (concept: string, lang: string, ...labels: string[]): Addition => ({
  ...{ concept, broader: null, note: '', labels: { [lang]: labels } },
})

test('A label stands after those of the files, and a new language begins with it', () => {
  const graph = laid(label('light', 'de', 'Leuchte'), label('light', 'fi', 'valo'))
  expect(graph.find('light')?.labels).toEqual({ de: ['Licht', 'Laterne', 'Leuchte'], en: ['light'], fi: ['valo'] })
  expect(files.concepts[0]?.labels['de']).toEqual(['Licht', 'Laterne'])
})

test('A concept stands below its broader one, with its labels and its note', () => {
  const graph = laid(
    { concept: 'glow', broader: 'dark', note: 'What glows.', labels: { en: ['glow'], de: ['Glimmen'] } },
    label('glow', 'de', 'Schimmer'),
  )
  expect(graph.find('glow')).toMatchObject({
    note: 'What glows.',
    labels: { en: ['glow'], de: ['Glimmen', 'Schimmer'] },
  })
  expect(graph.ancestors('glow')).toEqual(['dark', 'light'])
  expect(graph.tops).toEqual(['light'])
})

test('What the files hold by now is not said twice, whatever its accents and capitals', () => {
  const graph = laid(label('light', 'de', 'LATERNE'), {
    concept: 'dark',
    broader: 'light',
    note: 'other',
    labels: { de: ['Dunkelheit'] },
  })
  expect(graph.find('light')?.labels['de']).toEqual(['Licht', 'Laterne'])
  expect(graph.find('dark')).toMatchObject({ note: '', labels: { de: ['Dunkelheit'] } })
})

test('A label that another concept has by now, a lost concept, a lost broader one: passed over', () => {
  const graph = laid(label('dark', 'de', 'Licht'), label('gone', 'de', 'Weg'), {
    concept: 'lost',
    broader: 'gone',
    note: '',
    labels: { en: ['lost'] },
  })
  expect(graph.all.map(({ slug }) => slug)).toEqual(['light', 'dark'])
  expect(graph.find('dark')?.labels['de']).toEqual(['Dunkelheit'])
})
