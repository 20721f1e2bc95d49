// Why a thing was found: the concepts it shares with the query, in the reader's language, and the words in its text.
import type { Near, Query } from '#thesaurus/query.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { wordsIn } from '#thesaurus/words.ts'
import { termId } from './term-id.ts'

export type Why =
  /** `near` tells whether it is what was asked for, or narrower, related, broader. */
  | { readonly by: 'concept'; readonly concept: string; readonly label: string; readonly near: Near }
  | { readonly by: 'word'; readonly word: string }
  /** What the word means stands there in other words, most often in another language. */
  | { readonly by: 'sense'; readonly word: string }
  /** It shares neither: a language model finds that it speaks of something similar. */
  | { readonly by: 'meaning' }

const mostConcepts = 3
const mostWords = 4

/** Terms are lower case; people read their words as they typed them. */
const asTyped = (text: string): ReadonlyMap<string, string> =>
  new Map(wordsIn(text).map(({ word, start, end }) => [word, text.slice(start, end)]))

/** The strongest reasons first; a near concept is a reason only where nothing closer is. `matched` are ids of terms. */
export function whyFound(query: Query, matched: ReadonlySet<number>, lang: string, isNear = false): Why[] {
  const concepts = new Map<string, Why>()
  const near = new Map<string, Why>()
  const words = new Set<string>()
  const senses = new Set<string>()
  const typed = asTyped(query.text)
  const there = query.terms.filter(({ term }) => matched.has(termId(term)))
  // Where a word's concept is a reason, that its meaning stands there is the same once more.
  const explained = new Set(
    there.filter(({ from }) => 'concept' in from && from.near === 'itself').map(({ unit }) => unit),
  )
  for (const { term, from, unit } of there) {
    if ('word' in from) {
      if (from.isSense && explained.has(unit)) continue
      const found = from.isSense ? senses : words
      found.add(typed.get(from.word) ?? from.word)
    } else {
      const concept = term.slice(2)
      const why: Why = { by: 'concept', concept, label: conceptLabel(concept, lang), near: from.near }
      // A concept said in several words stands for each of them, and is one reason.
      ;(from.near === 'itself' ? concepts : near).set(concept, why)
    }
  }
  const shown = concepts.size + words.size + senses.size > 0 ? concepts : near
  const why = [
    ...[...shown.values()].slice(0, mostConcepts),
    ...[...words].slice(0, mostWords).map((word): Why => ({ by: 'word', word })),
    ...[...senses]
      .filter((word) => !words.has(word))
      .slice(0, mostWords)
      .map((word): Why => ({ by: 'sense', word })),
  ]
  return why.length === 0 && isNear ? [{ by: 'meaning' }] : why
}
