// What people might ask of the generated documents: one to four words, concepts, words of texts, names, in eight languages.
import { stopWords } from '#thesaurus/stop-words.ts'
import { wordsIn } from '#thesaurus/words.ts'
import { type Dice, diceOf } from './dice.ts'
import type { MakeDocument } from './documents.ts'

export interface Question {
  readonly text: string
  /** Language of whoever asks. */
  readonly lang: string
}

const mostWords = 4

/** Words of one text that mean something, in the order they stand there. */
const wordsOf = (text: string, lang: string, dice: Dice): string[] => {
  const telling = wordsIn(text)
    .map(({ word }) => word)
    .filter((word) => word.length > 3 && !stopWords(lang).has(word))
  const wanted = dice.between(1, mostWords)
  const from = dice.below(Math.max(1, telling.length - wanted))
  return telling.slice(from, from + wanted)
}

/** Half are the beginning of a title, which begins with a concept; the others are words of a text. */
export function askQuestions(count: number, make: MakeDocument, documents: number): Question[] {
  const dice = diceOf(1789)
  const questions: Question[] = []
  while (questions.length < count) {
    const { title, body, lang } = make(1 + dice.below(documents))
    const words =
      dice.roll() < 0.5 ? title.split(/[\s–]+/).slice(0, dice.between(1, mostWords)) : wordsOf(body, lang, dice)
    if (words.length > 0) questions.push({ text: words.join(' '), lang })
  }
  return questions
}

/** The beginnings of these, as they are typed: three to ten letters. */
export const typeQuestions = (questions: readonly Question[]): Question[] =>
  questions.map(({ text, lang }, number) => ({ text: text.slice(0, 3 + (number % 8)), lang }))
