// Plain text, Markdown and what was pasted: blocks between empty lines, headings by their marks or by how they stand there.
import type { Block, DocumentReading } from './document.ts'
import { judgeBlocks, voids } from './document.ts'
import { bullet, isShouted, mayBeHeading, numberedLevel } from './heading-shape.ts'

const marked = /^(#{1,6})\s+(.+?)\s*#*$/
const underlined = /^(={3,}|-{3,})\s*$/
/** Markdown's own bold, when it is the whole line: many write headings so. */
const boldLine = /^(?:\*\*|__)(.+?):?(?:\*\*|__):?$/

const heading = (level: number, text: string): Block => ({ kind: 'heading', level, text })

/** A line by itself that ends in a colon or in nothing, with text after it. */
const standingAlone = (line: string, next: string | undefined): Block | undefined => {
  if (next === undefined) return undefined
  const bold = boldLine.exec(line)?.[1]
  if (bold !== undefined && mayBeHeading(bold)) return heading(3, bold)
  if (bullet.test(line) && numberedLevel(line) === undefined) return undefined
  if (isShouted(line)) return heading(2, line)
  const numbered = numberedLevel(line)
  if (numbered !== undefined && mayBeHeading(line) && line.length < 80) return heading(numbered + 1, line)
  return mayBeHeading(line) && line.length < 80 ? heading(3, line.replace(/\s*:$/, '')) : undefined
}

const listItems = (lines: readonly string[]): Block[] | undefined => {
  if (!lines.every((line, index) => bullet.test(line) || (index > 0 && /^\s+\S/.test(line)))) return undefined
  const items: string[] = []
  for (const line of lines)
    if (bullet.test(line)) items.push(line.replace(bullet, ''))
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  return items.map((text) => ({ kind: 'list-item', text }))
}

/** The lines of one paragraph; its first may be a heading directly above its text. */
function blocksOf(lines: readonly string[], isLast: boolean): Block[] {
  const [first = '', second] = lines
  const mark = marked.exec(first)
  if (mark !== null) return [heading(mark[1]?.length ?? 1, mark[2] ?? ''), ...rest(lines.slice(1), isLast)]
  if (second !== undefined && underlined.test(second) && mayBeHeading(first))
    return [heading(second.startsWith('=') ? 1 : 2, first), ...rest(lines.slice(2), isLast)]
  const alone = lines.length === 1 ? standingAlone(first, isLast ? undefined : '') : aboveText(first, second ?? '')
  if (alone !== undefined) return [alone, ...rest(lines.slice(1), isLast)]
  return listItems(lines) ?? [{ kind: 'paragraph', text: lines.join('\n') }]
}
const rest = (lines: readonly string[], isLast: boolean): Block[] => (lines.length === 0 ? [] : blocksOf(lines, isLast))

/** Directly above its text only what is unmistakable: a line that merely happens to be short may be an address. */
const aboveText = (first: string, second: string): Block | undefined => {
  const sure = isShouted(first) || boldLine.test(first) || numberedLevel(first) !== undefined || first.endsWith(':')
  const isList = bullet.test(first) && numberedLevel(first) === undefined
  return sure && !isList && (second.length > 60 || second.length > first.length * 1.5 || bullet.test(second))
    ? standingAlone(first, second)
    : undefined
}

export function readPlain(text: string): DocumentReading {
  const paragraphs = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(voids, ' ')
    // Markdown's headings need no empty line around them.
    .replaceAll(/^#{1,6}[\t ]+\S.*$/gm, (line) => `\n${line}\n`)
    .split(/\n[\t ]*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0)
  return judgeBlocks(paragraphs.flatMap((lines, index) => blocksOf(lines, index === paragraphs.length - 1)))
}
