// Passages: the text's own words, with marks where they belong.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conceptTerm, stemTerm } from '#thesaurus/terms.ts'
import { hasMark, passageOf } from './passage.ts'

const marked = (text: string, lang: string, weights: ReadonlyMap<string, number>): string[] =>
  passageOf(text, lang, weights).flatMap((part) => (part.marked ? [part.text] : []))

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
  const parts = passageOf(text, 'de', new Map([[stemTerm('de', 'lamp'), 1]]))
  const shown = parts.map((part) => part.text).join('')
  expect(shown).toContain('dann die Lampen')
  expect(shown.length).toBeLessThan(260)
  expect(shown).toMatch(/^… \S.*\S …$/)
})

test('Whatever the text, the parts are its own words in their order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const parts = passageOf(text, 'de', new Map([[stemTerm('de', 'lamp'), 1]]))
      const shown = parts.map((part) => part.text).join('')
      expect(text).toContain(shown.replace(/^… /, '').replace(/ …$/, ''))
      if (!text.toLowerCase().includes('lamp')) expect(hasMark(parts)).toBe(false)
    }),
  )
})
