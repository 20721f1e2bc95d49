// Documents as a network of cities might have them after many years: eight languages, 100 to 300 words, several audiences.
import type { SearchDocument } from '#platform/feature.ts'
import { type Dice, diceOf } from './dice.ts'
import { type Phrasebook, readPhrasebooks } from './phrasebook.ts'

export interface Circles {
  /** Audiences of the network that whoever asks is in too, and those of others. */
  readonly own: readonly number[]
  readonly foreign: readonly number[]
}

export interface City {
  readonly id: number
  readonly name: string
  readonly slug: string
}

/** The document of a city: of it the others take their size. */
export const cityDocument = ({ id, name, slug }: City): SearchDocument => ({
  subject: id,
  kind: 'member',
  lang: 'en',
  title: name,
  summary: '',
  body: '',
  concepts: [],
  audience: 1,
  path: `/members/${slug}`,
  organisation: { id, name, slug },
  population: Math.round(20_000 * 1.4 ** id),
  changedAt: new Date(begun),
})

export type MakeDocument = (subject: number) => SearchDocument

const countries = { de: 'DE', en: 'GB', fr: 'FR', es: 'ES', nl: 'NL', it: 'IT', pt: 'PT', pl: 'PL' } as const
const begun = Date.UTC(2015, 0, 1)

const pick = (books: readonly Phrasebook[], dice: Dice): Phrasebook => {
  let left = dice.below(100)
  const found = books.find(({ share }) => {
    left -= share
    return left < 0
  })
  return found ?? (books[0] as Phrasebook)
}

/** Eight to twenty words, a concept among them, here and there a name. */
const madeSentence = (book: Phrasebook, dice: Dice): string => {
  const words = Array.from({ length: dice.between(8, 20) }, () => book.word(dice))
  if (dice.roll() < 0.4) words[dice.below(words.length)] = book.label(dice)
  if (dice.roll() < 0.5) words[dice.below(words.length)] = book.name(dice)
  return `${words.join(' ')}.`
}

const textOf = (book: Phrasebook, dice: Dice, words: number): string => {
  const sentences: string[] = []
  for (let written = 0; written < words; ) {
    const sentence = dice.roll() < 0.5 ? book.sentence(dice) : madeSentence(book, dice)
    sentences.push(sentence)
    written += sentence.split(' ').length
  }
  return sentences.join(' ')
}

/** Of a hundred 60 are public, 25 for the network, 15 for one of many smaller circles. */
const audienceFor = ({ own, foreign }: Circles, dice: Dice): number => {
  const part = dice.roll()
  if (part < 0.6) return 1
  if (part < 0.85) return 2
  const circles = [...own, ...foreign]
  return circles[dice.below(circles.length)] ?? 1
}

/** The document with this number is the same in every run. */
export function documentMaker(circles: Circles, cities: readonly City[]): MakeDocument {
  const books = readPhrasebooks(diceOf(2026))
  return (subject) => {
    const dice = diceOf(subject * 2_654_435_761)
    const book = pick(books, dice)
    return {
      subject,
      kind: 'practice',
      lang: book.lang,
      title: `${book.label(dice)} – ${book.name(dice)} ${book.word(dice)}`,
      summary: textOf(book, dice, 25),
      body: textOf(book, dice, dice.between(70, 260)),
      concepts: [],
      audience: audienceFor(circles, dice),
      path: `/practices/${subject}`,
      country: countries[book.lang as keyof typeof countries],
      year: dice.between(1995, 2026),
      evidence: dice.below(6),
      organisation: cities[dice.below(cities.length)] as City,
      changedAt: new Date(begun + dice.below(11 * 365) * 86_400_000),
    }
  }
}
