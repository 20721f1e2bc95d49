// Whether a text says a name: as it is written, in capitals, in an address; and never where it is another word.
import { expect, test } from 'vitest'
import { namedIn, namedInMarkdown } from './own-names.ts'

const names = ['Jonte Pfalzgräfer', 'Kaiserslautern', 'Graz', 'Ulm', 'Łódź', 'Porto', 'La Louvière', 'Groß-Gerau', 'Au']

test.each([
  'Bei uns in Kaiserslautern klappt es nicht.',
  'WIR IN KAISERSLAUTERN FRAGEN',
  'Die Kaiserslauterner Lösung, die Grazer auch',
  'Schreiben Sie an jonte@kaiserslautern.de!',
  'Mehr auf www.kaiserslautern.de/rathaus',
  'https://stadt-kaiserslautern.de',
  'jonte.pfalzgraefer@example.org',
  'jonte_pfalzgrafer@example.org',
  'http://www.lodz.pl',
  'info@gross-gerau.example',
  'https://example.org/la-louviere',
  'Jonte\u00A0 Pfalzgräfer',
  'JONTE PFALZGRÄFER',
  'Kaisers\u00ADlautern',
  'Pfalz, Łódź',
  'GROSS-GERAU',
])('%j says one of them', (text) => {
  expect(namedIn(text, names)).toBe(true)
})

test.each([
  'Das alte porto am Meer',
  'Ulmenhain und Ulmenweg, die ulme',
  'Im grazilen Umfeld, graziös',
  'https://example.org/ulmenallee',
  'Portofino und Portugal',
  'Jonte fragt, Frau Pfalzgräfer antwortet',
  'AU und Au und au',
  'z.B. kaiserslautern im Satz klein geschrieben',
])('%j says none', (text) => {
  expect(namedIn(text, names)).toBe(false)
})

test('what Markdown hides within a word is found as it is read', () => {
  expect(namedIn('**Kaisers**lautern', names)).toBe(false)
  expect(namedInMarkdown('Wir in **Kaisers**lautern', names)).toBe(true)
  expect(namedInMarkdown('jonte\\_pfalzgraefer@example.org', names)).toBe(true)
  expect(namedInMarkdown('[hier](https://kaiserslautern.de)', names)).toBe(true)
  expect(namedInMarkdown('Kaisers&shy;lautern', names)).toBe(true)
  expect(namedInMarkdown('Wir in **Portofino**', names)).toBe(false)
})

test('a hundred thousand signs without a space take no time', () => {
  const began = performance.now()
  expect(namedInMarkdown('a'.repeat(100_000), names)).toBe(false)
  expect(performance.now() - began).toBeLessThan(5000)
})
