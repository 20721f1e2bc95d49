// STYLE.md shows what the code really does: the names, messages and sizes of its good examples exist.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { houseSources } from './house-files.ts'

const style = readFileSync('STYLE.md', 'utf8')
const blocks = [...style.matchAll(/```tsx?\n([\s\S]*?)```/g)].map((found) => found[1] ?? '')

/** A block whose first line is marked is good, or bad, as a whole; in the others each line speaks for itself. */
const goodLinesOf = (block: string): string[] => {
  const lines = block.trim().split('\n')
  const marked = lines.filter((line) => /\/\/ (?:good|bad)/.test(line))
  if (marked.length === 1) return marked[0]?.includes('// good') ? lines : []
  return lines.filter((line) => line.includes('// good'))
}
const codeOf = (line: string): string => line.replace(/\s\/\/ .*$/, '')
const good = blocks.flatMap(goodLinesOf).map(codeOf)

const declared = new Set(
  houseSources.flatMap(({ text }) =>
    [...text.matchAll(/\b(?:const|function|interface|type) ([A-Za-z]\w*)/g)].map((found) => found[1] ?? ''),
  ),
)
/** The example's own, the language's, SQL's and the test runner's. */
const known = new Set('isStale write test if async sql post again array Response'.split(' '))

test('what its good examples call or draw exists', () => {
  const named = good.flatMap((line) =>
    [...line.matchAll(/(?<![.\w])([a-z]\w*)\(|<([A-Z]\w*)/g)].map((found) => found[1] ?? found[2] ?? ''),
  )
  expect(named.length).toBeGreaterThan(15)
  expect([...new Set(named)].filter((name) => name !== 't' && !known.has(name) && !declared.has(name))).toEqual([])
})

test('the messages of its good examples exist', () => {
  const keys = good.flatMap((line) => [...line.matchAll(/'practices\.([a-z-]+)'/g)].map((found) => found[1] ?? ''))
  const messages = JSON.parse(readFileSync('locales/en/practices.json', 'utf8')) as Record<string, string>
  expect(keys.length).toBeGreaterThan(1)
  expect(keys.filter((key) => !(key in messages))).toEqual([])
})

test('the names it refuses are those that the house refuses', () => {
  const refused = /Nobody is called ([a-z, ]+) or ([a-z]+):/.exec(style)
  const names = [...(refused?.[1] ?? '').split(', '), refused?.[2] ?? ''].sort()
  const rule = readFileSync('testing/house/names.test.ts', 'utf8')
  const pattern = /const vague = .*\(\?:([a-z|?]+)\)\$\//.exec(rule)?.[1] ?? ''
  expect(names).toEqual(pattern.replaceAll('s?', '').split('|').sort())
})

test('the sizes that people read are those that the house measures', () => {
  const rule = readFileSync('testing/house/sizes.test.ts', 'utf8')
  const measured = (beginning: RegExp): number => Number(beginning.exec(rule)?.[1])
  const sizes = [
    ['action', measured(/actions.*, (\d+)\],/)],
    ['store', measured(/\\\/store.*, (\d+)\],/)],
    ['routes', measured(/\\\/routes.*, (\d+)\],/)],
    ['view', measured(/views.*, (\d+)\],/)],
    ['function', measured(/comfortableFunction = (\d+)/)],
    ['test', measured(/test\|journey.*, (\d+)\],/)],
  ]
  const sentence = `${sizes.map(([name, lines]) => `${name} ${lines}`).join(', ')} lines`
  for (const path of ['STYLE.md', 'CONTRIBUTING.md'])
    expect(readFileSync(path, 'utf8').toLowerCase()).toContain(sentence)
})
