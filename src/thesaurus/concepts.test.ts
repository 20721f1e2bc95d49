// The real concept files keep the promises that search builds on.
import { expect, test } from 'vitest'
import { languages } from '#kernel/locale.ts'
import { fold } from './fold.ts'
import { readConceptFiles, vocabulary } from './vocabulary.ts'

const { concepts, errors } = readConceptFiles()
const where = ({ file, line, slug }: (typeof concepts)[number]): string => `${file}:${line} ${slug}`

test('Every line can be read', () => {
  expect(errors).toEqual([])
})

test('Every slug is there once', () => {
  const slugs = concepts.map(({ slug }) => slug)
  expect(slugs.filter((slug, index) => slugs.indexOf(slug) !== index)).toEqual([])
})

test('Broader and related concepts exist, and no concept is broader than itself', () => {
  const slugs = new Set(concepts.map(({ slug }) => slug))
  const named = (concept: (typeof concepts)[number]) => [
    ...concept.related,
    ...(concept.broader === undefined ? [] : [concept.broader]),
  ]
  expect(
    concepts.filter((concept) => named(concept).some((slug) => !slugs.has(slug) || slug === concept.slug)).map(where),
  ).toEqual([])
  expect(concepts.filter(({ slug }) => vocabulary().ancestors(slug).includes(slug)).map(where)).toEqual([])
})

test('Every concept speaks all languages of the interface', () => {
  expect(
    concepts.filter(({ labels }) => languages.some((lang) => (labels[lang] ?? []).length === 0)).map(where),
  ).toEqual([])
})

test('No label stands for two concepts of a language', () => {
  const owners = new Map<string, string>()
  const doubles: string[] = []
  for (const concept of concepts)
    for (const [lang, labels] of Object.entries(concept.labels))
      for (const label of labels) {
        const key = `${lang}: ${fold(label)}`
        const owner = owners.get(key)
        if (owner !== undefined) doubles.push(`${key} (${owner}, ${where(concept)})`)
        owners.set(key, where(concept))
      }
  expect(doubles).toEqual([])
})
