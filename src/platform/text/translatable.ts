// A text in pieces that another language can take the place of: what is sent is words, what comes back is words and nothing
// else. Marks, links and quotes stay those of the original: an answer is never read as Markdown, and never as HTML.
import MarkdownIt, { type Token } from 'markdown-it'
import { drawTokens, longest, parseMarkdown } from './markdown.ts'

/** Of a text as somebody wrote it: Markdown, or words without marks (a title). */
export interface Writing {
  readonly text: string
  readonly plain?: true
}

const { escapeHtml, unescapeAll } = new MarkdownIt().utils

/** Nothing of a mark's own meaning is sent: `<span id="1">…</span>` says only that something begins and ends. */
const tag = /<span\s+id\s*=\s*["']?(\d{1,4})["']?\s*(\/?)>|<\/span\s*>/gi
/** Signs that print nothing and turn lines around, or that no database takes. */
const unprintable = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu

const hasLetters = (text: string): boolean => /\p{L}/u.test(text)
/** Entities alone: a backslash is a sign like any other in what comes back. */
const decoded = (text: string): string => unescapeAll(text.replaceAll('\\', '\\\\')).replaceAll(unprintable, ' ')

const wordsOf = (text: string): Token => {
  const [token] = parseMarkdown('x')[1]?.children ?? []
  if (token === undefined) throw new Error('A paragraph has words.')
  token.content = text
  return token
}

/** Index behind the token that closes the one at `from`. */
const closing = (tokens: readonly Token[], from: number): number => {
  let depth = 0
  for (let at = from; at < tokens.length; at += 1) {
    depth += tokens[at]?.nesting ?? 0
    if (depth === 0) return at + 1
  }
  return tokens.length
}

/** Stays as it is, and is not sent: an address, a name that is called, code, a line end within a mark. */
const isKept = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (token === undefined || token.type === 'text' || token.nesting === -1) return false
  if (token.nesting === 0) return true
  if (token.type !== 'link_open') return false
  const said = tokens[at + 1]?.content ?? ''
  return token.info === 'auto' || said.startsWith('@') || !tokens.slice(at, closing(tokens, at)).some(hasWords)
}
const hasWords = ({ type, content }: Token): boolean => type === 'text' && hasLetters(content)

/** A line, as a list of words and of numbered marks around them. */
type Part =
  | { readonly words: string }
  | { readonly mark: number; readonly open: Token; readonly close: Token | undefined; readonly within: readonly Part[] }
  | { readonly mark: number; readonly kept: readonly Token[] }

function partsOf(tokens: readonly Token[], next: { mark: number }): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    const end = closing(tokens, at)
    if (token.type === 'text') parts.push({ words: token.content })
    else {
      next.mark += 1
      const mark = next.mark
      if (isKept(tokens, at)) parts.push({ mark, kept: tokens.slice(at, end) })
      else
        parts.push({ mark, open: token, close: tokens[end - 1], within: partsOf(tokens.slice(at + 1, end - 1), next) })
    }
    at = end
  }
  return parts
}

const written = (parts: readonly Part[]): string =>
  parts
    .map((part) => {
      if ('words' in part) return escapeHtml(part.words)
      return `<span id="${part.mark}">${'within' in part ? written(part.within) : ''}</span>`
    })
    .join('')

/** Each line of a block for itself: a line end that somebody typed stays one. */
function linesOf(children: readonly Token[]): (readonly Token[])[] {
  const lines: Token[][] = [[]]
  let depth = 0
  for (const token of children) {
    depth += token.nesting
    if (depth === 0 && (token.type === 'softbreak' || token.type === 'hardbreak')) lines.push([token], [])
    else lines.at(-1)?.push(token)
  }
  return lines
}

const isSent = (line: readonly Token[]): boolean => {
  const parts = partsOf(line, { mark: 0 })
  const says = (part: Part): boolean =>
    'words' in part ? hasLetters(part.words) : 'within' in part && part.within.some(says)
  return parts.some(says)
}

/** What is sent of a writing, one piece for each line that says something. */
export function piecesOf({ text, plain }: Writing): string[] {
  if (plain) return hasLetters(text) ? [escapeHtml(text)] : []
  return parseMarkdown(text)
    .flatMap(({ type, children }) => (type === 'inline' ? linesOf(children ?? []) : []))
    .filter(isSent)
    .map((line) => written(partsOf(line, { mark: 0 })))
}

/** The words alone; a mark that came back where none was sent is none. */
const withoutTags = (answer: string): string => decoded(answer.replaceAll(tag, ' ')).replaceAll(/ {2,}/g, ' ').trim()

type Known = ReadonlyMap<number, Part>
const known = (parts: readonly Part[]): [number, Part][] =>
  parts.flatMap((part): [number, Part][] =>
    'words' in part ? [] : [[part.mark, part], ...('within' in part ? known(part.within) : [])],
  )

/** The answer with the original's marks around its words; undefined where a mark is missing, doubled, or not closed. */
function marked(answer: string, marks: Known): Token[] | undefined {
  const tokens: Token[] = []
  const open: Part[] = []
  const seen = new Set<number>()
  let from = 0
  const say = (until: number): void => {
    if (until > from) tokens.push(wordsOf(decoded(answer.slice(from, until))))
  }
  for (const match of answer.matchAll(tag)) {
    say(match.index)
    from = match.index + match[0].length
    if (match[1] === undefined) {
      const part = open.pop()
      if (part === undefined) return undefined
      if ('close' in part && part.close !== undefined) tokens.push(part.close)
      continue
    }
    const part = marks.get(Number(match[1]))
    if (part === undefined || seen.has(Number(match[1]))) return undefined
    seen.add(Number(match[1]))
    if ('open' in part) tokens.push(part.open)
    if ('kept' in part) tokens.push(...part.kept)
    if (match[2] !== '/') open.push(part)
    else if ('close' in part) return undefined
  }
  say(answer.length)
  return open.length === 0 && seen.size === marks.size ? tokens : undefined
}

/** Of an answer whose marks are in disorder: its words, then what the original linked and kept, so that nothing is lost. */
function unmarked(answer: string, line: readonly Token[]): Token[] {
  const kept: Token[] = []
  for (let at = 0; at < line.length; at += 1) {
    const isLink = line[at]?.type === 'link_open'
    if (!isLink && line[at]?.type !== 'code_inline') continue
    kept.push(wordsOf(' '), ...line.slice(at, closing(line, at)))
    at = closing(line, at) - 1
  }
  return [wordsOf(withoutTags(answer)), ...kept]
}

const answered = (answer: string, line: readonly Token[]): Token[] =>
  marked(answer, new Map(known(partsOf(line, { mark: 0 })))) ?? unmarked(answer, line)

/** Gives the answers one after the other. */
const inTurn = (answers: readonly string[]) => {
  let at = -1
  return (): string => {
    at += 1
    return answers[at] ?? ''
  }
}

/** A title in the other language, as text. */
export const translatedPlain = ({ text }: Writing, answers: readonly string[]): string =>
  hasLetters(text) ? withoutTags(answers[0] ?? '') : text

/** Safe HTML for `Prose`: the original with the answers in the place of its words. As many answers as it has pieces. */
export function drawTranslated({ text }: Writing, answers: readonly string[]): string {
  const next = inTurn(answers)
  const tokens = parseMarkdown(text.slice(0, longest))
  for (const token of tokens)
    if (token.type === 'inline')
      token.children = linesOf(token.children ?? []).flatMap((line) =>
        isSent(line) ? answered(next(), line) : [...line],
      )
  return drawTokens(tokens)
}
