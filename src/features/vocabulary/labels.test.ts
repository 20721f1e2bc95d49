// Finding a concept by any of its labels, whatever language one types in; and what is left of a label with tricks in it.
import { expect, test } from 'vitest'
import { languages } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import { vocabulary } from '#thesaurus/vocabulary.ts'
import { thesaurusQuery } from './inputs.ts'
import { conceptNamed, findConcepts, labelLanguages, letterOf } from './labels.ts'
import { alphabetOf } from './shelf.ts'

test('Portuguese words typed by a German find the concept, with the label that matched and its language', () => {
  const [first, ...others] = findConcepts('Sala de Chuto', 'de', 10)
  expect(first).toEqual({
    slug: 'consumption-room',
    name: { text: 'Drogenkonsumraum', lang: 'de' },
    matched: { text: 'sala de chuto', lang: 'pt' },
  })
  expect(others).toEqual([])
})

test('the reader’s own preferred label needs no explanation, and stands once', () => {
  const found = findConcepts('Jugend', 'de', 20)
  expect(found[0]).toMatchObject({ slug: 'youth', matched: undefined })
  expect(new Set(found.map(({ slug }) => slug)).size).toBe(found.length)
})

test('a whole label of another language comes before the beginning of one in one’s own', () => {
  const found = findConcepts('bandes', 'de', 20)
  expect(found[0]).toMatchObject({ slug: 'youth-gang', matched: { text: 'bandes', lang: 'fr' } })
})

test('nothing finds nothing, and a flood of letters neither', () => {
  for (const words of ['', '   ', '…', 'x'.repeat(10_000), '\u202E\u200F'])
    expect(findConcepts(words, 'de', 5)).toEqual([])
})

test('a form takes a slug, a label in the reader’s language, or one in any other', () => {
  const graph = vocabulary()
  for (const typed of ['knife-crime', 'MESSERKRIMINALITÄT', 'nożownik'])
    expect(conceptNamed(typed, 'de', graph)).toBe('knife-crime')
  expect(conceptNamed('no such thing at all', 'de', graph)).toBeUndefined()
})

test('a label is one line without invisible marks', () => {
  expect(oneLine(' a\u0301 \u202Eb\u200F\n\tc\u00AD\u2028d\u0000 ')).toBe('á b c d')
})

test('whatever a name begins with, it stands under a letter that its address can hold', () => {
  expect(['3-MMC', '"Ada"', '\\ x', '🏙️ city', '__proto__', 'ﷺ'].map(letterOf)).toEqual(['M', 'A', 'X', 'C', 'P', 'ﷺ'])
  for (const lang of languages)
    for (const letter of alphabetOf(vocabulary(), lang).keys())
      expect(thesaurusQuery.parse({ letter }).letter, `${lang} ${letter}`).toBe(letter)
})

test('the alphabet knows no accents; Greek has its own letters', () => {
  expect([letterOf('Öffentlicher Raum'), letterOf('łowca'), letterOf('ϊός'), letterOf('Ñu')]).toEqual([
    'O',
    'L',
    'Ι',
    'N',
  ])
  expect(labelLanguages).toHaveLength(16)
})
