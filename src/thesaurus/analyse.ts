// THE analyser, one for documents and queries: words → stems with places, stop words away, compounds split.
import { remember } from '#kernel/remember.ts'
import { splitCompound } from './compounds.ts'
import { fold } from './fold.ts'
import { type Lexicon, lexiconOf, withAccents } from './lexicon.ts'
import { stem } from './stem.ts'
import { stopWords } from './stop-words.ts'
import { longestWord, piecesIn, wordsOf } from './words.ts'

/** What is known of a word. The same object wherever the word stands: others hang on it what they know of it. */
export interface Analysed {
  readonly stem: string
  /** Stems of the parts of a compound; empty for a simple word. */
  readonly parts: readonly string[]
}

export interface Token extends Analysed {
  readonly word: string
  readonly known: Analysed
  /** Offsets into the text, in UTF-16 units; `end` is after the last one. */
  readonly start: number
  readonly end: number
}

const isNumber = /^\p{N}/u

/** Undefined for what is no word of content. */
const analyseAnew = (written: string, lexicon: Lexicon): Analysed | undefined => {
  const folded = fold(written)
  // A lone letter says nothing; a lone digit might ("14 to 17 years"), but matches everywhere.
  if (folded.length < 2 || folded.length > longestWord || stopWords(lexicon.lang).has(folded)) return undefined
  if (isNumber.test(written)) return { stem: folded, parts: [] }
  const word = withAccents(written, lexicon)
  const own = stem(word, lexicon.lang)
  const parts = splitCompound(word, lexicon).map((part) => stem(part, lexicon.lang))
  return { stem: own, parts: [...new Set(parts)].filter((part) => part !== own) }
}

type Read = (piece: string) => readonly Token[]
const reading = new WeakMap<Lexicon, Read>()
const mostKept = 30_000

/** Texts say the same words again and again, most often with the same marks of punctuation: both are remembered. */
function readerOf(lexicon: Lexicon): Read {
  const known = reading.get(lexicon)
  if (known !== undefined) return known
  const analysed = remember(mostKept, (written) => ({ word: analyseAnew(written, lexicon) }))
  const tokensOf: Read = (piece) =>
    wordsOf(piece).flatMap(({ word, start, end }) => {
      const { word: found } = analysed(word)
      return found === undefined ? [] : [{ word, ...found, known: found, start, end }]
    })
  const remembered = remember(mostKept, tokensOf)
  const read: Read = (piece) => (piece.length > longestWord ? tokensOf : remembered)(piece)
  reading.set(lexicon, read)
  return read
}

/** The text's content words in order. Never throws; reads the first 200,000 characters. */
export function tokensIn(text: string, lang: string, lexicon = lexiconOf(lang)): Token[] {
  const read = readerOf(lexicon)
  const tokens: Token[] = []
  for (const { piece, index } of piecesIn(text))
    for (const { word, stem, parts, known, start, end } of read(piece))
      tokens.push({ word, stem, parts, known, start: index + start, end: index + end })
  return tokens
}
