// Autocomplete: concepts whose label begins with, or has a word that begins with, what was typed.
import type { ConceptGraph } from './concept-graph.ts'
import { fold } from './fold.ts'
import { vocabulary } from './vocabulary.ts'

export interface LabelMatch {
  readonly slug: string
  /** The preferred label in the reader's language. */
  readonly label: string
  /** The alternative label that was meant, where it is another one. */
  readonly matched: string | undefined
}

interface Entry {
  readonly slug: string
  readonly label: string
  readonly preferred: string
  readonly folded: string
  readonly rank: number
}

const longest = 80
/** By the words of a graph in one language. */
const made = new WeakMap<object, readonly Entry[]>()

const entriesOf = (graph: ConceptGraph, lang: string): readonly Entry[] => {
  const words = graph.wordsOf(lang)
  const known = made.get(words)
  if (known !== undefined) return known
  const entries = graph.all.flatMap(({ slug, labels }) =>
    (labels[lang] ?? []).map((label, rank) => ({
      slug,
      label,
      preferred: labels[lang]?.[0] ?? label,
      folded: ` ${fold(label)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()}`,
      rank,
    })),
  )
  made.set(words, entries)
  return entries
}

/** Whole label first, then its beginning, then a word in it; preferred labels before others, short ones before long. */
const orderOf = (entry: Entry, typed: string): number =>
  (entry.folded === typed ? 0 : entry.folded.startsWith(typed) ? 100 : 200) + entry.rank * 5 + entry.label.length / 10

/** At most `limit` concepts, best first; nothing for nothing. */
export function searchLabels(text: string, lang: string, limit: number, graph = vocabulary()): LabelMatch[] {
  const words = fold(text.slice(0, longest))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (words === '') return []
  const typed = ` ${words}`
  const best = new Map<string, { entry: Entry; order: number }>()
  for (const entry of entriesOf(graph, lang)) {
    if (!entry.folded.includes(typed)) continue
    const order = orderOf(entry, typed)
    if (order < (best.get(entry.slug)?.order ?? Number.POSITIVE_INFINITY)) best.set(entry.slug, { entry, order })
  }
  return [...best.values()]
    .sort((one, other) => one.order - other.order)
    .slice(0, limit)
    .map(({ entry }) => ({
      slug: entry.slug,
      label: entry.preferred,
      matched: entry.label === entry.preferred ? undefined : entry.label,
    }))
}
