// The manifests tell the truth: their routes, open pages, neighbours, messages and migrations are what they say.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { features } from '../../src/features.ts'
import { houseSources } from './house-files.ts'

const routesOf = (name: string): string[] =>
  (features.find((feature) => feature.name === name)?.routes ?? []).map(({ method, path }) => `${method} ${path}`)

test('every open entry is a route of its feature', () => {
  const unknown = features.flatMap(({ name, open = [] }) => open.filter((entry) => !routesOf(name).includes(entry)))
  expect(unknown).toEqual([])
})

test('no route is listed twice', () => {
  const all = features.flatMap(({ name }) => routesOf(name))
  expect(all.filter((route, index) => all.indexOf(route) !== index)).toEqual([])
})

test('features.ts lists every folder of features, once, and holds nothing else', () => {
  const folders = globSync('src/features/*/feature.ts')
    .map((path) => path.split('/')[2])
    .sort()
  expect(features.map(({ name }) => name).sort()).toEqual(folders)
  const lines = readFileSync('src/features.ts', 'utf8')
    .split('\n')
    .filter((line) => !/^(?:import |\/\/|$)/.test(line))
  expect(lines.join('\n')).toMatch(/^export const features: readonly Feature\[\] = \[\s*[a-z, \n]+\]$/i)
})

const neighbourOf = /from '(?:#features|(?:\.\.\/)+)\/?([a-z-]+)\/public\.tsx?'/g

test('a feature imports those neighbours that its manifest names, and only those', () => {
  const differences = features.flatMap(({ name, uses = [] }) => {
    const files = houseSources.filter(({ path }) => path.startsWith(`src/features/${name}/`))
    const imported = new Set(
      files.flatMap(({ text }) => [...text.matchAll(neighbourOf)].map((found) => found[1] ?? '')),
    )
    const undeclared = [...imported]
      .filter((neighbour) => !uses.includes(neighbour))
      .map((one) => `${name} uses ${one}, unsaid`)
    const idle = uses.filter((neighbour) => !imported.has(neighbour)).map((one) => `${name} names ${one}, unused`)
    return [...undeclared, ...idle]
  })
  expect(differences).toEqual([])
})

test('the letters after g, the positions and the names of what features hand over are each given once', () => {
  const keys = features
    .flatMap((feature) => feature.navigation ?? [])
    .map(({ key }) => key)
    .filter((key) => key !== undefined)
  const parts = features
    .flatMap((feature) => [...(feature.home ?? []), ...(feature.beside ?? [])])
    .map(({ name }) => name)
  const listeners = features.flatMap((feature) => feature.hears ?? []).map(({ name }) => name)
  const kinds = features.flatMap((feature) => feature.kinds ?? []).map(({ kind }) => kind)
  const twice = [keys, parts, listeners, kinds].flatMap((names) =>
    names.filter((name, index) => names.indexOf(name) !== index),
  )
  expect(twice).toEqual([])
})

test('every fact that a feature tells stands in a manifest', () => {
  const known = new Set(features.flatMap((feature) => Object.keys(feature.facts ?? {})))
  const told = houseSources
    .filter(({ path }) => path.startsWith('src/features/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\bname: '([a-z-]+\.[a-z-]+)'/g)].map((found) => ({ path, name: found[1] ?? '' })),
    )
    .filter(
      ({ path, name }) => !name.startsWith(`${path.split('/')[2]}.`) && !/\/(?:home|jobs|search)\.tsx?$/.test(path),
    )
  expect(told.filter(({ name }) => !known.has(name)).map(({ path, name }) => `${name} (${path})`)).toEqual([])
})

test('migrations are named for their feature and numbered without a gap', () => {
  const wrong = features.flatMap(({ name, migrations = [] }) =>
    migrations.map((migration, index) => ({
      name: migration.name,
      begin: `${name}/${String(index + 1).padStart(3, '0')}-`,
    })),
  )
  expect(wrong.filter((one) => !one.name.startsWith(one.begin))).toEqual([])
})

test('everything open to visitors is known here, so that opening a page is a decision', () => {
  const sentences = features.filter(
    (feature) => (feature.open ?? []).length > 0 && Object.keys(feature.permissions ?? {}).length === 0,
  )
  expect(sentences.map(({ name }) => name)).toEqual([])
})
