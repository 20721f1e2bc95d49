// From text to words with their places: Unicode word boundaries (UAX 29), elided articles and possessives taken off.

export interface Word {
  /** Lower case, accents kept, composed (NFC). */
  readonly word: string
  /** Offsets into the text, in UTF-16 units; `end` is after the last one. */
  readonly start: number
  readonly end: number
}

/** Texts are read this far and no further: indexing must end, and nobody finds a thing by its five-hundredth page. */
const longestText = 200_000
/** A longer "word" is an address, a key or an attack. */
export const longestWord = 64

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
const elision =
  /^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quelqu|dell|all|nell|sull|dall|coll|un|quest|quell|sant|anch)['’](?=\p{L})/iu
const possessive = /['’]s$/iu

/** All words of the text in order, stop words included. */
export function wordsIn(text: string): Word[] {
  const found: Word[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(0, longestText))) {
    if (!isWordLike || segment.length > longestWord) continue
    const before = elision.exec(segment)?.[0].length ?? 0
    const after = possessive.exec(segment)?.[0].length ?? 0
    const word = segment
      .slice(before, segment.length - after)
      .toLowerCase()
      .normalize('NFC')
    if (word !== '') found.push({ word, start: index + before, end: index + segment.length - after })
  }
  return found
}
