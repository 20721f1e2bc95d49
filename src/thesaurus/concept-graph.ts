// The vocabulary as a graph: concepts with what is broader, narrower and related, and their labels by language.
import type { Concept } from './parse-concepts.ts'
import type { Homonym } from './parse-homonyms.ts'

export interface ConceptGraph {
  readonly all: readonly Concept[]
  readonly find: (slug: string) => Concept | undefined
  /** Slugs of the fields of action, in the order of the files. */
  readonly tops: readonly string[]
  /** One step down. */
  readonly narrower: (slug: string) => readonly string[]
  /** Related in either direction. */
  readonly related: (slug: string) => readonly string[]
  /** All steps up, nearest first. */
  readonly ancestors: (slug: string) => readonly string[]
  /** The concept and everything below it; empty for an unknown slug. */
  readonly withNarrower: (slug: string) => readonly string[]
  /** Words that name two things. */
  readonly homonyms: readonly Homonym[]
  /** Everyday words in several languages: they carry meaning across, but are no subject that anybody browses. */
  readonly everyday: readonly Concept[]
  /**
   * Stands for all words of a language: the same object as long as they are the same, also in the graph that follows when
   * words are accepted. What is made of the words of one language hangs on it, and is not made anew for those of another.
   */
  readonly wordsOf: (lang: string) => object
}

/** What stands beside the concepts. */
export interface Beside {
  readonly homonyms?: readonly Homonym[]
  readonly everyday?: readonly Concept[]
  /** Of the graph before this one, for a language whose words have not changed since. */
  readonly sameWords?: (lang: string) => object | undefined
}

const add = (map: Map<string, string[]>, key: string, value: string): void => {
  const list = map.get(key) ?? []
  if (!list.includes(value)) list.push(value)
  map.set(key, list)
}

const childrenOf = (concepts: readonly Concept[]): Map<string, string[]> => {
  const children = new Map<string, string[]>()
  for (const { slug, broader } of concepts) if (broader !== undefined) add(children, broader, slug)
  return children
}

const relationsOf = (concepts: readonly Concept[]): Map<string, string[]> => {
  const relations = new Map<string, string[]>()
  for (const { slug, related } of concepts)
    for (const other of related) {
      add(relations, slug, other)
      add(relations, other, slug)
    }
  return relations
}

/** Ends on circles too: the house test finds them, a page must not hang on one. */
export function createConceptGraph(
  concepts: readonly Concept[],
  { homonyms = [], everyday = [], sameWords = () => undefined }: Beside = {},
): ConceptGraph {
  const bySlug = new Map(concepts.map((concept) => [concept.slug, concept]))
  const words = new Map<string, object>()
  const children = childrenOf(concepts)
  const relations = relationsOf(concepts)
  const ancestors = (slug: string, seen: readonly string[] = []): readonly string[] => {
    const broader = bySlug.get(slug)?.broader
    return broader === undefined || seen.includes(broader) ? seen : ancestors(broader, [...seen, broader])
  }
  const below = (slug: string, seen: Set<string>): Set<string> => {
    if (seen.has(slug) || !bySlug.has(slug)) return seen
    seen.add(slug)
    for (const child of children.get(slug) ?? []) below(child, seen)
    return seen
  }
  return {
    all: concepts,
    find: (slug) => bySlug.get(slug),
    tops: concepts.filter(({ broader }) => broader === undefined).map(({ slug }) => slug),
    narrower: (slug) => children.get(slug) ?? [],
    related: (slug) => relations.get(slug) ?? [],
    ancestors: (slug) => ancestors(slug),
    withNarrower: (slug) => [...below(slug, new Set())],
    homonyms,
    everyday,
    wordsOf: (lang) => {
      const known = words.get(lang) ?? sameWords(lang) ?? {}
      words.set(lang, known)
      return known
    },
  }
}
