// Nobody is quoted with what they did not say: what may differ between a text and what a browser marks of it, and what may not.
import { describe, expect, test } from 'vitest'
import { partOf } from './quoting.ts'

const reply = [
  'We began with **two** mediators for 1.5 years, at -3 °C and 100 $ a day.',
  '- It works\n- for 115 of 2,019\n  1. or so',
  'They said: “Come again!”, and the rapist was 1 5-year-old problem (20 %).',
].join('\n\n')

describe('taken as it was marked', () => {
  test.each([
    ['across paragraphs and lists, with the marks that browsers draw', 'a day.\n\n• It works\n◦ for 115 of 2,019'],
    ['a part of a sentence', 'with two mediators for 1.5 years'],
    ['a word that was not marked to its end', 'with two mediat'],
    ['without its quotation marks', 'They said: Come again'],
    ['a figure with its sign', '20 %'],
  ])('%s', (_, part) => {
    expect(partOf(reply, part)).toBe(part.replace(/\s+/g, ' '))
  })

  test('nothing marked is the whole, or its beginning', () => {
    expect(partOf('Yes.', ' ')).toBe('Yes.')
    expect(partOf('word '.repeat(500), '')).toMatch(/^word .* …$/)
  })

  test('a long part ends with a word, also where it would end within a sign of two halves', () => {
    expect(partOf('word '.repeat(500), 'word '.repeat(400))).toMatch(/word …$/)
    const signs = `x${'😀'.repeat(600)}`
    expect(partOf(signs, signs)?.isWellFormed()).toBe(true)
  })
})

test.each([
  ['another figure', 'for 15 years'],
  ['another figure, cut out of one', '15 of 2,019'],
  ['its beginning', 'for 115 of 2'],
  ['without its minus', 'at 3 °C'],
  ['another currency', '100 € a day'],
  ['two figures made one', '15-year-old'],
  ['two words made one', 'and therapist'],
  ['without the unit', 'at -3 C'],
  ['no word at all', '...'],
  ['only an end', ' …'],
])('refused: %s', (_, part) => {
  expect(partOf(reply, part)).toBeUndefined()
})
