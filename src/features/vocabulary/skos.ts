// The thesaurus as SKOS has it (W3C Recommendation, 18 August 2009), before it is written in one notation or another.
import type { ConceptGraph } from '#thesaurus/concept-graph.ts'
import type { Concept } from '#thesaurus/parse-concepts.ts'

/** Language and text. */
export type Label = readonly [string, string]

export interface SkosConcept {
  readonly uri: string
  /** One for each language. */
  readonly preferred: readonly Label[]
  /** None that is preferred in the same language (S13). */
  readonly alternative: readonly Label[]
  /** English; empty where there is none. */
  readonly note: string
  /** URIs, as all that follow. */
  readonly broader: readonly string[]
  readonly narrower: readonly string[]
  /** None that is above or below (S27). */
  readonly related: readonly string[]
}

export interface SkosScheme {
  readonly uri: string
  readonly titles: readonly Label[]
  readonly licence: string
  /** `YYYY-MM-DD`. */
  readonly modified: string
  readonly tops: readonly string[]
  readonly concepts: readonly SkosConcept[]
}

const eachOnce = (list: readonly string[]): string[] => [...new Set(list)]

const conceptOf = (concept: Concept, graph: ConceptGraph, uriOf: (slug: string) => string): SkosConcept => {
  const { slug, note, broader } = concept
  const known = (slugs: readonly string[]) => eachOnce(slugs).filter((other) => graph.find(other) !== undefined)
  const near = new Set([slug, ...graph.ancestors(slug), ...graph.withNarrower(slug)])
  const labels = Object.entries(concept.labels).map(([lang, list]) => [lang, eachOnce(list)] as const)
  return {
    uri: uriOf(slug),
    preferred: labels.flatMap(([lang, [first]]) => (first === undefined ? [] : [[lang, first] as const])),
    alternative: labels.flatMap(([lang, [, ...others]]) => others.map((label) => [lang, label] as const)),
    note,
    broader: known(broader === undefined ? [] : [broader]).map(uriOf),
    narrower: known(graph.narrower(slug)).map(uriOf),
    related: known(graph.related(slug))
      .filter((other) => !near.has(other))
      .map(uriOf),
  }
}

export interface SchemeFacts {
  /** Address of the scheme; concepts lie below it. */
  readonly uri: string
  readonly titles: readonly Label[]
  readonly licence: string
  readonly modified: string
}

export function skosOf(graph: ConceptGraph, facts: SchemeFacts): SkosScheme {
  const uriOf = (slug: string): string => `${facts.uri}/${slug}`
  return { ...facts, tops: graph.tops.map(uriOf), concepts: graph.all.map((one) => conceptOf(one, graph, uriOf)) }
}
