// The analyser: what counts as the same word, in each language.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokensIn } from './analyse.ts'
import { fixtureGraph } from './fixture-graph.ts'
import { cognateOf } from './fold.ts'
import { lexiconOf } from './lexicon.ts'

const stems = (text: string, lang: string): string[] =>
  tokensIn(text, lang, lexiconOf(lang, fixtureGraph)).map(({ stem }) => stem)

describe('Two forms of a word have one stem', () => {
  test.each([
    ['de', 'Unterführung', 'Unterführungen'],
    ['de', 'Unterführung', 'UNTERFUEHRUNG'],
    ['de', 'Straßenbeleuchtung', 'Strassenbeleuchtung'],
    ['en', 'lighting', 'lighted'],
    ['fr', 'l’éclairage', 'éclairages'],
    ['fr', 'éclairage', 'ECLAIRAGE'],
    ['es', 'iluminación', 'ILUMINACION'],
    ['pt', 'iluminação', 'iluminacao'],
    ['it', "dell'illuminazione", 'illuminazioni'],
    ['nl', 'onderdoorgang', 'onderdoorgangen'],
    ['pl', 'oświetlenie', 'oświetlenia'],
    ['pl', 'narkotyki', 'narkotyków'],
    ['cs', 'bezpečnost', 'bezpečnosti'],
    ['ca', 'violència', 'violències'],
    ['sv', 'trygghet', 'trygghetens'],
    ['fi', 'nuoriso', 'nuorison'],
    ['hu', 'város', 'városok'],
  ])('%s: %s, %s', (lang, one, other) => {
    expect(stems(one, lang)).toEqual(stems(other, lang))
  })
})

test('Stop words and lone letters go, numbers stay', () => {
  expect(stems('Die 30 Schulen und der Platz A', 'de')).toEqual(['30', 'schul', 'platz'])
})

test('Places point into the text as it was written', () => {
  const text = 'Dans l’éclairage  de Lyon'
  const [light, lyon] = tokensIn(text, 'fr', lexiconOf('fr', fixtureGraph))
  expect(text.slice(light?.start, light?.end)).toBe('éclairage')
  expect(text.slice(lyon?.start, lyon?.end)).toBe('Lyon')
})

test('A German compound is found by its parts, known or half known', () => {
  const parts = (word: string) => tokensIn(word, 'de', lexiconOf('de', fixtureGraph))[0]?.parts
  expect(parts('Schulwegbeleuchtung')).toEqual(['schulweg', 'beleucht'])
  expect(parts('Bahnhofsunterführungen')).toContain('unterfuhr')
  expect(parts('Beleuchtungskonzept')).toContain('beleucht')
  expect(parts('Schule')).toEqual([])
})

test('An adjective that ends like a word is no compound of it', () => {
  const parts = (word: string) => tokensIn(word, 'de')[0]?.parts
  expect(parts('sexistische')).toEqual([])
  expect(parts('Stammtische')).toEqual(['tisch'])
})

test('Any text in any language is analysed, in order and inside the text', () => {
  const langs = fc.constantFrom('de', 'en', 'fr', 'pl', 'fi', 'el', 'lt', 'hr', 'xx', '')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), langs, (text, lang) => {
      const tokens = tokensIn(text, lang, lexiconOf(lang, fixtureGraph))
      expect(tokens.every((token) => token.start < token.end && token.end <= text.length && token.stem !== '')).toBe(
        true,
      )
    }),
    { numRuns: 300 },
  )
})

test('Hostile lengths end soon', () => {
  const started = performance.now()
  for (const text of ['ß'.repeat(1_000_000), 'beleuchtung'.repeat(5), 'a '.repeat(500_000), "l'".repeat(300_000)])
    tokensIn(text, 'de', lexiconOf('de', fixtureGraph))
  expect(performance.now() - started).toBeLessThan(2_000)
})

test('Words of several languages share a beginning; a prefix alone is none', () => {
  const keys = (...words: string[]) => new Set(words.map((word) => cognateOf(word)))
  expect(keys('Radikalisierung', 'radicalización', 'radicalisation', 'radykalizacja').size).toBe(1)
  expect(keys('Unterführung', 'unterstützt', 'Unterschiede').size).toBe(3)
  expect(keys('intervención', 'Intervention', 'interventie').size).toBe(1)
  expect(cognateOf('unter')).toBeUndefined()
})
