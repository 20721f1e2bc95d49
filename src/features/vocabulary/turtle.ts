// SKOS in Turtle (RDF 1.1 Turtle, W3C Recommendation, 25 February 2014).
import type { Label, SkosConcept, SkosScheme } from './skos.ts'

const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const unicode = (letter: string): string =>
  `\\u${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** STRING_LITERAL_QUOTE: quotes, backslashes and line ends as escapes; invisible marks too, so that whoever reads the file sees them. */
const literal = (text: string): string =>
  `"${text.toWellFormed().replace(/[\\"\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (letter) => escapes[letter] ?? unicode(letter))}"`
/** IRIREF: what may not stand in one is escaped. */
const iri = (uri: string): string => `<${uri.replace(/[\p{Cc} <>"{}|^`\\]/gu, unicode)}>`

const said = ([lang, text]: Label): string => `${literal(text)}@${lang}`
type Statement = readonly [string, readonly string[]]

const block = (subject: string, type: string, statements: readonly Statement[]): string =>
  [
    `${iri(subject)} a ${type}`,
    ...statements
      .filter(([, objects]) => objects.length > 0)
      .map(([predicate, objects]) => `  ${predicate} ${objects.join(', ')}`),
  ].join(' ;\n')

const conceptBlock = (concept: SkosConcept, scheme: SkosScheme): string => {
  const isTop = scheme.tops.includes(concept.uri)
  return block(concept.uri, 'skos:Concept', [
    ['skos:inScheme', [iri(scheme.uri)]],
    ['skos:topConceptOf', isTop ? [iri(scheme.uri)] : []],
    ['skos:prefLabel', concept.preferred.map(said)],
    ['skos:altLabel', concept.alternative.map(said)],
    ['skos:scopeNote', concept.note === '' ? [] : [said(['en', concept.note])]],
    ['skos:broader', concept.broader.map(iri)],
    ['skos:narrower', concept.narrower.map(iri)],
    ['skos:related', concept.related.map(iri)],
  ])
}

const prefixes = [
  '@prefix dct: <http://purl.org/dc/terms/> .',
  '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .',
  '@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .',
].join('\n')

export function turtleOf(scheme: SkosScheme): string {
  const head = block(scheme.uri, 'skos:ConceptScheme', [
    ['dct:title', scheme.titles.map(said)],
    ['dct:license', [iri(scheme.licence)]],
    ['dct:modified', [`${literal(scheme.modified)}^^xsd:date`]],
    ['skos:hasTopConcept', scheme.tops.map(iri)],
  ])
  const blocks = [head, ...scheme.concepts.map((concept) => conceptBlock(concept, scheme))]
  return `${[prefixes, ...blocks.map((one) => `${one} .`)].join('\n\n')}\n`
}
