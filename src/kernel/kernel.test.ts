// The pure words that everything else is made of.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressPart, idFrom, slugOf } from './address.ts'
import { audienceKinds, tlpLabel, widens } from './audience.ts'
import { compareIn, countryName, formatDate, formatNumber, isLang, languageName, preferredLanguage } from './locale.ts'
import { atPage, pageCount } from './page.ts'
import { remember } from './remember.ts'

describe('addresses', () => {
  test('titles of all eight languages become readable words', () => {
    expect(slugOf('Städtische Präventionsräte')).toBe('stadtische-praventionsrate')
    expect(slugOf('Sąsiedzi czuwają: Łódź')).toBe('sasiedzi-czuwaja-lodz')
    expect(slugOf('Médiateurs de nuit – l’été')).toBe('mediateurs-de-nuit-l-ete')
  })

  test('a title without a letter leaves the number alone', () => expect(addressPart(12, '!!!')).toBe('12'))

  test('whatever the title, the number comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_147_483_647 }), fc.string({ unit: 'binary' }), (id, title) => {
        expect(idFrom(addressPart(id, title))).toBe(id)
      }),
    )
  })

  test.each(['', '0', '-1', '01', '1.5', '2147483648', '99999999999', 'abc', '12abc', '١٢'])(
    '%s is no number of a row',
    (part) => expect(idFrom(part)).toBeUndefined(),
  )
})

describe('audiences', () => {
  test('each kind has its TLP 2.0 label', () => {
    expect(audienceKinds.map(tlpLabel)).toEqual([
      'TLP:CLEAR',
      'TLP:GREEN',
      'TLP:AMBER',
      'TLP:AMBER',
      'TLP:AMBER+STRICT',
      'TLP:RED',
    ])
  })

  test('from a forum to the network widens, back narrows, to another forum counts as widening', () => {
    const german = { id: 7, kind: 'forum' } as const
    expect(widens(german, { id: 2, kind: 'network' })).toBe(true)
    expect(widens({ id: 2, kind: 'network' }, german)).toBe(false)
    expect(widens(german, { id: 8, kind: 'forum' })).toBe(true)
    expect(widens(german, german)).toBe(false)
  })
})

describe('languages', () => {
  test('the first wish that the interface speaks', () => {
    expect(preferredLanguage('cs, pl;q=0.8, de;q=0.9', 'en')).toBe('de')
    expect(preferredLanguage('pt-BR', 'en')).toBe('pt')
    expect(preferredLanguage('*', 'en')).toBe('en')
    expect(preferredLanguage('fr;q=0, nl;q=0.1', 'en')).toBe('nl')
    expect(preferredLanguage(undefined, 'de')).toBe('de')
  })

  test('whatever a browser sends, there is a language', () => {
    fc.assert(fc.property(fc.string(), (header) => isLang(preferredLanguage(header, 'en'))))
  })

  test('numbers, days and names read as the reader writes them', () => {
    expect(formatNumber('de', 1_234_567)).toBe('1.234.567')
    expect(formatDate('pl', new Date('2026-11-23T12:00:00Z'))).toBe('23 listopada 2026')
    expect(countryName('de', 'PT')).toBe('Portugal')
    expect(languageName('fr', 'pl')).toBe('polonais')
    expect(countryName('de', 'unknown')).toBe('unknown')
  })

  test('a day is the network’s day, not the server’s', () => {
    expect(formatDate('en', new Date('2026-11-23T23:30:00Z'))).toBe('24 November 2026')
  })

  test('Polish letters sort as in Polish', () => {
    expect(['Łódź', 'Zamość', 'Lublin'].sort(compareIn('pl'))).toEqual(['Lublin', 'Łódź', 'Zamość'])
  })
})

test('an empty list has one page', () => {
  expect(pageCount({ size: 20, total: 0 })).toBe(1)
  expect(pageCount({ size: 20, total: 41 })).toBe(3)
})

test('another page of a list has the same address otherwise, on this site, whatever stands in it', () => {
  expect(atPage('http://x/search?lang=fr&page=9&q=a+b&page=8', 2)).toBe('/search?lang=fr&page=2&q=a+b')
  expect(atPage('http://x/search?page=9', 1)).toBe('/search')
  expect(atPage('http://x//evil.example/?page=9&q=%0d%0ax', 3)).toMatch(/^\/(?!\/)[^\r\n]*page=3/)
})

test('remembered results are made once, and never more are kept than allowed', () => {
  const made: string[] = []
  const upper = remember(2, (text) => {
    made.push(text)
    return text.toUpperCase()
  })
  expect([upper('a'), upper('a'), upper('b'), upper('c'), upper('a')]).toEqual(['A', 'A', 'B', 'C', 'A'])
  expect(made).toEqual(['a', 'b', 'c', 'a'])
})
