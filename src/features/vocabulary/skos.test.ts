// What other programs read: judged by two parsers that are not ours, triple by triple, and by the conditions of SKOS.
import jsonld from 'jsonld'
import { Parser, type Quad } from 'n3'
import { describe, expect, test } from 'vitest'
import { type ConceptGraph, createConceptGraph } from '#thesaurus/concept-graph.ts'
import type { Concept } from '#thesaurus/parse-concepts.ts'
import { vocabulary } from '#thesaurus/vocabulary.ts'
import { jsonLdOf } from './json-ld.ts'
import { skosOf } from './skos.ts'
import { turtleOf } from './turtle.ts'

const facts = {
  uri: 'https://vicinia.example/thesaurus',
  titles: [['en', 'Thesaurus'] as const],
  licence: 'https://spdx.org/licenses/EUPL-1.2',
  modified: '2026-11-26',
}
const skos = 'http://www.w3.org/2004/02/skos/core#'

const lineOf = ({ subject, predicate, object }: Quad): string => {
  const kind = object.termType === 'Literal' ? `@${object.language} ${object.datatype.value}` : object.termType
  return JSON.stringify([subject.value, predicate.value, object.value, kind])
}
const fromTurtle = (graph: ConceptGraph): Quad[] =>
  new Parser({ format: 'text/turtle' }).parse(turtleOf(skosOf(graph, facts)))
const fromJsonLd = async (graph: ConceptGraph): Promise<Quad[]> => {
  const lines = await jsonld.toRDF(JSON.parse(jsonLdOf(skosOf(graph, facts))), { format: 'application/n-quads' })
  return new Parser({ format: 'application/n-quads' }).parse(String(lines))
}
const linesOf = (quads: readonly Quad[]): string[] => quads.map(lineOf).sort()

const valuesOf = (quads: readonly Quad[], predicate: string): (readonly [string, string])[] =>
  quads
    .filter((quad) => quad.predicate.value === skos + predicate)
    .map(({ subject, object }) => {
      const lang = object.termType === 'Literal' ? `@${object.language}` : ''
      return [subject.value, `${object.value}${lang}`] as const
    })

const hostile = [
  'say "light"',
  'back\\slash \\" \\u0041',
  'line\nbreak\r\nand\ttab',
  'right \u202Eto left\u202C \u200F marks \u2067x\u2069',
  "a''b''' and \"\"\" three",
  '<b>bold</b> & <script>alert(1)</script>',
  "'); drop table person; --",
  'nul \u0000 bell \u0007 delete \u007F next \u0085 line \u2028 paragraph \u2029',
  'emoji 🌙 and half a pair \uD83C',
  '@prefix evil: <x> . } { ; . #',
  'x'.repeat(10_000),
]
const concept = (slug: string, broader: string | undefined, labels: Concept['labels'], note = ''): Concept => ({
  ...{ slug, broader, related: [], note, labels, file: 'x', line: 1 },
})
const hostileGraph = createConceptGraph([
  concept('top', undefined, { en: ['top', ...hostile], pl: ['góra'] }, hostile.join(' ')),
  ...hostile.map((label, index) => concept(`c-${index}`, 'top', { en: [label], el: [`${label} ψ`, label, label] })),
])

describe.each([
  ['the thesaurus', vocabulary()],
  ['a hostile one', hostileGraph],
])('%s', (_, graph) => {
  test('says the same in Turtle and in JSON-LD', async () => {
    const turtle = linesOf(fromTurtle(graph))
    expect(turtle).toEqual(linesOf(await fromJsonLd(graph)))
    expect(turtle.length).toBeGreaterThan(graph.all.length * 3)
  })

  test('says every label of every concept, with its language and letter by letter', () => {
    const quads = fromTurtle(graph)
    const said = new Set(
      [...valuesOf(quads, 'prefLabel'), ...valuesOf(quads, 'altLabel')].map((pair) => pair.join(' ')),
    )
    const missing = graph.all.flatMap(({ slug, labels }) =>
      Object.entries(labels).flatMap(([lang, list]) =>
        list.map((label) => `${facts.uri}/${slug} ${label.toWellFormed()}@${lang}`).filter((line) => !said.has(line)),
      ),
    )
    expect(missing).toEqual([])
  })

  test('keeps the conditions of SKOS', () => {
    const quads = fromTurtle(graph)
    const preferred = valuesOf(quads, 'prefLabel')
    const perLanguage = preferred.map(([uri, label]) => `${uri} ${label.slice(label.lastIndexOf('@'))}`)
    expect(perLanguage.length).toBe(new Set(perLanguage).size)
    expect(new Set(preferred.map(([uri]) => uri)).size).toBe(graph.all.length)
    const said = new Set(preferred.map((pair) => pair.join(' ')))
    expect(valuesOf(quads, 'altLabel').filter((pair) => said.has(pair.join(' ')))).toEqual([])

    const broader = new Map(valuesOf(quads, 'broader'))
    const above = (uri: string): string[] => {
      const path: string[] = []
      for (let at = broader.get(uri); at !== undefined; at = broader.get(at)) {
        if (path.includes(at)) throw new Error(`${uri} is above itself`)
        path.push(at)
      }
      return path
    }
    const related = valuesOf(quads, 'related')
    expect(
      related.filter(([one, other]) => one === other || above(one).includes(other) || above(other).includes(one)),
    ).toEqual([])
    expect(
      valuesOf(quads, 'narrower')
        .map(([up, down]) => `${down} ${up}`)
        .sort(),
    ).toEqual(
      valuesOf(quads, 'broader')
        .map((pair) => pair.join(' '))
        .sort(),
    )
    const tops = valuesOf(quads, 'hasTopConcept').map(([, top]) => top)
    expect(tops.filter((top) => broader.has(top))).toEqual([])
    expect(valuesOf(quads, 'inScheme')).toHaveLength(graph.all.length)
    expect(tops.length + broader.size).toBe(graph.all.length)
  })
})

test('a related concept that is also above is named once, as the broader one', () => {
  const graph = createConceptGraph([
    concept('a', undefined, { en: ['a'] }),
    { ...concept('b', 'a', { en: ['b'] }), related: ['a', 'b', 'nowhere', 'c'] },
    concept('c', 'a', { en: ['c'] }),
  ])
  const [, b] = skosOf(graph, facts).concepts
  expect(b?.related).toEqual([`${facts.uri}/c`])
})

test('every title, the licence and the day of the scheme can be read', () => {
  const quads = fromTurtle(vocabulary()).filter(({ subject }) => subject.value === facts.uri)
  const named = (name: string) =>
    quads.filter(({ predicate }) => predicate.value.endsWith(name)).map(({ object }) => object.value)
  expect([named('/title'), named('/license'), named('/modified')]).toEqual([
    ['Thesaurus'],
    [facts.licence],
    [facts.modified],
  ])
  expect(named('#hasTopConcept')).toHaveLength(vocabulary().tops.length)
})
