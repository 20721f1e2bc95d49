// What the index keeps of a document.
import { expect, test } from 'vitest'
import { understandQuery } from '#thesaurus/query.ts'
import { conceptTerm, nameTerm, stemTerm } from '#thesaurus/terms.ts'
import { documentTerms } from './document-terms.ts'

const text = { lang: 'de', title: '', summary: '', body: '', concepts: [] }
const weight = (document: Partial<typeof text>, term: string): number =>
  documentTerms({ ...text, ...document }).weights.get(term) ?? 0
const lamp = stemTerm('de', 'lamp')

test('A word weighs most in the title, then in the summary, then in the body', () => {
  const [inTitle, inSummary, inBody] = [
    weight({ title: 'Lampen' }, lamp),
    weight({ summary: 'Lampen' }, lamp),
    weight({ body: 'Lampen' }, lamp),
  ]
  expect(inTitle).toBeGreaterThan(inSummary)
  expect(inSummary).toBeGreaterThan(inBody)
  expect(inBody).toBeGreaterThan(0)
})

test('Saying it a hundred times is worth little more than saying it ten times', () => {
  const [ten, hundred] = [10, 100].map((times) => weight({ body: 'Lampen '.repeat(times) }, lamp)) as [number, number]
  expect(hundred).toBeLessThan(ten * 1.3)
})

test('A concept given by the author counts though its name is not in the text, one that does not exist does not', () => {
  const given = documentTerms({ ...text, title: 'Heller', concepts: ['underpass', 'no-such-concept'] })
  expect(given.weights.get(conceptTerm('underpass'))).toBeGreaterThan(0)
  expect(given.weights.has(conceptTerm('no-such-concept'))).toBe(false)
  expect(given.concepts).toEqual(expect.arrayContaining(['underpass', 'public-space']))
})

test('Names are found in any language and without accents', () => {
  expect(documentTerms(text, 'Kraków\nKrakau').weights.has(nameTerm('krakow'))).toBe(true)
})

test('A city is found by the name that another language has for it', async () => {
  const document = { lang: 'pt', title: 'Mediadores', summary: '', body: 'Na rua.', concepts: [] }
  const { terms } = await understandQuery('Lissabon', 'de')
  const { weights } = documentTerms(document, 'Lisboa')
  expect(terms.some(({ term }) => (weights.get(term) ?? 0) > 0)).toBe(true)
  expect(terms.some(({ term }) => (documentTerms(document, 'Porto').weights.get(term) ?? 0) > 0)).toBe(false)
})
