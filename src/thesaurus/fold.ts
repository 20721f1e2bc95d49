// Case and accents away: what people type and what stands in a text meet here.
import { remember } from '#kernel/remember.ts'

const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ı: 'i',
  ς: 'σ',
}

const foldAnew = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæøđłœþðıς]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')

/** The same words come again and again, in texts as in queries. */
const mostKept = 20_000
const longestKept = 64
const foldWord = remember(mostKept, foldAnew)

/** "Łódź, Straßenfeste" → "lodz, strassenfeste". Offsets may shift: fold words, not texts. */
export const fold = (text: string): string => (text.length > longestKept ? foldAnew(text) : foldWord(text))

/** The other way in which German without a German keyboard is written: "ue" for "ü". */
export const foldGerman = (word: string): string =>
  fold(word.toLowerCase().replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter))

/** Chosen on the development set: four letters meet by accident, six miss what languages spell their own way. */
const cognateLength = 5
/** Beginnings that say nothing of a word: "unterstützt" is no relative of "Unterführung". Three letters more count then. */
const prefixes =
  /^(?:unter|onder|under|inter|trans|multi|super|supra|infra|entre|svisk|susam|vider|nider|gegen|tegen|prses|prsed|prsej)/
const afterPrefix = 8

/** The whole key of a word, however short. */
const cognateKey = remember(mostKept, (word) =>
  fold(word)
    .replace(/ph/g, 'f')
    .replace(/qu/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/[cq]/g, 'k')
    .replace(/h/g, '')
    .replace(/y/g, 'i')
    .replace(/z/g, 's')
    .replace(/w/g, 'v')
    .replace(/(.)\1/gu, '$1'),
)

/**
 * A key that related words of several languages share: radicalisation, Radikalisierung, radicalización → "radik".
 * Undefined for short words: they would meet by accident.
 */
export function cognateOf(word: string): string | undefined {
  const key = cognateKey(word)
  const length = prefixes.test(key) ? afterPrefix : cognateLength
  return key.length < length ? undefined : key.slice(0, length)
}
