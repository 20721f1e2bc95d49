// What somebody said in a mail, without what their mail program put around it: the quoted mail, the signature.
import { afterwords, attributions, closed, closings, headLabels, mobileSignatures, originals, rule } from './phrases.ts'

/** Longer ones are nobody's answer; every search in them must end. */
const mostSigns = 100_000
const mostLineSigns = 1000

const linesOf = (text: string): string[] =>
  text
    .slice(0, mostSigns)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u00A0\u2007\u202F]/g, ' ')
    .replaceAll(/[\u200B\u200E\u200F\u2060\uFEFF]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())

const isQuoted = (line: string): boolean => /^\s?>/.test(line)
const short = (line: string | undefined): string => (line ?? '').trim().slice(0, mostLineSigns)

/** How many lines from here say who wrote the quoted mail; mail programs break a long one. Nought: none. */
function attributionAt(lines: readonly string[], at: number): number {
  for (let count = 1; count <= 4; count += 1) {
    const taken = lines.slice(at, at + count).map(short)
    if (taken.at(-1) === '' || taken.some(isQuoted)) return 0
    const joined = taken.join(' ')
    if (!joined.endsWith(':')) continue
    if (attributions.some((pattern) => pattern.test(joined)))
      return isBeforeQuote(lines, at + count, joined) ? count : 0
  }
  return 0
}

/** People write such sentences too: a quote follows, or nothing, or an address stands in it. */
function isBeforeQuote(lines: readonly string[], after: number, sentence: string): boolean {
  const next = lines.slice(after).find((line) => line.trim() !== '')
  return next === undefined || isQuoted(next) || /[<(\s]\S+@\S+\.\S+/.test(sentence)
}

/** Outlook's head: who from, and two more of its fields within the next lines. */
function isHead(lines: readonly string[], at: number): boolean {
  if (headLabels[0]?.test(short(lines[at])) !== true) return false
  const near = lines.slice(at + 1, at + 9).map(short)
  return headLabels.slice(1).filter((label) => near.some((line) => label.test(line))).length >= 2
}

const beginsOriginal = (lines: readonly string[], at: number): boolean =>
  originals.test(short(lines[at])) ||
  isHead(lines, at) ||
  (rule.test(short(lines[at])) && [1, 2, 3].some((further) => isHead(lines, at + further)))

/** Without the mail that is answered, wherever the answer stands: above it, below it, or between its lines. */
function withoutQuote(lines: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (beginsOriginal(lines, at)) break
    const attribution = attributionAt(lines, at)
    if (attribution > 0) {
      // Who quotes without marks quotes to the end.
      const next = lines.slice(at + attribution).find((one) => one.trim() !== '')
      if (next !== undefined && !isQuoted(next)) break
      at += attribution - 1
    } else if (!isQuoted(line)) kept.push(line)
    else if (kept.at(-1) !== '') kept.push('')
  }
  return kept
}

/** Below what people set as their signature, and below the words with which they end a letter. */
const mostBelow = { dashes: 10, closing: 8 }

const isClosing = (line: string): boolean => {
  const rest = closings.exec(line)?.groups?.['rest']
  return rest !== undefined && closed.test(rest.trimEnd())
}

/** Where the signature begins; as many lines as there are where none does. Better a signature too many than a sentence too few. */
function signatureAt(lines: readonly string[]): number {
  const isNear = (at: number, most: number) => lines.slice(at + 1).filter((line) => line.trim() !== '').length <= most
  const dashes = lines.findLastIndex((line) => /^--\s?$/.test(line))
  if (dashes >= 0 && isNear(dashes, mostBelow.dashes)) return dashes
  const closing = lines.findIndex((line, at) => at > 0 && isClosing(short(line)) && isNear(at, mostBelow.closing))
  return closing >= 0 ? closing : lines.length
}

function withoutSignature(all: readonly string[]): string[] {
  const lines = [...all]
  const dropEmpty = (): void => {
    while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop()
  }
  dropEmpty()
  for (let tries = 0; tries < 4; tries += 1) {
    const last = short(lines.at(-1))
    if (!mobileSignatures.some((pattern) => pattern.test(last.replace(/^\*|\*$|<https?:\S+>/g, '').trim()))) break
    lines.pop()
    dropEmpty()
  }
  const at = signatureAt(lines)
  const after = lines.slice(at)
  const said = after.findIndex((line) => afterwords.test(line.trim()))
  return [...lines.slice(0, at), ...(said < 0 ? [] : ['', ...after.slice(said)])]
}

/** Pictures within the text, as mail programs name them in plain words. */
const pictures = /\[(?:cid|image|bild|imagen|immagine|afbeelding|obraz|imagem)\s?:[^\]\n]{1,200}\]/gi

/** Indented lines would be code to Markdown. */
const tidy = (lines: readonly string[]): string =>
  lines
    .map((line) => line.replace(/^(?: {4,}|\t+)/, ''))
    .join('\n')
    .replaceAll(pictures, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()

/** What was said, as it was typed; perhaps nothing. */
export const cutReply = (text: string): string => tidy(withoutSignature(withoutQuote(linesOf(text))))
