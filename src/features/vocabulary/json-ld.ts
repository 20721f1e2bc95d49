// SKOS in JSON-LD (W3C Recommendation, 16 July 2020): the same statements as in Turtle, readable as plain JSON too.
import type { Label, SkosConcept, SkosScheme } from './skos.ts'

const inLanguages = (id: string) => ({ '@id': id, '@container': '@language' })
const toThings = (id: string) => ({ '@id': id, '@type': '@id' })
const context = {
  dct: 'http://purl.org/dc/terms/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: inLanguages('dct:title'),
  license: toThings('dct:license'),
  modified: { '@id': 'dct:modified', '@type': 'xsd:date' },
  prefLabel: inLanguages('skos:prefLabel'),
  altLabel: inLanguages('skos:altLabel'),
  scopeNote: inLanguages('skos:scopeNote'),
  hasTopConcept: toThings('skos:hasTopConcept'),
  topConceptOf: toThings('skos:topConceptOf'),
  inScheme: toThings('skos:inScheme'),
  broader: toThings('skos:broader'),
  narrower: toThings('skos:narrower'),
  related: toThings('skos:related'),
}

const byLanguage = (labels: readonly Label[]): Record<string, string[]> => {
  const found: Record<string, string[]> = {}
  for (const [lang, text] of labels) found[lang] = [...(found[lang] ?? []), text.toWellFormed()]
  return found
}

const unlessEmpty = (name: string, list: readonly unknown[], value: unknown = list): Record<string, unknown> =>
  list.length === 0 ? {} : { [name]: value }

const conceptNode = (concept: SkosConcept, scheme: SkosScheme): Record<string, unknown> => ({
  '@id': concept.uri,
  '@type': 'skos:Concept',
  inScheme: scheme.uri,
  ...(scheme.tops.includes(concept.uri) ? { topConceptOf: scheme.uri } : {}),
  ...unlessEmpty('prefLabel', concept.preferred, byLanguage(concept.preferred)),
  ...unlessEmpty('altLabel', concept.alternative, byLanguage(concept.alternative)),
  ...(concept.note === '' ? {} : { scopeNote: { en: concept.note.toWellFormed() } }),
  ...unlessEmpty('broader', concept.broader),
  ...unlessEmpty('narrower', concept.narrower),
  ...unlessEmpty('related', concept.related),
})

export function jsonLdOf(scheme: SkosScheme): string {
  const head = {
    '@id': scheme.uri,
    '@type': 'skos:ConceptScheme',
    title: byLanguage(scheme.titles),
    license: scheme.licence,
    modified: scheme.modified,
    hasTopConcept: scheme.tops,
  }
  return JSON.stringify({
    '@context': context,
    '@graph': [head, ...scheme.concepts.map((one) => conceptNode(one, scheme))],
  })
}
