// Why a thing was found: the concepts it shares with the query, in the reader's language, and the words in its text.
import type { Near, Query, QueryTerm } from '#thesaurus/query.ts'
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

interface Found {
  /** By slug: what was asked for, and what is near it. */
  readonly concepts: Map<string, Why>
  readonly near: Map<string, Why>
  /** As they were typed. */
  readonly words: Set<string>
  readonly senses: Set<string>
}

function sort(there: readonly QueryTerm[], typed: ReadonlyMap<string, string>, lang: string): Found {
  const found: Found = { concepts: new Map(), near: new Map(), words: new Set(), senses: new Set() }
  // Where a word's concept is a reason, that its meaning stands there is the same once more.
  const explained = new Set(
    there.filter(({ from }) => 'concept' in from && from.near === 'itself').map(({ unit }) => unit),
  )
  for (const { term, from, unit } of there) {
    if ('concept' in from) {
      const concept = term.slice(2)
      const why: Why = { by: 'concept', concept, label: conceptLabel(concept, lang), near: from.near }
      // A concept said in several words stands for each of them, and is one reason.
      found[from.near === 'itself' ? 'concepts' : 'near'].set(concept, why)
    } else if (!from.isSense) found.words.add(typed.get(from.word) ?? from.word)
    else if (!explained.has(unit)) found.senses.add(typed.get(from.word) ?? from.word)
  }
  return found
}

/**
 * Of one search, for each thing that it found: the strongest reasons first; a near concept is a reason only where nothing
 * closer is. `matched` are ids of terms.
 */
export function whyFound(query: Query, lang: string): (matched: ReadonlySet<number>, isNear?: boolean) => Why[] {
  const ids = query.terms.map(({ term }) => termId(term))
  const typed = asTyped(query.text)
  return (matched, isNear = false) => {
    const there = query.terms.filter((_, at) => matched.has(ids[at] as number))
    const { concepts, near, words, senses } = sort(there, typed, lang)
    const shown = concepts.size + words.size + senses.size > 0 ? concepts : near
    const meant = [...senses].filter((word) => !words.has(word))
    const why = [
      ...[...shown.values()].slice(0, mostConcepts),
      ...[...words].slice(0, mostWords).map((word): Why => ({ by: 'word', word })),
      ...meant.slice(0, mostWords).map((word): Why => ({ by: 'sense', word })),
    ]
    return why.length === 0 && isNear ? [{ by: 'meaning' }] : why
  }
}
