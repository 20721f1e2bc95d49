// Case and accents away: what people type and what stands in a text meet here.

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

/** "Łódź, Straßenfeste" → "lodz, strassenfeste". Offsets may shift: fold words, not texts. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæøđłœþðıς]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')

/** The other way in which German without a German keyboard is written: "ue" for "ü". */
export const foldGerman = (word: string): string =>
  fold(word.toLowerCase().replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter))

/**
 * A key that related words of several languages share: radicalisation, Radikalisierung, radicalización → "radika".
 * Undefined for short words: they would meet by accident.
 */
export function cognateOf(word: string): string | undefined {
  const key = fold(word)
    .replace(/ph/g, 'f')
    .replace(/qu/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/[cq]/g, 'k')
    .replace(/h/g, '')
    .replace(/y/g, 'i')
    .replace(/z/g, 's')
    .replace(/w/g, 'v')
    .replace(/(.)\1/gu, '$1')
  return key.length < 6 ? undefined : key.slice(0, 6)
}
