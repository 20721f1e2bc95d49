// Accepted words in the form of the files: what is printed can be read back, and is no more once the files have it.
import { expect, test } from 'vitest'
import { type Addition, withAdditions } from '#thesaurus/additions.ts'
import { parseConcepts } from '#thesaurus/parse-concepts.ts'
import { printAdditions } from './print-additions.ts'

const text = '= light\nde: Licht\nen: light\n\n= dark < light\nde: Dunkelheit\nen: dark\n'
const { concepts } = parseConcepts(text, 'light.txt')
const additions: readonly Addition[] = [
  { concept: 'light', broader: null, note: '', labels: { de: ['Leuchte'] } },
  { concept: 'glow', broader: 'dark', note: 'What glows.', labels: { en: ['glow'], pl: ['żar'] } },
  { concept: 'light', broader: null, note: '', labels: { de: ['Laterne'], fr: ['lumière'] } },
  { concept: 'glow', broader: null, note: '', labels: { en: ['gleam'] } },
  { concept: 'gone', broader: null, note: '', labels: { en: ['gone'] } },
]

test('a concept is printed as the files write it, a label with the place where it belongs', () => {
  expect(printAdditions(additions, concepts)).toEqual([
    ...['# light.txt, line 1: add to "= light"', 'de: Leuchte; Laterne', 'fr: lumière', ''],
    ...['= glow < dark', 'note: What glows.', 'en: glow; gleam', 'pl: żar', ''],
    '# "gone" is in the files no more: its accepted labels are passed over.',
  ])
})

test('a printed concept read as a file gives what the additions gave', () => {
  const printed = printAdditions(additions.slice(1, 2), concepts).join('\n')
  const read = parseConcepts(printed, 'new.txt')
  expect(read.errors).toEqual([])
  const laid = withAdditions(concepts, additions.slice(1, 2)).find(({ slug }) => slug === 'glow')
  expect(read.concepts).toEqual([{ ...laid, file: 'new.txt', line: 1 }])
})

test('what the files have by now is not printed again', () => {
  const moved = parseConcepts(`${text}\n= glow < dark\nen: glow\npl: ŻAR`, 'light.txt').concepts
  expect(printAdditions(additions.slice(1, 2), moved)).toEqual(['# The files have everything that was accepted.'])
  expect(printAdditions([], moved)).toEqual(['# Nothing was accepted yet.'])
})
