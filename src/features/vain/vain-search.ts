// The noun: words that found nothing, and the rules by which they are counted.
import { oneLine } from '#kernel/one-line.ts'
import { fold } from '#thesaurus/fold.ts'

export interface VainSearch {
  readonly id: number
  /** As somebody typed them, in small letters. */
  readonly words: string
  readonly lang: string
  /** In how many searches, each person counted once a day. */
  readonly times: number
  /** The last month in which they were asked. */
  readonly month: Date
}

/** Asked so often, by different people or on different days, words are shown. Before, only a digest of them is kept. */
export const enoughTimes = 3
const longestWords = 80
const fewestLetters = 3
export const monthsKept = 12

/** Numbers, addresses and accounts: of a person, a house, a car, a case; nothing for a thesaurus. */
const mayBePersonal = /[\p{N}@#/\\]|www\.|\.\p{L}{2,}$/u

/** What is counted of the words; undefined where they are not. */
export function countedWords(typed: string): string | undefined {
  const words = oneLine(typed).toLowerCase()
  if (mayBePersonal.test(words) || (words.match(/\p{L}/gu) ?? []).length < fewestLetters) return undefined
  return [...words].slice(0, longestWords).join('').trim()
}

/** The same for „Gewaltpraevention“ and „gewaltprävention“ as the search reads them. */
export const sameWords = (words: string): string =>
  fold(words)
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()

/** The first day of the month in which a moment lies. */
export const monthOf = (moment: Date): string => `${moment.toISOString().slice(0, 7)}-01`
