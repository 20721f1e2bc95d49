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

const negations = new Map(Object.entries(lists).map(([lang, words]) => [lang, new Set(words.split(' '))]))
/** Small words between the two: "sans aucune caméra", "instead of the cameras". */
const mostBetween = 2

/** Places (`start`) of words that may be negated: the next few after each negation. The first of them that says something is meant. */
export function afterNegation(words: readonly Word[], lang: string): readonly (readonly number[])[] {
  const known = negations.get(lang)
  if (known === undefined) return []
  return words.flatMap(({ word }, index) =>
    known.has(fold(word)) ? [words.slice(index + 1, index + 2 + mostBetween).map(({ start }) => start)] : [],
  )
}
