// Words: the quick way divides a text as Unicode's rules do.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsIn } from './words.ts'

const words = (text: string): string[] => wordsIn(text).map(({ word }) => word)

test('Articles, possessives and punctuation are taken off', () => {
  expect(words('L’éclairage «public», dell’ordine (the city’s) 3-MMC U.S. Καλημέρα; żółw…')).toEqual([
    'éclairage',
    'public',
    'ordine',
    'the',
    'city',
    '3-mmc',
    'u.s',
    'καλημέρα',
    'żółw',
  ])
})

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
const divided = (text: string): string[] =>
  [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment.toLowerCase())

test('A word that stands alone is one for Unicode too', () => {
  const letters = fc.constantFrom(...'abcäöüßéèñçłøåœžαβγδабвг0123456789ıİⅠªº')
  const word = fc.array(letters, { minLength: 1, maxLength: 12 }).map((list) => list.join(''))
  const marks = fc.constantFrom('', '.', ',', '…', '!', '?', ')', '»', '”', ':', ';')
  const text = fc.array(fc.tuple(word, marks).map(([one, mark]) => one + mark)).map((list) => list.join(' '))
  fc.assert(
    fc.property(text, (one) => {
      expect(words(one)).toEqual(divided(one).map((part) => part.normalize('NFC')))
    }),
  )
})
