// Views only draw: nothing inline that the strict policy would forbid, nothing raw, no words outside the messages.
import { expect, test } from 'vitest'
import { houseSources } from './house-files.ts'

const drawings = houseSources.filter(({ path }) => path.endsWith('.tsx'))
const linesWith = (pattern: RegExp, except: RegExp = /^$/): string[] =>
  drawings.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) && !except.test(path) ? [`${path}:${index + 1} ${line.trim()}`] : [],
      ),
  )

test('no inline style', () => {
  expect(linesWith(/\sstyle=|<style[\s>]/)).toEqual([])
})

test('no inline script; the head alone carries the built file and JSON-LD', () => {
  expect(linesWith(/<script[\s>]/, /^src\/ui\/page-frame\/head\.tsx$/)).toEqual([])
})

test('no attribute that holds script', () => {
  expect(linesWith(/\son(?!ce=)[a-z]+=["{]|\shref="javascript:/i)).toEqual([])
})

/** Where finished HTML enters a page, each made safe in one named place. */
const rawPlaces =
  /^src\/ui\/(?:prose\/prose|page-frame\/(?:head|page-frame)|item-card\/passage|icon\/icon|progress-panel\/progress-panel|map-of-europe\/[a-z-]+)\.tsx$/

test('finished HTML enters pages in named places only', () => {
  expect(linesWith(/dangerouslySetInnerHTML|\braw\(/, rawPlaces)).toEqual([])
})

// Two words in a row between tags, or in an attribute that people read or hear, are words that no translator saw.
test('every word goes through the messages', () => {
  const between = /^\s*[A-Z][a-z]+(?: [a-z]+)+[.!?]?\s*$|>[A-Z]?[a-z]+(?: [A-Za-z]+)+[.!?]?</
  const attribute = /\s(?:alt|title|aria-label|placeholder)="[A-Za-z]/
  const exempt = /\.examples\.tsx$|^src\/ui\/catalogue\//
  expect([...linesWith(between, exempt), ...linesWith(attribute, exempt)]).toEqual([])
})
