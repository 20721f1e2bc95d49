// Words after which a thing is named because it is not wanted: "Belebung ohne Kameras".
import { fold } from './fold.ts'
import type { Word } from './words.ts'

const lists: Record<string, string> = {
  de: 'ohne kein keine keinen keinem keiner statt anstatt anstelle ausser',
  en: 'without no not except instead',
  fr: 'sans pas sauf hors',
  es: 'sin excepto salvo',
  it: 'senza tranne eccetto',
  nl: 'zonder geen behalve',
  pt: 'sem exceto salvo',
  pl: 'bez oprocz zamiast',
  ca: 'sense excepte',
  sv: 'utan inga ingen inget forutom',
  da: 'uden ingen intet undtagen',
  cs: 'bez krome misto',
  ro: 'fara',
  fi: 'ilman paitsi',
  hu: 'nelkul kiveve',
  el: 'χωρις εκτος',
}

/** Of those, what says that something is missing: it belongs to some labels, "sans domicile fixe", and so is no stop word. */
export const wordsOfLack: ReadonlySet<string> = new Set(
  'ohne without sans sin senza zonder sem bez sense utan uden fara ilman nelkul χωρις'.split(' '),
)

const negations = new Map(Object.entries(lists).map(([lang, words]) => [lang, new Set(words.split(' '))]))
/** Small words between the two: "sans aucune caméra", "instead of the cameras". */
const mostBetween = 2

export interface Negation {
  /** Where the negating word stands. */
  readonly at: number
  /** Where the next few words stand: the first of them that says something is meant. */
  readonly next: readonly number[]
}

/** Negations in the words of a query, by the places where words begin. */
export function negationsIn(words: readonly Word[], lang: string): readonly Negation[] {
  const known = negations.get(lang)
  if (known === undefined) return []
  return words.flatMap(({ word, start: at }, index) =>
    known.has(fold(word))
      ? [{ at, next: words.slice(index + 1, index + 2 + mostBetween).map(({ start }) => start) }]
      : [],
  )
}
