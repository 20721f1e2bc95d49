// docs/architecture.md agrees with what it describes: the rules about imports, the drawing, the listeners it names.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { features } from '../../src/features.ts'

const page = readFileSync('docs/architecture.md', 'utf8')
const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: readonly { name: string }[]
}

test('the table of rules has one line for each rule of the dependency cruiser, in its order', () => {
  const section = page.slice(page.indexOf('### Who may import whom'), page.indexOf('## The way of one request'))
  const rows = [...section.matchAll(/^\| `([a-z-]+)` \| (.+) \| (.+) \|$/gm)]
  expect(rows.map((row) => row[1])).toEqual(forbidden.map(({ name }) => name))
})

test('the drawing and the table of features are what the manifests say', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/draw-architecture.mjs', '--check'], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test('every listener is told in the table of who hears, and nobody else', () => {
  const section = page.slice(page.indexOf('| who hears |'), page.indexOf('## What each feature declares'))
  const told = [...section.matchAll(/`([a-z]+\.[a-z-]+)`/g)].map((found) => found[1] ?? '')
  const listeners = features.flatMap((feature) => feature.hears ?? []).map(({ name }) => name)
  expect(told.sort()).toEqual(listeners.sort())
})
