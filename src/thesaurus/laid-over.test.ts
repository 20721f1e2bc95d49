// Words that are accepted in one language: what was made of the other languages stays, what was made of this one goes.
import { expect, test } from 'vitest'
import { searchLabels } from './search-labels.ts'
import { conceptsInText, taggerOf } from './tagger.ts'
import { layOverVocabulary, vocabulary } from './vocabulary.ts'

const funzel = { concept: 'lighting', broader: null, note: '', labels: { de: ['Funzelgarten'] } }
const lampelys = { concept: 'lighting', broader: null, note: '', labels: { da: ['lampelyshave'] } }

test('only the taggers of the languages that got words are made anew, their next of kin with them', () => {
  const before = Object.fromEntries(['de', 'fr', 'no', 'sk'].map((lang) => [lang, taggerOf(lang)]))
  layOverVocabulary([funzel])
  expect(taggerOf('de')).not.toBe(before['de'])
  for (const lang of ['fr', 'no', 'sk']) expect(taggerOf(lang), lang).toBe(before[lang])
  layOverVocabulary([funzel, lampelys])
  for (const lang of ['fr', 'sk']) expect(taggerOf(lang), lang).toBe(before[lang])
  expect(taggerOf('no')).not.toBe(before['no'])
})

test('the new words are found in texts and by autocomplete, and gone again when they are', () => {
  layOverVocabulary([funzel])
  expect(conceptsInText('Der Funzelgarten leuchtet.', 'de')).toContain('lighting')
  expect(searchLabels('Funzelg', 'de', 5).map(({ slug }) => slug)).toEqual(['lighting'])
  const german = taggerOf('de')
  layOverVocabulary([funzel])
  expect(taggerOf('de')).toBe(german)
  layOverVocabulary([])
  expect(conceptsInText('Der Funzelgarten steht.', 'de')).not.toContain('lighting')
  expect(searchLabels('Funzelg', 'de', 5)).toEqual([])
  expect(vocabulary().find('lighting')?.labels['de']).not.toContain('Funzelgarten')
})
