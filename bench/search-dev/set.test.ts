// The development set itself: what its figures rest on must hold.
import { expect, test } from 'vitest'
import { languagesOf, readDevelopmentSet } from './measure.ts'

const { documents, queries } = readDevelopmentSet()
const langOf = languagesOf(documents)
const asked = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt']
const twice = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at)

test('Every id stands once, and no query is asked twice in a language', () => {
  expect(twice(documents.map(({ id }) => id))).toEqual([])
  expect(twice(queries.map(({ id }) => id))).toEqual([])
  expect(twice(queries.map(({ lang, text }) => `${lang} ${text.toLowerCase()}`))).toEqual([])
})

test('Every document has a title and a text, and nothing is left of markup', () => {
  const poor = documents.filter(({ title, text }) => title.trim() === '' || text.trim().length < 200)
  expect(poor.map(({ id }) => id)).toEqual([])
  expect(documents.filter(({ title, text }) => /[<>]|\|\|/.test(title + text)).map(({ id }) => id)).toEqual([])
})

test('Every grade is 1 or 2 and points to a document, and every query has one that answers it', () => {
  for (const { id, grades } of queries) {
    expect(
      Object.keys(grades).filter((document) => !langOf.has(document)),
      id,
    ).toEqual([])
    expect([1, 2], id).toEqual(expect.arrayContaining(Object.values(grades)))
    expect(Object.values(grades), id).toContain(2)
  }
})

test('Every document answers or helps some query, so that none is only noise', () => {
  const graded = new Set(queries.flatMap(({ grades }) => Object.keys(grades)))
  expect(documents.filter(({ id }) => !graded.has(id)).map(({ id }) => id)).toEqual([])
})

test('Each of the eight languages asks at least fourteen times, in a few words', () => {
  expect([...new Set(queries.map(({ lang }) => lang))].sort()).toEqual(asked)
  for (const lang of asked) expect(queries.filter((query) => query.lang === lang).length, lang).toBeGreaterThan(13)
  const wordy = queries.filter(({ text }) => text.trim() === '' || text.trim().split(/\s+/).length > 12)
  expect(wordy.map(({ text }) => text)).toEqual([])
})

test('At least two thirds of the queries have most of their answers in other languages, and enough have some in their own', () => {
  const answersOf = (grades: Readonly<Record<string, number>>): string[] =>
    Object.keys(grades).filter((id) => grades[id] === 2)
  const foreign = queries.filter(({ lang, grades }) => {
    const answers = answersOf(grades)
    return answers.filter((id) => langOf.get(id) !== lang).length * 2 > answers.length
  })
  expect(foreign.length / queries.length).toBeGreaterThanOrEqual(2 / 3)
  const own = queries.filter(({ lang, grades }) => answersOf(grades).some((id) => langOf.get(id) === lang))
  expect(own.length).toBeGreaterThan(100)
})
