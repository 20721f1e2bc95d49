// What is committed runs anywhere: no path of one machine, no host of a registry, nothing that dates or binds it to a place.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const text = /\.(?:ts|tsx|mjs|cjs|json|md|css|sql|txt|yml|yaml|html|svg)$|^\.npmrc$|^\.gitignore$|^\.ci\//
// Known and not yet committed files too: what is wrong shows before it is committed.
const paths = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => text.test(path))
const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
const filesWith = (pattern: RegExp): string[] =>
  paths.filter((path) => pattern.test(read(path)) && !path.startsWith('testing/house/'))

test('no file holds an absolute path of a machine', () => {
  expect(filesWith(/(?<![\w.])\/(?:work|home|Users|root)\/[a-z]/)).toEqual([])
})

test('no file names the host of a package registry, and the lock file none of its addresses', () => {
  expect(
    filesWith(/registry\.npmjs|registry\.yarnpkg|_authToken|(?:npm|registry)\.[a-z0-9-]+\.(?:internal|local|corp)/),
  ).toEqual([])
  expect(read('package-lock.json')).not.toContain('"resolved"')
})

test('no file holds a mark of an unfinished merge, and no test is skipped or alone', () => {
  expect(filesWith(/^(?:<{7}|>{7}) /m)).toEqual([])
  expect(
    paths.filter(
      (path) =>
        /\.(?:test|journey)\.tsx?$/.test(path) && /\b(?:test|describe|it)\.(?:only|skip|todo)\b/.test(read(path)),
    ),
  ).toEqual([])
})

test('nobody bends the compiler or the linter without a reason beside it', () => {
  const bent = paths.filter(
    (path) =>
      /\.tsx?$/.test(path) && /@ts-ignore|@ts-nocheck|\bas any\b|: any(?:\[\]|[;,)>]| =)|<any>/.test(read(path)),
  )
  expect(bent.filter((path) => !path.startsWith('testing/house/'))).toEqual([])
})
