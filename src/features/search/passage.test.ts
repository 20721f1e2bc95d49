// Passages: the text's own words, with marks where they belong.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conceptTerm, nameTerm, stemTerm } from '#thesaurus/terms.ts'
import { documentTerms, marksInText } from './document-terms.ts'
import { marksIn, weightsOf } from './marks.ts'
import { hasMark, passageOf } from './passage.ts'

const marked = (text: string, lang: string, weights: ReadonlyMap<string, number>): string[] =>
  passageOf(text, marksInText(text, lang, weights)).flatMap((part) => (part.marked ? [part.text] : []))

test('A concept is marked where its label stands in the language of the text, inflected as it is', () => {
  const weights = new Map([[conceptTerm('underpass'), 2]])
  expect(marked('De nouvelles lampes dans les passages souterrains de la gare.', 'fr', weights)).toEqual([
    'passages souterrains',
  ])
})

test('Words are marked, stop words between them are not', () => {
  const weights = new Map([[stemTerm('de', 'lamp'), 1]])
  expect(marked('Die Lampen und die Lampe', 'de', weights)).toEqual(['Lampen', 'Lampe'])
})

test('Of a long text the part with the marks is shown, cut at words', () => {
  const text = `${'vorher kam viel anderes '.repeat(60)}dann die Lampen ${'und danach noch mehr '.repeat(60)}`
  const parts = passageOf(text, marksInText(text, 'de', new Map([[stemTerm('de', 'lamp'), 1]])))
  const shown = parts.map((part) => part.text).join('')
  expect(shown).toContain('dann die Lampen')
  expect(shown.length).toBeLessThan(260)
  expect(shown).toMatch(/^… \S.*\S …$/)
})

test('Whatever the text, the parts are its own words in their order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const parts = passageOf(text, marksInText(text, 'de', new Map([[stemTerm('de', 'lamp'), 1]])))
      const shown = parts.map((part) => part.text).join('')
      expect(text).toContain(shown.replace(/^… /, '').replace(/ …$/, ''))
      if (!text.toLowerCase().includes('lamp')) expect(hasMark(parts)).toBe(false)
    }),
  )
})

test('What the index keeps marks title, summary and text, each for itself, and names where they stand', () => {
  const document = {
    lang: 'de',
    title: 'Lampen in Graz',
    summary: 'Die Lampe',
    body: `${' '.repeat(70)}Graz: Lampen`,
    concepts: [],
  }
  const kept = documentTerms(document, 'Graz')
  const marks = marksIn(
    kept,
    weightsOf([
      [stemTerm('de', 'lamp'), 1],
      [nameTerm('graz'), 2],
    ]),
  )
  const shown = (['title', 'summary', 'body'] as const).map((field, index) =>
    (marks[index] ?? []).map(({ start, end }) => document[field].slice(start, end)),
  )
  expect(shown).toEqual([['Lampen', 'Graz'], ['Lampe'], ['Graz', 'Lampen']])
})

test('After a gap that no text has, words are not marked rather than marked wrongly; later fields are', () => {
  const document = { lang: 'de', title: '', summary: `Lampe ${' '.repeat(70_000)}Lampe`, body: 'Lampe', concepts: [] }
  const marks = marksIn(documentTerms(document), weightsOf([[stemTerm('de', 'lamp'), 1]]))
  expect(marks.map((field) => field.map(({ start, end }) => [start, end]))).toEqual([[], [[0, 5]], [[0, 5]]])
})
