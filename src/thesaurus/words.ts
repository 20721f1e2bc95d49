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

/** What Unicode's rules would not divide: letters of one of our scripts, perhaps between marks of punctuation. */
const plain = /^([("„“”«»'‘[¿¡–]*)([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]+)[)"“”»'’\].,;:!?…–]*$/u
/** "3-MMC": the number belongs to the name. */
const numbered = /^\d-\p{Lu}{2,5}$/u

const wordOf = (segment: string, start: number): Word | undefined => {
  if (segment.length > longestWord) return undefined
  const before = elision.exec(segment)?.[0].length ?? 0
  const after = possessive.exec(segment)?.[0].length ?? 0
  const word = segment
    .slice(before, segment.length - after)
    .toLowerCase()
    .normalize('NFC')
  return word === '' ? undefined : { word, start: start + before, end: start + segment.length - after }
}

const rareSpace = /\s/
/** As `\s` says; asked for each letter of each text. */
const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 160 ||
  (code > 0x167f && rareSpace.test(String.fromCharCode(code)))

export interface Piece {
  readonly piece: string
  readonly index: number
}

/** What stands between two spaces, with its place in the text. */
export function piecesIn(text: string): Piece[] {
  const pieces: Piece[] = []
  const end = Math.min(text.length, longestText)
  let index = -1
  for (let at = 0; at <= end; at += 1) {
    const isEnd = at === end || isSpace(text.charCodeAt(at))
    if (!isEnd && index < 0) index = at
    if (isEnd && index >= 0) {
      pieces.push({ piece: text.slice(index, at), index })
      index = -1
    }
  }
  return pieces
}

/** The words of such a piece. Most is one word: only the rest needs the segmenter, which is slow. */
export function wordsOf(piece: string): readonly Word[] {
  const simple = plain.exec(piece)
  const found = numbered.test(piece)
    ? [wordOf(piece, 0)]
    : simple !== null
      ? [wordOf(simple[2] ?? '', (simple[1] ?? '').length)]
      : Array.from(segmenter.segment(piece), ({ segment, index, isWordLike }) =>
          isWordLike ? wordOf(segment, index) : undefined,
        )
  return found.filter((word) => word !== undefined)
}

/** All words of the text in order, stop words included. */
export function wordsIn(text: string): Word[] {
  const found: Word[] = []
  for (const { piece, index } of piecesIn(text))
    for (const { word, start, end } of wordsOf(piece)) found.push({ word, start: index + start, end: index + end })
  return found
}
