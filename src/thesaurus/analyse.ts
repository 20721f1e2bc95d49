// THE analyser, one for documents and queries: words → stems with places, stop words away, compounds split.
import { splitCompound } from './compounds.ts'
import { fold } from './fold.ts'
import { type Lexicon, lexiconOf, withAccents } from './lexicon.ts'
import { stem } from './stem.ts'
import { stopWords } from './stop-words.ts'
import { longestWord, wordsIn } from './words.ts'

export interface Token {
  readonly word: string
  readonly stem: string
  /** Stems of the parts of a compound; empty for a simple word. */
  readonly parts: readonly string[]
  /** Offsets into the text, in UTF-16 units; `end` is after the last one. */
  readonly start: number
  readonly end: number
}

const isNumber = /^\p{N}/u

/** Undefined for what is no word of content. */
type Analysed = Pick<Token, 'stem' | 'parts'> | undefined
const kept = new WeakMap<Lexicon, Map<string, Analysed>>()
const mostKept = 30_000

const analyseAnew = (written: string, lexicon: Lexicon): Analysed => {
  const folded = fold(written)
  // A lone letter says nothing; a lone digit might ("14 to 17 years"), but matches everywhere.
  if (folded.length < 2 || folded.length > longestWord || stopWords(lexicon.lang).has(folded)) return undefined
  if (isNumber.test(written)) return { stem: folded, parts: [] }
  const word = withAccents(written, lexicon)
  const own = stem(word, lexicon.lang)
  const parts = splitCompound(word, lexicon).map((part) => stem(part, lexicon.lang))
  return { stem: own, parts: [...new Set(parts)].filter((part) => part !== own) }
}

const analyseWord = (written: string, lexicon: Lexicon, byWord: Map<string, Analysed>): Analysed => {
  const known = byWord.get(written)
  if (known !== undefined || byWord.has(written)) return known
  const made = analyseAnew(written, lexicon)
  // Forgetting all at once is crude and enough: memory stays bounded, frequent words are back after one text.
  if (byWord.size >= mostKept) byWord.clear()
  byWord.set(written, made)
  return made
}

/** The text's content words in order. Never throws; reads the first 200,000 characters. */
export function tokensIn(text: string, lang: string, lexicon = lexiconOf(lang)): Token[] {
  const byWord = kept.get(lexicon) ?? new Map<string, Analysed>()
  kept.set(lexicon, byWord)
  const tokens: Token[] = []
  for (const { word, start, end } of wordsIn(text)) {
    const analysed = analyseWord(word, lexicon, byWord)
    if (analysed !== undefined) tokens.push({ word, stem: analysed.stem, parts: analysed.parts, start, end })
  }
  return tokens
}
