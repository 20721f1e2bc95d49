// In which language is this? Of a query often three words long: its words' own evidence first, then letter statistics.
import { fold } from './fold.ts'
import { lexiconOf } from './lexicon.ts'
import { stem } from './stem.ts'
import { languagesWithStopWords, stopWords } from './stop-words.ts'
import { wordsIn } from './words.ts'

export interface LanguageGuess {
  readonly lang: string
  /** 1 for the likeliest; others relative to it. */
  readonly weight: number
}

let statistics: Promise<typeof import('eld/extrasmall')> | undefined

/** 30 MB of n-grams, loaded when the first text leaves doubt and not before. */
const scoresOf = async (text: string): Promise<Record<string, number>> => {
  statistics ??= import('eld/extrasmall')
  const { eld } = await statistics
  return eld.detect(text).getScores()
}

const longest = 2_000
const mostGuesses = 3
/** A reader mostly asks in the language of the page. */
const readersBonus = 0.8
const nearness = 0.55

const evidenceOf = (lang: string, words: readonly string[]): number => {
  const lexicon = lexiconOf(lang)
  const small = stopWords(lang)
  const found = words.map((word) => {
    const folded = fold(word)
    if (lexicon.words.has(folded) || lexicon.accented.has(folded)) return 1
    return small.has(folded) || lexicon.stems.has(stem(word, lang)) ? 0.7 : 0
  })
  return found.reduce<number>((sum, one) => sum + one, 0) / Math.max(1, words.length)
}

/** The likeliest languages of a text, best first, at least one. `reader` is the language of whoever asks. */
export async function candidateLanguages(text: string, reader: string): Promise<LanguageGuess[]> {
  const words = wordsIn(text.slice(0, longest)).map(({ word }) => word)
  if (words.length === 0) return [{ lang: reader, weight: 1 }]
  const known = [...new Set([reader, ...languagesWithStopWords])]
  const evidence = new Map(known.map((lang) => [lang, evidenceOf(lang, words)]))
  const sure = (evidence.get(reader) ?? 0) === 1
  const scores = sure ? {} : await scoresOf(text.slice(0, longest))
  const score = (lang: string): number =>
    (evidence.get(lang) ?? 0) + (scores[lang] ?? 0) + (lang === reader ? readersBonus : 0)
  const sorted = known.map((lang) => ({ lang, score: score(lang) })).sort((one, other) => other.score - one.score)
  const best = sorted[0]?.score ?? 1
  return sorted
    .filter((one) => one.score >= best * nearness)
    .slice(0, mostGuesses)
    .map((one) => ({ lang: one.lang, weight: best === 0 ? 1 : one.score / best }))
}

/** ISO 639-2 for "undetermined": no language is favoured because of the reader. */
const nobody = 'und'

/** The language of a whole text. Its own words decide; `reader` is asked only where they say nothing. */
export async function languageOf(text: string, reader: string): Promise<string> {
  const guesses = await candidateLanguages(text, nobody)
  const best = guesses.find(({ lang }) => lang !== nobody)
  return best === undefined || guesses[0]?.lang === nobody ? reader : best.lang
}
