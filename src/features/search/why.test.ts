// Reasons: each once, in the reader's language.
import { expect, test } from 'vitest'
import { understandQuery } from '#thesaurus/query.ts'
import { stem } from '#thesaurus/stem.ts'
import { conceptTerm, everydayTerm, stemTerm } from '#thesaurus/terms.ts'
import { marksInText } from './document-terms.ts'
import { passageOf } from './passage.ts'
import { termId } from './term-id.ts'
import { whyFound } from './why.ts'

test('A concept said in several words is one reason', async () => {
  const query = await understandQuery('violence conjugale', 'fr')
  const [slug = ''] = query.concepts
  const reasons = whyFound(query, 'de')(new Set([termId(conceptTerm(slug))]))
  expect(reasons).toHaveLength(1)
  expect(reasons[0]).toMatchObject({ by: 'concept', concept: slug, near: 'itself' })
})

test('What only an everyday word found is marked in the other language', async () => {
  const query = await understandQuery('Krankenhaus', 'de')
  const weights = new Map(query.terms.map(({ term, weight }) => [term, weight]))
  const text = 'Une convention avec l’hôpital'
  const marked = passageOf(text, marksInText(text, 'fr', weights)).filter((part) => part.marked)
  expect(marked.map(({ text }) => text.toLowerCase())).toContain('hôpital')
})

test('A word is a reason only where it stands; what it means elsewhere is said to be its meaning', async () => {
  const query = await understandQuery('Krankenhaus', 'de')
  const reasonsFor = (...terms: string[]) => whyFound(query, 'de')(new Set(terms.map(termId)))
  expect(reasonsFor(everydayTerm('hospital'))).toEqual([{ by: 'sense', word: 'Krankenhaus' }])
  const word = stemTerm('de', stem('krankenhaus', 'de'))
  expect(reasonsFor(everydayTerm('hospital'), word)).toEqual([{ by: 'word', word: 'Krankenhaus' }])
})

test('Where the concept of a word is a reason, its meaning is not another', async () => {
  const query = await understandQuery('Unterführung', 'de')
  const all = query.terms.filter(
    ({ term }) => !term.startsWith('de:') && !term.startsWith('n:') && !term.startsWith('x:'),
  )
  expect(all.some(({ from }) => 'word' in from && from.isSense)).toBe(true)
  const reasons = whyFound(query, 'de')(new Set(all.map(({ term }) => termId(term))))
  expect(reasons.map(({ by }) => by)).toEqual(['concept'])
})
