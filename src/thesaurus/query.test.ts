// Queries: what a German asks reaches French and Dutch texts through concepts, German ones through words as well.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidateLanguages } from './detect-language.ts'
import { fixtureGraph } from './fixture-graph.ts'
import { understandQuery } from './query.ts'
import { searchLabels } from './search-labels.ts'
import { suggestSpelling } from './suggest-spelling.ts'

const weightsOf = async (text: string, lang: string): Promise<Map<string, number>> =>
  new Map((await understandQuery(text, lang, fixtureGraph)).terms.map(({ term, weight }) => [term, weight]))

test('A concept weighs most, its word second, what is near it less', async () => {
  const weights = await weightsOf('Unterführung', 'de')
  const at = (term: string): number => weights.get(term) ?? 0
  expect(at('c:underpass')).toBeGreaterThan(at('de:unterfuhr'))
  expect(at('de:unterfuhr')).toBeGreaterThan(at('c:lighting'))
  expect(at('c:lighting')).toBeGreaterThan(0)
  expect(at('c:public-space')).toBeGreaterThan(0)
})

test('The same concept is understood in every language', async () => {
  for (const [text, lang] of [
    ['underpass', 'en'],
    ['passage souterrain', 'fr'],
    ['przejścia podziemne', 'pl'],
    ['fietstunnels', 'nl'],
  ] as const)
    expect((await understandQuery(text, lang, fixtureGraph)).concepts).toEqual(['underpass'])
})

test('A concept is meant when most of its label is said, in any order', async () => {
  expect((await understandQuery('Schulweg sicher machen', 'de', fixtureGraph)).concepts).toContain('safe-way')
})

test('An English query of a German reader is understood as English too', async () => {
  const guesses = await candidateLanguages('How can we make the streets safer at night?', 'de')
  expect(guesses[0]?.lang).toBe('en')
})

test('Any query of any length is understood soon, with bounded terms', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('de', 'fr', 'pl'),
      async (text, lang) => {
        const { terms } = await understandQuery(text, lang, fixtureGraph)
        expect(terms.length).toBeLessThanOrEqual(120)
        expect(terms.every(({ weight }) => weight > 0 && Number.isFinite(weight))).toBe(true)
      },
    ),
  )
  const started = performance.now()
  await understandQuery('Straßenbeleuchtung '.repeat(100_000), 'de', fixtureGraph)
  expect(performance.now() - started).toBeLessThan(1_000)
})

test('Autocomplete leads from an alternative label and without accents to the concept', () => {
  expect(searchLabels('FUSSG', 'de', 5, fixtureGraph)).toEqual([
    { slug: 'underpass', label: 'Unterführung', matched: 'Fußgängertunnel' },
  ])
  expect(searchLabels('eclair', 'fr', 5, fixtureGraph)[0]).toEqual({
    slug: 'lighting',
    label: 'éclairage public',
    matched: undefined,
  })
  expect(searchLabels('publ', 'fr', 1, fixtureGraph)).toHaveLength(1)
  expect(searchLabels('%_\\', 'fr', 5, fixtureGraph)).toEqual([])
})

test('A slip of the fingers is corrected, a known word is left alone', () => {
  expect(suggestSpelling('Bahnhof Unterfürung', 'de')).toMatch(/unterführung/i)
  expect(suggestSpelling('Unterführungen', 'de')).toBeUndefined()
  expect(suggestSpelling('qqqqzzzz', 'de')).toBeUndefined()
})

test('What is not wanted is no subject of the query, and weighs little', async () => {
  const query = await understandQuery('öffentlicher Raum ohne Beleuchtung', 'de', fixtureGraph)
  expect(query.concepts).toEqual(['public-space'])
  const of = (term: string): number => query.terms.find((one) => one.term === term)?.weight ?? 0
  const { terms } = await understandQuery('öffentlicher Raum mit Beleuchtung', 'de', fixtureGraph)
  const wanted = terms.find((one) => one.term === 'c:lighting')?.weight ?? 0
  expect(of('c:lighting')).toBeLessThan(wanted / 2)
  expect(
    query.terms.some(({ from }) => 'concept' in from && from.concept === 'lighting' && from.near !== 'itself'),
  ).toBe(false)
})

test('One word of another language is understood beside the rest', async () => {
  expect([...(await understandQuery('Beleuchtung onderdoorgang', 'de', fixtureGraph)).concepts].sort()).toEqual([
    'lighting',
    'underpass',
  ])
})

test('A misspelt word is read as the known one most like it, less surely', async () => {
  const [right, wrong] = [await weightsOf('Unterführung', 'de'), await weightsOf('Unterfürung', 'de')]
  expect(wrong.get('c:underpass') ?? 0).toBeGreaterThan(0)
  expect(wrong.get('c:underpass') ?? 0).toBeLessThan(right.get('c:underpass') ?? 0)
})

test('All ways of saying one word are one unit', async () => {
  const { terms } = await understandQuery('Schule Unterführung', 'de', fixtureGraph)
  const unit = (term: string): number | undefined => terms.find((one) => one.term === term)?.unit
  expect(unit('c:underpass')).toBe(unit('de:unterfuhr'))
  expect(unit('c:school')).not.toBe(unit('c:underpass'))
})

test('A negation inside a label negates nothing', async () => {
  expect((await understandQuery('sans-abri en hiver', 'fr')).concepts).toContain('homelessness')
  expect((await understandQuery('personas sin hogar', 'es')).concepts).toContain('homelessness')
})
