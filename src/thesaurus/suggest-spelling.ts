// "Did you mean": words that the vocabulary does not know, replaced by the most similar ones that it does.
import { fold } from './fold.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { stem } from './stem.ts'
import { stopWords } from './stop-words.ts'
import { wordsIn } from './words.ts'

const shortestWord = 4
const longest = 300
const mostWords = 12
/** Dice coefficient of trigrams; below this, two words share a beginning and no more. */
const similarEnough = 0.5

/** "Graz" → "  g", " gr", "gra", …: what makes words alike. */
export const trigrams = (word: string): Set<string> => {
  const padded = `  ${word} `
  const found = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3))
  return found
}

const similarity = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  (2 * [...one].filter((gram) => other.has(gram)).length) / (one.size + other.size)

export interface Entries {
  readonly words: readonly string[]
  /** How many different trigrams each word has. */
  readonly sizes: readonly number[]
  /** Numbers of the words in which a trigram stands. */
  readonly holding: ReadonlyMap<string, readonly number[]>
}

const known = new WeakMap<Lexicon, Entries>()

/** What misspelt words are compared with. */
export const entriesOf = (lexicon: Lexicon): Entries => {
  const made = known.get(lexicon)
  if (made !== undefined) return made
  const holding = new Map<string, number[]>()
  const sizes = [...lexicon.words.keys()].map((folded, index) => {
    const grams = trigrams(folded)
    for (const gram of grams) {
      const list = holding.get(gram)
      if (list === undefined) holding.set(gram, [index])
      else list.push(index)
    }
    return grams.size
  })
  const fresh = { words: [...lexicon.words.values()], sizes, holding }
  known.set(lexicon, fresh)
  return fresh
}

const nearest = (folded: string, lexicon: Lexicon): string | undefined => {
  const { words, sizes, holding } = entriesOf(lexicon)
  const grams = trigrams(folded)
  const shared = new Map<number, number>()
  for (const gram of grams) for (const index of holding.get(gram) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
  let best: { word: string; score: number } | undefined
  for (const [index, count] of shared) {
    const word = words[index] ?? ''
    const score = (2 * count) / (grams.size + (sizes[index] ?? 0))
    if (Math.abs(word.length - folded.length) > 3 || score < similarEnough || score <= (best?.score ?? 0)) continue
    best = { word, score }
  }
  return best?.word
}

/** More than for a suggestion, which somebody reads before it counts. */
const alikeEnough = 0.62
const shortestGuessed = 5

/** The known word that a misspelt one is most likely to be: it begins alike and differs little. */
export function nearestWord(word: string, lexicon: Lexicon): string | undefined {
  const folded = fold(word)
  if (folded.length < shortestGuessed) return undefined
  const better = nearest(folded, lexicon)
  if (better === undefined || fold(better).charAt(0) !== folded.charAt(0)) return undefined
  return similarity(trigrams(folded), trigrams(fold(better))) >= alikeEnough ? better : undefined
}

const isKnownIn = (lexicon: Lexicon, word: string): boolean => {
  const folded = fold(word)
  const { words, accented, stems, lang } = lexicon
  return words.has(folded) || accented.has(folded) || stems.has(stem(word, lang)) || stopWords(lang).has(folded)
}

/** "Unterfürung" is corrected with a capital too. */
const inCaseOf = (typed: string, word: string): string => {
  const first = typed.charAt(0)
  return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1)
}

/** The query with its unknown words corrected, or undefined when nothing is to be corrected. `isFine`: words to leave alone. */
export function suggestSpelling(
  text: string,
  lang: string,
  isFine: (word: string) => boolean = () => false,
  lexicon = lexiconOf(lang),
): string | undefined {
  const asked = text.slice(0, longest)
  let corrected = asked
  // From the end, so that the places of earlier words stay true.
  for (const { word, start, end } of wordsIn(asked).slice(0, mostWords).reverse()) {
    const folded = fold(word)
    if (folded.length < shortestWord || isFine(word) || isKnownIn(lexicon, word)) continue
    const better = nearest(folded, lexicon)
    if (better !== undefined && fold(better) !== folded)
      corrected = corrected.slice(0, start) + inCaseOf(asked.slice(start, end), better) + corrected.slice(end)
  }
  return corrected === asked ? undefined : corrected
}
