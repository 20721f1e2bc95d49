// Files and functions keep a size that can be read at once: above the comfortable one they are named, at double they fail.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { functionsIn } from './function-sizes.ts'
import { allSources, isTest } from './house-files.ts'

interface Excess {
  readonly what: string
  readonly lines: number
  readonly comfortable: number
}

/** First that fits. Lists of words, drawings and migrations are data in the shape of code and have no size. */
const kinds: readonly (readonly [RegExp, number])[] = [
  [
    /\/migrations\/|\.examples\.tsx$|\/(?:drawings|europe-paths|stop-words|catalogue-examples)\.ts$/,
    Number.POSITIVE_INFINITY,
  ],
  [/\.(?:test|journey)\.tsx?$/, 120],
  [/\/actions\//, 40],
  [/\/store(?:-[a-z-]+)?\.ts$/, 150],
  [/\/routes(?:-[a-z-]+)?\.tsx?$/, 120],
  [/\/views\//, 60],
  [/./, 150],
]
const comfortableOf = (path: string): number => kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 150
const comfortableFunction = 20

const files: readonly Excess[] = allSources.map(({ path, lines }) => ({
  what: path,
  lines,
  comfortable: comfortableOf(path),
}))
const functions: readonly Excess[] = allSources
  .filter(({ path }) => !isTest(path) && comfortableOf(path) !== Number.POSITIVE_INFINITY)
  .flatMap(({ path, text }) => functionsIn(path, text))
  .map(({ what, lines }) => ({ what, lines, comfortable: comfortableFunction }))
const all = [...files, ...functions]

interface Exception {
  readonly what: string
  readonly lines: number
  readonly since: string
  readonly why: string
}
const exceptions = JSON.parse(readFileSync('testing/house/size-exceptions.json', 'utf8')) as readonly Exception[]
const exceptionOf = (what: string): Exception | undefined => exceptions.find((exception) => exception.what === what)

test('nothing reaches double its comfortable size, but for the dated exceptions, which do not grow', () => {
  const tooLarge = all.filter(
    ({ what, lines, comfortable }) => lines >= 2 * comfortable && lines > (exceptionOf(what)?.lines ?? 0),
  )
  expect(
    tooLarge.map(({ what, lines, comfortable }) => `${what}: ${lines} lines, comfortable are ${comfortable}`),
  ).toEqual([])
})

test('an exception that is no longer needed is gone from the list', () => {
  const needed = new Set(all.filter(({ lines, comfortable }) => lines >= 2 * comfortable).map(({ what }) => what))
  expect(exceptions.filter(({ what }) => !needed.has(what)).map(({ what }) => what)).toEqual([])
  expect(exceptions.filter(({ since, why }) => !/^\d{4}-\d\d-\d\d$/.test(since) || why.length < 10)).toEqual([])
})

test('what has outgrown its comfortable size is named as a warning', () => {
  const grown = all.filter(({ lines, comfortable }) => lines > comfortable && lines < 2 * comfortable)
  const lines = grown.sort((one, other) => other.lines / other.comfortable - one.lines / one.comfortable).slice(0, 15)
  if (lines.length > 0)
    console.warn(
      `${grown.length} above their comfortable size; the largest:\n${lines.map((one) => `  ${one.what}: ${one.lines}/${one.comfortable}`).join('\n')}`,
    )
  expect(grown.length).toBeLessThan(all.length / 5)
})
