// Which words are counted at all, and which of them are the same.
import { expect, test } from 'vitest'
import { noteVain, takeVain } from './noted.ts'
import { countedWords, monthOf, sameWords } from './vain-search.ts'

test.each([
  '12',
  'ab',
  'a1b2c3 wort',
  'ada@graz.example',
  'www graz.example',
  'graz.example',
  'https://graz',
  'musterstraße 5',
  'GR-123 AB',
  '٣٤٥ شارع',
  '@name hier',
  '  ',
])('“%s” is not: it could be somebody’s', (typed) => {
  expect(countedWords(typed)).toBeUndefined()
})

test('case, spaces and accents make no other words; they are cut at eighty letters', () => {
  expect(countedWords('  Gewalt   PRÄVENTION ')).toBe('gewalt prävention')
  expect(sameWords('gewalt prävention')).toBe(sameWords('gewalt-pravention'))
  expect([...(countedWords('ü'.repeat(300)) ?? '')]).toHaveLength(80)
  expect(monthOf(new Date('2026-02-28T23:30:00Z'))).toBe('2026-02-01')
})

test('an asker counts once a day; at midnight nobody knows any more who asked', () => {
  const at = (hour: string) => new Date(`2026-11-10T${hour}:00Z`)
  for (const hour of ['08:00', '09:00', '22:59']) noteVain('blorf', 'de', 'one', at(hour))
  noteVain('Blorf', 'de', 'two', at('10:00'))
  noteVain('blorf', 'fr', 'one', at('10:00'))
  expect(takeVain()).toEqual([
    { words: 'blorf', lang: 'de', times: 2, since: at('08:00') },
    { words: 'blorf', lang: 'fr', times: 1, since: at('10:00') },
  ])
  // Midnight in the network's zone.
  noteVain('blorf', 'de', 'one', at('23:30'))
  expect(takeVain()).toEqual([{ words: 'blorf', lang: 'de', times: 1, since: at('23:30') }])
  expect(takeVain()).toEqual([])
})

test('who sends a flood of words fills no month, and leaves room for the others', () => {
  const letters = 'abcdefghijklmnopqrst'
  for (const one of letters)
    for (const two of letters) noteVain(`zz${one}${two}`, 'de', 'script', new Date('2026-11-12'))
  noteVain('zzwort', 'de', 'person', new Date('2026-11-12'))
  const taken = takeVain()
  expect(taken).toHaveLength(201)
  expect(taken.at(-1)?.words).toBe('zzwort')
})

test('marks that nobody sees, or that turn the line around, are not among the words', () => {
  expect(countedWords('\u202Egew\u00ADalt\u200B\u2028wort')).toBe('gewalt wort')
})
