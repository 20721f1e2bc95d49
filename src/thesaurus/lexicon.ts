// The words of the thesaurus in one language: for splitting compounds, for missing accents, for guessing the language.
import { fold, foldGerman } from './fold.ts'
import { labelsIn } from './parse-concepts.ts'
import { stem } from './stem.ts'
import { stopWords } from './stop-words.ts'
import { vocabulary } from './vocabulary.ts'
import { wordsIn } from './words.ts'

export interface Lexicon {
  readonly lang: string
  /** Folded word → the word as it is written. */
  readonly words: ReadonlyMap<string, string>
  readonly stems: ReadonlySet<string>
  /** Written without its accents → with them, where that is one word only. */
  readonly accented: ReadonlyMap<string, string>
}

/** Built from words in lower case; stop words are left out. */
function createLexicon(lang: string, source: Iterable<string>): Lexicon {
  const skipped = stopWords(lang)
  const written = [...new Set(source)].filter((word) => word.length > 1 && !skipped.has(fold(word)))
  const plain = new Set(written)
  const accented = new Map<string, string>()
  for (const word of written)
    for (const bare of lang === 'de' ? [fold(word), foldGerman(word)] : [fold(word)])
      if (!plain.has(bare)) accented.set(bare, word)
  return {
    lang,
    words: new Map(written.map((word) => [fold(word), word])),
    stems: new Set(written.map((word) => stem(word, lang))),
    accented,
  }
}

/** By the words of a graph in one language. */
const made = new WeakMap<object, Lexicon>()

/** The lexicon of the vocabulary's labels in this language; empty where it has none. */
export function lexiconOf(lang: string, graph = vocabulary()): Lexicon {
  const words = graph.wordsOf(lang)
  const known = made.get(words)
  if (known !== undefined) return known
  const labels = [...graph.all, ...graph.everyday].flatMap((concept) => labelsIn(concept, lang))
  const lexicon = createLexicon(
    lang,
    labels.flatMap((label) => wordsIn(label).map(({ word }) => word)),
  )
  made.set(words, lexicon)
  return lexicon
}

const endings: Record<string, readonly (readonly [RegExp, string])[]> = {
  es: [
    [/cion$/, 'ción'],
    [/sion$/, 'sión'],
  ],
  pt: [
    [/cao$/, 'ção'],
    [/coes$/, 'ções'],
    [/sao$/, 'são'],
  ],
}

/** "iluminacion" → "iluminación": capitals and hurried typing leave accents out, stemmers count on them. */
export function withAccents(word: string, lexicon: Lexicon): string {
  const known = lexicon.accented.get(word)
  if (known !== undefined) return known
  const ending = word.length < 6 ? undefined : endings[lexicon.lang]?.find(([bare]) => bare.test(word))
  return ending === undefined ? word : word.replace(ending[0], ending[1])
}
