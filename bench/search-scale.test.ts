// The measurement of search goes along with the schema and the code that it uses: run for a few documents, as one would by hand.
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { diceOf, zipfOf } from './search-scale/dice.ts'
import { documentMaker } from './search-scale/documents.ts'
import { askQuestions } from './search-scale/questions.ts'

test('search over three hundred documents is measured beside the two others', () => {
  const words = execFileSync('node_modules/.bin/node', ['bench/search-scale.ts', '300'], { encoding: 'utf8' })
  for (const line of ['ours, facets and reasons', 'while all is made anew', 'ts_rank_cd', 'MiniSearch'])
    expect(words).toMatch(new RegExp(`${line}[^\\n]* \\d+\\.\\d\\n`))
  expect(words).toMatch(/made anew while people search 300 documents/)
}, 120_000)

const make = () => documentMaker({ own: [3, 4], foreign: [5] }, [{ id: 1, name: 'City', slug: 'city' }])

test('documents and questions are the same in every run, in several languages and audiences', () => {
  const [one, other] = [make(), make()]
  const documents = Array.from({ length: 300 }, (_, index) => one(index + 1))
  expect(documents).toEqual(documents.map(({ subject }) => other(subject)))
  expect(new Set(documents.map(({ lang }) => lang)).size).toBe(8)
  expect(new Set(documents.map(({ audience }) => audience)).size).toBe(5)
  for (const { summary, body } of documents) {
    const words = `${summary} ${body}`.split(' ').length
    expect(words).toBeGreaterThanOrEqual(95)
    expect(words).toBeLessThan(420)
  }
  const questions = askQuestions(200, one, 300)
  expect(questions).toEqual(askQuestions(200, other, 300))
  for (const { text } of questions) expect(text.split(' ').length).toBeLessThanOrEqual(4)
})

test('the second of a list is drawn half as often as the first, the tenth a tenth as often', () => {
  const draw = zipfOf(1000)
  const dice = diceOf(7)
  const counts = new Map<number, number>()
  for (let drawn = 0; drawn < 100_000; drawn += 1) {
    const place = draw(dice)
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  const first = counts.get(0) ?? 0
  expect((counts.get(1) ?? 0) / first).toBeCloseTo(0.5, 1)
  expect((counts.get(9) ?? 0) / first).toBeCloseTo(0.1, 1)
})
