// Words of a reply that another one answers: they must stand there, so that nobody is quoted with what they did not say.
import { plainText } from '#platform/text/markdown.ts'

const mostQuoted = 1000

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What is quoted where nothing was marked: the reply itself, or its beginning. */
export const wholePart = (markdown: string): string => plainText(markdown, 400)

/** Figures as a whole with their sign and what stands within them, words, and signs that say something ("%", "$", "+"). */
const token = /(?<![\p{L}\p{N}])[-−–]?\p{N}+(?:[.,:/'’–-]\p{N}+)*|\p{N}+|[\p{L}\p{M}]+|[%‰§&@#\p{S}]/gu
/** Drawn by the browser where a list has none, and marked or not as it likes. */
const bullets = /[◦▪]/gu

/**
 * What of a text must be the same: how it is broken into lines and where its commas stand may differ, what it says may not.
 * A figure is never taken in pieces: "15" is not said by whoever said "1.5" or "115".
 */
const said = (text: string): string =>
  (oneLine(text).replaceAll(bullets, ' ').match(token) ?? [])
    .map((one) => (/\p{N}/u.test(one) ? `|${one}|` : one))
    .join(' ')

/** At a word, and never between the two halves of a sign. */
function shortened(text: string): string {
  if (text.length <= mostQuoted) return text
  const cut = text.slice(0, mostQuoted).replace(/\s+\S*$/, '')
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)} …`
}

/** The part as it is kept; undefined where the reply does not say so. */
export function partOf(markdown: string, part: string): string | undefined {
  const wanted = shortened(oneLine(part))
  if (wanted === '') return wholePart(markdown)
  const words = said(wanted.replace(/ …$/, ''))
  return words !== '' && said(plainText(markdown)).includes(words) ? wanted : undefined
}
