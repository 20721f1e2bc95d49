// The files of the house, read once, for the rules that look at text rather than at behaviour.
import { globSync, readFileSync } from 'node:fs'

export interface HouseFile {
  readonly path: string
  readonly text: string
  readonly lines: number
}

const read = (path: string): HouseFile => {
  const text = readFileSync(path, 'utf8')
  return { path, text, lines: text.replace(/\n$/, '').split('\n').length }
}

export const filesOf = (...patterns: readonly string[]): readonly HouseFile[] =>
  patterns.flatMap((pattern) => globSync(pattern).sort()).map(read)

export const isTest = (path: string): boolean => /\.(?:test|journey)\.tsx?$/.test(path) || path.startsWith('testing/')

/** Everything of ours in TypeScript, the tests and their tools too. */
export const allSources = filesOf('src/**/*.{ts,tsx}', 'testing/**/*.{ts,tsx}', 'bench/**/*.ts')
/** What runs: no tests. */
export const houseSources = allSources.filter(({ path }) => path.startsWith('src/') && !isTest(path))
