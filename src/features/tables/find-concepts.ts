// Topics as people write them in a table: slugs, or labels in any of the eight languages.
import type { ConceptGraph } from '#thesaurus/concept-graph.ts'
import { fold } from '#thesaurus/fold.ts'
import { vocabulary } from '#thesaurus/vocabulary.ts'
import { type Near, nearestAmong } from './nearest.ts'
import type { Problem } from './problem.ts'

const mostConcepts = 30
const longest = 100

interface Labels {
  readonly bySlugOrLabel: ReadonlyMap<string, string>
  readonly nearest: (given: string) => Near<string> | undefined
}

/** Slugs first: what is one never means a label. */
function gather(concepts: ConceptGraph['all']): Labels {
  const named = concepts.flatMap(({ slug, labels }) =>
    Object.values(labels)
      .flat()
      .map((label) => [label, slug] as const),
  )
  const bySlugOrLabel = new Map<string, string>()
  const entries: (readonly [string, string])[] = []
  for (const [words, slug] of [...concepts.map((concept) => [concept.slug, concept.slug] as const), ...named]) {
    if (bySlugOrLabel.has(fold(words))) continue
    bySlugOrLabel.set(fold(words), slug)
    entries.push([words, slug])
  }
  return { bySlugOrLabel, nearest: nearestAmong(entries) }
}
const gathered = new WeakMap<ConceptGraph, Labels>()
const labels = (): Labels => {
  const graph = vocabulary()
  const known = gathered.get(graph) ?? gather(graph.all)
  gathered.set(graph, known)
  return known
}

/** Semicolons, commas, bars and lines separate; a list is one already. */
const piecesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[;,|\n]/))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')

const unknown = (row: number, given: string, suggest: boolean): Problem => {
  const near = suggest ? labels().nearest(given) : undefined
  const shown = given.slice(0, longest)
  return near === undefined
    ? { row, column: 'concepts', message: 'tables.problem-concept', values: { given: shown } }
    : {
        row,
        column: 'concepts',
        message: 'tables.problem-concept-near',
        values: { given: shown, label: near.words, slug: near.meant },
      }
}

/** `suggest`: with the topic that was probably meant. */
export function findConcepts(
  row: number,
  value: unknown,
  suggest: boolean,
): { readonly slugs: readonly string[]; readonly problems: readonly Problem[] } {
  const pieces = piecesOf(value)
  if (pieces.length > mostConcepts) {
    const values = { most: mostConcepts }
    return { slugs: [], problems: [{ row, column: 'concepts', message: 'tables.problem-concepts-many', values }] }
  }
  const found = pieces.map((piece) => ({ piece, slug: labels().bySlugOrLabel.get(fold(piece)) }))
  return {
    slugs: [...new Set(found.flatMap(({ slug }) => slug ?? []))],
    problems: found.filter(({ slug }) => slug === undefined).map(({ piece }) => unknown(row, piece, suggest)),
  }
}
