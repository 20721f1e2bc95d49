// What the pages of the thesaurus show, in the reader's language: the fields of action, the alphabet, one concept.
import { compareIn, languageName } from '#kernel/locale.ts'
import type { ConceptGraph } from '#thesaurus/concept-graph.ts'
import type { Concept } from '#thesaurus/parse-concepts.ts'
import { labelLanguages, letterOf, type Name, nameOf } from './labels.ts'

export interface ConceptLink {
  readonly slug: string
  readonly name: Name
  /** Concepts below it. */
  readonly below: number
}

const linkOf = (graph: ConceptGraph, slug: string, reader: string): ConceptLink => ({
  slug,
  name: nameOf(graph.find(slug) ?? { slug, labels: {} }, reader),
  below: Math.max(0, graph.withNarrower(slug).length - 1),
})

export const linksOf = (graph: ConceptGraph, slugs: readonly string[], reader: string): ConceptLink[] => {
  const compare = compareIn(reader)
  return slugs
    .filter((slug) => graph.find(slug) !== undefined)
    .map((slug) => linkOf(graph, slug, reader))
    .sort((one, other) => compare(one.name.text, other.name.text))
}

/** All concepts by the first letter of their names; the letters in the order of the reader's alphabet. */
export function alphabetOf(graph: ConceptGraph, reader: string): ReadonlyMap<string, readonly string[]> {
  const byLetter = new Map<string, string[]>()
  for (const concept of graph.all) {
    const letter = letterOf(nameOf(concept, reader).text)
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), concept.slug])
  }
  const compare = compareIn(reader)
  return new Map([...byLetter].sort(([one], [other]) => compare(one, other)))
}

/** In how many languages there are labels. */
export const countLanguages = (graph: ConceptGraph): number =>
  new Set(graph.all.flatMap(({ labels }) => Object.keys(labels))).size

export interface LabelsIn {
  readonly lang: string
  /** In the reader's language. */
  readonly language: string
  readonly preferred: string
  readonly others: readonly string[]
}

/** Of every language but the one that the page shows anyway, sorted as the reader's language does. */
export function labelsElsewhere({ labels }: Pick<Concept, 'labels'>, shown: string, reader: string): LabelsIn[] {
  const compare = compareIn(reader)
  const known = [...new Set([...labelLanguages, ...Object.keys(labels)])]
  return known
    .filter((lang) => lang !== shown)
    .flatMap((lang) => {
      const [preferred, ...others] = labels[lang] ?? []
      return preferred === undefined ? [] : [{ lang, language: languageName(reader, lang), preferred, others }]
    })
    .sort((one, other) => compare(one.language, other.language))
}
