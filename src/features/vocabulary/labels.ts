// Labels of concepts: in which languages there are any, how one is written, and how one is found.
import { languages } from '#kernel/locale.ts'
import type { ConceptGraph } from '#thesaurus/concept-graph.ts'
import { fold } from '#thesaurus/fold.ts'
import type { Concept } from '#thesaurus/parse-concepts.ts'
import { searchLabels } from '#thesaurus/search-labels.ts'
import { vocabulary } from '#thesaurus/vocabulary.ts'

/** Those of the interface, then those in which a concept has at least its preferred label. */
export const labelLanguages = [...languages, 'ca', 'sv', 'da', 'cs', 'ro', 'el', 'fi', 'hu'] as const

export interface Name {
  readonly text: string
  readonly lang: string
}

/** What a concept is called to this reader: in their language, else in English, else its slug. */
export const nameOf = ({ slug, labels }: Pick<Concept, 'slug' | 'labels'>, reader: string): Name => {
  const own = labels[reader]?.[0]
  if (own !== undefined) return { text: own, lang: reader }
  return { text: labels['en']?.[0] ?? slug, lang: 'en' }
}

export interface FoundConcept {
  readonly slug: string
  readonly name: Name
  /** The label that was meant; undefined where it is the name itself. */
  readonly matched: Name | undefined
}

/** The reader's language first, then the others in their order. */
const languagesFor = (reader: string): string[] => [...new Set([reader, ...labelLanguages])]

/** Concepts with a label in any language that holds these words: whole labels first, then the reader's own language. */
export function findConcepts(words: string, reader: string, most: number, graph = vocabulary()): FoundConcept[] {
  const found = new Map<string, FoundConcept & { readonly whole: boolean }>()
  for (const lang of languagesFor(reader))
    for (const { slug, label, matched } of searchLabels(words, lang, most, graph)) {
      const text = matched ?? label
      const whole = fold(text) === fold(words.trim())
      const before = found.get(slug)
      if (before !== undefined && (before.whole || !whole)) continue
      const concept = graph.find(slug)
      const name = concept === undefined ? { text: slug, lang: 'en' } : nameOf(concept, reader)
      const isName = name.text === text && name.lang === lang
      found.set(slug, { slug, name, matched: isName ? undefined : { text, lang }, whole })
    }
  return [...found.values()]
    .sort((one, other) => Number(other.whole) - Number(one.whole))
    .slice(0, most)
    .map(({ whole: _, ...concept }) => concept)
}

/** The concept that was typed into a form: by its slug or by one of its labels, the reader's own language first. */
export function conceptNamed(typed: string, reader: string, graph: ConceptGraph): string | undefined {
  if (graph.find(typed) !== undefined) return typed
  const wanted = fold(typed)
  for (const lang of languagesFor(reader))
    for (const { slug, labels } of graph.all) if (labels[lang]?.some((label) => fold(label) === wanted)) return slug
  return undefined
}

/** "Öffentlicher Raum" → "O", "3-MMC" → "M": under which letter of the alphabet a name stands. */
export const letterOf = (name: string): string => (/\p{L}/u.exec(fold(name))?.[0] ?? '').toUpperCase()
