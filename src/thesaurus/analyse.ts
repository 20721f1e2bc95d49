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

type Analysed = Pick<Token, 'stem' | 'parts'>
const kept = new WeakMap<Lexicon, Map<string, Analysed>>()
const mostKept = 30_000

const analyseWord = (written: string, lexicon: Lexicon): Analysed => {
  const byWord = kept.get(lexicon) ?? new Map<string, Analysed>()
  kept.set(lexicon, byWord)
  const known = byWord.get(written)
  if (known !== undefined) return known
  const word = withAccents(written, lexicon)
  const own = stem(word, lexicon.lang)
  const parts = splitCompound(word, lexicon).map((part) => stem(part, lexicon.lang))
  const made = { stem: own, parts: [...new Set(parts)].filter((part) => part !== own) }
  // Forgetting all at once is crude and enough: memory stays bounded, frequent words are back after one text.
  if (byWord.size >= mostKept) byWord.clear()
  byWord.set(written, made)
  return made
}

/** The text's content words in order. Never throws; reads the first 200,000 characters. */
export function tokensIn(text: string, lang: string, lexicon = lexiconOf(lang)): Token[] {
  const skipped = stopWords(lang)
  const tokens: Token[] = []
  for (const { word, start, end } of wordsIn(text)) {
    const folded = fold(word)
    // A lone letter says nothing; a lone digit might ("14 to 17 years"), but matches everywhere.
    if (folded.length < 2 || folded.length > longestWord || skipped.has(folded)) continue
    if (isNumber.test(word)) tokens.push({ word, stem: folded, parts: [], start, end })
    else tokens.push({ word, ...analyseWord(word, lexicon), start, end })
  }
  return tokens
}
