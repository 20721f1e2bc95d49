// The real concept files keep the promises that search builds on.
import { describe, expect, test } from 'vitest'
import { languages } from '#kernel/locale.ts'
import { fold } from './fold.ts'
import type { Concept } from './parse-concepts.ts'
import { readConceptFiles, readEverydayFiles, readHomonymFiles, vocabulary } from './vocabulary.ts'

const { concepts, errors } = readConceptFiles()
const everyday = readEverydayFiles()
const homonyms = readHomonymFiles()
/** Further languages in which each concept has its preferred label. */
const further = ['ca', 'sv', 'da', 'cs', 'ro', 'el', 'fi', 'hu']
const where = ({ file, line, slug }: Concept): string => `${file}:${line} ${slug}`
const labelsIn = (list: readonly Concept[]): number =>
  list.reduce((sum, { labels }) => sum + Object.values(labels).flat().length, 0)

test('Every line can be read', () => {
  expect([...errors, ...everyday.errors, ...homonyms.errors]).toEqual([])
})

test('There are at least 800 concepts with 12,000 labels', () => {
  expect(concepts.length).toBeGreaterThanOrEqual(800)
  expect(labelsIn(concepts)).toBeGreaterThanOrEqual(12_000)
})

test('Every slug is there once', () => {
  for (const list of [concepts, everyday.concepts]) {
    const slugs = list.map(({ slug }) => slug)
    expect(slugs.filter((slug, index) => slugs.indexOf(slug) !== index)).toEqual([])
  }
})

describe('The concepts hang together', () => {
  const slugs = new Set(concepts.map(({ slug }) => slug))
  const named = (concept: Concept): string[] => [
    ...concept.related,
    ...(concept.broader === undefined ? [] : [concept.broader]),
  ]

  test('Broader and related concepts exist, and no concept is its own', () => {
    expect(
      concepts.filter((concept) => named(concept).some((slug) => !slugs.has(slug) || slug === concept.slug)).map(where),
    ).toEqual([])
  })

  test('No circle, and every concept reaches a field of action', () => {
    const tops = new Set(vocabulary().tops)
    expect(tops.size).toBe(20)
    expect(
      concepts
        .filter(({ slug }) => {
          const above = vocabulary().ancestors(slug)
          return above.includes(slug) || !tops.has(above.at(-1) ?? slug)
        })
        .map(where),
    ).toEqual([])
  })

  test('What is related is not broader or narrower too', () => {
    expect(
      concepts
        .filter(({ slug, related }) =>
          related.some(
            (other) => vocabulary().ancestors(slug).includes(other) || vocabulary().ancestors(other).includes(slug),
          ),
        )
        .map(where),
    ).toEqual([])
  })
})

test('Every concept speaks all languages of the interface, and the further ones', () => {
  expect(
    concepts
      .filter(({ labels }) => [...languages, ...further].some((lang) => (labels[lang] ?? []).length === 0))
      .map(where),
  ).toEqual([])
})

/** Owners of a label in a language. */
const ownersOf = (list: readonly Concept[]): Map<string, Concept[]> => {
  const owners = new Map<string, Concept[]>()
  for (const concept of list)
    for (const [lang, labels] of Object.entries(concept.labels))
      for (const label of labels) {
        const key = `${lang}: ${fold(label)}`
        owners.set(key, [...(owners.get(key) ?? []), concept])
      }
  return owners
}

test('No label stands for two concepts of a language, unless a rule decides which is meant', () => {
  const declared = new Set(homonyms.homonyms.map(({ lang, label }) => `${lang}: ${fold(label)}`))
  expect(
    [...ownersOf(concepts)]
      .filter(([key, owners]) => owners.length > 1 && !declared.has(key))
      .map(([key, owners]) => `${key} (${owners.map(where).join(', ')})`),
  ).toEqual([])
})

test('A homonym is a label, is declared once, and leads to concepts that there are', () => {
  const owners = ownersOf([...concepts, ...everyday.concepts])
  const slugs = new Set(concepts.map(({ slug }) => slug))
  const keys = homonyms.homonyms.map(({ lang, label }) => `${lang}: ${fold(label)}`)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  expect(
    homonyms.homonyms
      .filter(
        ({ lang, label, senses }) =>
          !owners.has(`${lang}: ${fold(label)}`) ||
          senses.length === 0 ||
          senses.some(({ slug }) => slug !== undefined && !slugs.has(slug)),
      )
      .map(({ file, line, label }) => `${file}:${line} ${label}`),
  ).toEqual([])
})

test('Every field of action is covered to a similar depth in every language', () => {
  const rows = vocabulary().tops.map((top) => {
    const below = vocabulary()
      .withNarrower(top)
      .flatMap((slug) => vocabulary().find(slug) ?? [])
    const perConcept = (lang: string): number =>
      below.reduce((sum, { labels }) => sum + (labels[lang] ?? []).length, 0) / below.length
    return { top, concepts: below.length, perConcept: languages.map(perConcept) }
  })
  const lines = rows.map(
    ({ top, concepts: count, perConcept }) =>
      `${top.padEnd(18)} ${String(count).padStart(4)} ${perConcept.map((one) => one.toFixed(1).padStart(5)).join('')}`,
  )
  process.stdout.write(
    `\nLabels per concept\nfield             concepts ${languages.map((lang) => lang.padStart(4)).join(' ')}\n${lines.join('\n')}\n`,
  )
  for (const { top, concepts: count, perConcept } of rows) {
    expect(count, top).toBeGreaterThanOrEqual(35)
    // No language knows less than half as many words for a field as the one that knows most.
    expect(Math.min(...perConcept), top).toBeGreaterThan(Math.max(...perConcept) / 2)
  }
})
