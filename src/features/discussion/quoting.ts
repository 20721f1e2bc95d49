// Words of a reply that another one answers: they must stand there, so that nobody is quoted with what they did not say.
import { plainText } from '#platform/text/markdown.ts'

const mostQuoted = 1000

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What is quoted where nothing was marked: the reply itself, or its beginning. */
export const wholePart = (markdown: string): string => plainText(markdown, 400)

/** Signs that begin lists are drawn by the browser, and marked or not as it likes. */
const bare = (text: string): string => oneLine(text).replaceAll(/[\s\p{P}\p{S}]/gu, '')

/** The part as it is kept; undefined where the reply does not say so. */
export function partOf(markdown: string, part: string): string | undefined {
  const wanted = oneLine(part).slice(0, mostQuoted)
  if (wanted === '') return wholePart(markdown)
  return bare(plainText(markdown)).includes(bare(wanted.replace(/ …$/, ''))) ? wanted : undefined
}
