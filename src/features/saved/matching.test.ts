// Does what comes in answer a saved search? Pure: words, concepts and filters, no database.
import { describe, expect, test } from 'vitest'
import { documentTerms } from '../search/public.ts'
import { type Arrival, answers, keysOf, keysOfArrival } from './matching.ts'

const arrival = (
  title: string,
  lang = 'de',
  more: Partial<Arrival['thing']> = {},
  concepts: string[] = [],
): Arrival => {
  const terms = documentTerms({ lang, title, summary: '', body: '', concepts }, 'Graz')
  const thing = { kind: 'practice', lang, country: 'AT', year: 2024, evidence: 2, population: 290_000 }
  return { terms, thing: { ...thing, concepts: terms.concepts, ...more } }
}
const asks = (text: string, filters = {}, lang = 'de') => ({ text, lang, filters })

describe('words', () => {
  test('a German search is answered by a Portuguese text about the same topic', async () => {
    const portuguese = arrival('Mediadores noturnos na vida noturna', 'pt')
    expect(await answers(portuguese, asks('Nachtleben'))).toBe(true)
    expect(await answers(portuguese, asks('Schulgewalt'))).toBe(false)
  })

  test('of two topics both must be there: half of what was asked is no news', async () => {
    const youth = arrival('Angebote für Jugendliche')
    expect(await answers(youth, asks('Jugendliche'))).toBe(true)
    expect(await answers(youth, asks('Jugendliche Straßenbeleuchtung'))).toBe(false)
    expect(await answers(arrival('Straßenbeleuchtung für Jugendliche'), asks('Jugendliche Straßenbeleuchtung'))).toBe(
      true,
    )
  })

  test('the concept that was asked for is enough, also where its words have everyday meanings; a part of a compound is not', async () => {
    expect(await answers(arrival('Zwirbel', 'en', {}, ['youth']), asks('youth', {}, 'en'))).toBe(true)
    expect(
      await answers(arrival('Zwirbel', 'en', {}, ['school-violence']), asks('violence in schools', {}, 'en')),
    ).toBe(true)
    expect(await answers(arrival('Zwirbel', 'de', {}, ['addiction']), asks('Drogenkonsumraum'))).toBe(false)
  })

  test('a name counts like any other word', async () => {
    expect(await answers(arrival('Fußgängerzone'), asks('Graz'))).toBe(true)
    expect(await answers(arrival('Fußgängerzone'), asks('Lyon'))).toBe(false)
  })

  test.each(['', ' ', '???', '\u0000', 'x'.repeat(1000)])('%j breaks nothing', async (text) => {
    await expect(answers(arrival('Jugend'), asks(text))).resolves.toBeTypeOf('boolean')
  })
})

describe('filters', () => {
  test.each([
    ['country', ['AT'], ['PT']],
    ['kind', ['practice'], ['adoption']],
    ['language', ['de', 'fr'], ['fr']],
    ['year', ['2020'], ['2015']],
    ['evidence', ['2', '3'], ['5']],
    ['size', ['250000'], ['0', '50000']],
    ['concept', ['youth'], ['victims']],
  ])('%s is judged as the search judges it', async (name, fitting, other) => {
    const thing = arrival('Etwas', 'de', {}, ['youth'])
    expect(await answers(thing, asks('', { [name]: fitting }))).toBe(true)
    expect(await answers(thing, asks('', { [name]: other }))).toBe(false)
    expect(await answers(thing, asks('Etwas', { [name]: other }))).toBe(false)
  })

  test('a thing that has no year passes no filter by year', async () => {
    expect(await answers(arrival('Etwas', 'de', { year: null }), asks('', { year: ['2020'] }))).toBe(false)
  })
})

test('whatever is answered is found by its keys: the index loses nothing', async () => {
  const texts = ['Jugendgewalt', 'mediação de vizinhança', 'Angsträume beleuchten', 'night mayor', 'Graz', '']
  const things = [
    arrival('Jugendgewalt am Bahnhof'),
    arrival('Mediação de vizinhança', 'pt'),
    arrival('Night mayor', 'en'),
  ]
  for (const thing of things)
    for (const text of texts)
      if (await answers(thing, asks(text))) {
        const keys = new Set(keysOfArrival(thing))
        expect(
          (await keysOf(text, 'de')).some((key) => keys.has(key)),
          text,
        ).toBe(true)
      }
})
