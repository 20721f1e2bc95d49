// Names say what a thing is, files say what they are for, facts read as what happened.
import { existsSync, globSync } from 'node:fs'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'
import { features } from '../../src/features.ts'
import { allSources, houseSources } from './house-files.ts'

// As a whole name or as its last word: `data-table` is a table, `practice-data` would be anything.
const vague = /(?:^|-)(?:utils?|helpers?|misc|common|managers?|handlers?|services?|data|info|base)$/
const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.[a-z]+)+$/, '')

test('no file is called util, helper, misc, common, manager, handler, service, data, info or base', () => {
  const paths = globSync('{src,testing,scripts,bench}/**/*.{ts,tsx,mjs,cjs}')
  expect(paths.filter((path) => vague.test(stemOf(path)))).toEqual([])
})

test('files and folders are named in kebab-case', () => {
  const kebab = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)+$/
  const paths = globSync('{src,testing,scripts,bench}/**/*.{ts,tsx,mjs,cjs,css,txt}')
  expect(paths.filter((path) => !kebab.test(path))).toEqual([])
})

test('each file opens with what it is for', () => {
  const silent = allSources.filter(
    ({ text }) => !/^(?:#!.*\n)?(?:\/\*\* @jsx.*\n)?(?:\/\/ \S|\/\*\*? ?\S|\/\*\*?\n)/.test(text),
  )
  expect(silent.map(({ path }) => path)).toEqual([])
})

test('exports are named', () => {
  const byDefault = houseSources.filter(({ path, text }) =>
    parseSync(path, text).module.staticExports.some(({ entries }) =>
      entries.some(({ exportName }) => exportName.kind === 'Default'),
    ),
  )
  expect(byDefault.map(({ path }) => path)).toEqual([])
})

test('no file only passes on what others export', () => {
  const barrels = houseSources.filter(({ path, text }) => {
    const { staticExports } = parseSync(path, text).module
    const entries = staticExports.flatMap((one) => one.entries)
    return (
      !/\/public\.tsx?$/.test(path) &&
      entries.length > 0 &&
      entries.every(({ moduleRequest }) => moduleRequest !== null)
    )
  })
  expect(barrels.map(({ path }) => path)).toEqual([])
})

// Participles that do not end in -ed; a new one is added here when a fact needs it.
const irregular = new Set([
  'given',
  'withdrawn',
  'left',
  'set',
  'begun',
  'began',
  'sent',
  'read',
  'told',
  'won',
  'lost',
  'paid',
  'held',
  'met',
  'written',
  'hidden',
  'shown',
  'made',
])
const isParticiple = (word: string): boolean => word.endsWith('ed') || irregular.has(word)

test('facts are noun.past-participle', () => {
  const names = features.flatMap((feature) => Object.keys(feature.facts ?? {}))
  const told = houseSources.flatMap(({ text }) =>
    [...text.matchAll(/recordFact\([^;]*?name:\s*'([^']+)'/gs)].map((found) => found[1] ?? ''),
  )
  const wrong = [...names, ...told].filter((name) => {
    const [noun, act, ...rest] = name.split('.')
    return (
      rest.length > 0 || !/^[a-z]+(?:-[a-z]+)*$/.test(noun ?? '') || !isParticiple((act ?? '').split('-').at(-1) ?? '')
    )
  })
  expect([...new Set(wrong)]).toEqual([])
})

test('each feature has a folder of its name, a README and a manifest', () => {
  const lacking = features.flatMap(({ name }) =>
    ['README.md', 'feature.ts'].map((file) => `src/features/${name}/${file}`).filter((path) => !existsSync(path)),
  )
  expect(lacking).toEqual([])
})

test('no two features wait for each other by a lock of the same number', () => {
  const named = houseSources.flatMap(({ path, text }) =>
    [...text.matchAll(/const \w+Lock = ([\d_]+)/g)].map((found) => ({
      path,
      number: Number(found[1]?.replaceAll('_', '')),
    })),
  )
  expect(named.length).toBeGreaterThan(3)
  const twice = Map.groupBy(named, ({ number }) => number)
    .values()
    .filter((those) => those.length > 1)
  expect([...twice].map((those) => those.map(({ path }) => path).join(' and '))).toEqual([])
})
