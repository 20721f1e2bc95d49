// From the lines of a PDF to blocks: what is larger, heavier or numbered and stands alone is a heading; the rest is joined to paragraphs.
import type { Block } from './document.ts'
import { bullet, isShouted, mayBeHeading, numberedLevel } from './heading-shape.ts'
import { markdownOf } from './markdown-of.ts'
import { type Line, mostOf } from './pdf-lines.ts'

interface Body {
  readonly size: number
  readonly font: string
  /** From baseline to baseline. */
  readonly leading: number
  readonly right: number
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

/** How most of the text is set. */
function bodyOf(lines: readonly Line[]): Body {
  const long = ({ text }: Line): number => text.length
  const size = Number(mostOf(lines, (line) => String(line.size), long))
  const plain = lines.filter((line) => line.size === size)
  const steps = plain.flatMap((line, index) => {
    const next = plain[index + 1]
    const step = next === undefined || next.page !== line.page ? 0 : line.base - next.base
    return step > size * 0.8 && step < size * 2.2 ? [step] : []
  })
  return {
    size,
    font: mostOf(plain, ({ font }) => font, long),
    leading: median(steps) || size * 1.2,
    right: median(plain.filter(({ text }) => text.length > 50).map(({ right }) => right)),
  }
}

const isFurther = (before: Line, line: Line, body: Body): boolean =>
  before.page !== line.page || before.base - line.base > body.leading * 1.35 || line.base > before.base + body.size

const isLarger = ({ size }: Line, body: Body): boolean => size >= body.size * 1.1

/** In another font and by itself: set off from what stands before and after it. */
function standsAlone(line: Line, before: Line | undefined, after: Line | undefined, body: Body): boolean {
  if (after === undefined) return false
  const isOther = line.font !== body.font && line.size >= body.size
  const afterIsText = after.font !== line.font || after.size !== line.size
  const opens = before === undefined || isFurther(before, line, body) || before.right < body.right * 0.85
  return opens && ((isOther && afterIsText) || isShouted(line.text) || (isOther && isFurther(line, after, body)))
}

function isHeading(lines: readonly Line[], index: number, body: Body): boolean {
  const line = lines[index]
  if (line === undefined) return false
  const [before, after] = [lines[index - 1], lines[index + 1]]
  if (isLarger(line, body)) return line.text.length <= 160 && /\p{L}{2}/u.test(line.text) && !bullet.test(line.text)
  if (!mayBeHeading(line.text.replace(/\s*:$/, '')) || bullet.test(line.text)) return false
  if (standsAlone(line, before, after, body)) return true
  const numbered = numberedLevel(line.text) !== undefined && line.text.length < 80
  return (
    numbered &&
    before !== undefined &&
    after !== undefined &&
    isFurther(before, line, body) &&
    isFurther(line, after, body) &&
    numberedLevel(after.text) === undefined
  )
}

/** German joins "Sozial- und Jugendamt" with a hyphen that must stay. */
const keepsHyphen = /^(?:und|oder|bzw|sowie|u\.|en|of|e|ed|y|et|ou|and|or|als)\b/
const joined = (before: string, next: string): string => {
  if (/\p{L}[-\u2010\u00ad]$/u.test(before) && /^\p{Ll}/u.test(next))
    return keepsHyphen.test(next) ? `${before} ${next}` : before.slice(0, -1) + next
  return /\p{L}-$/u.test(before) ? before + next : `${before} ${next}`
}

const endsSentence = (text: string): boolean => /[.!?:…»"”]$/.test(text)
/** Does this line begin a paragraph of its own? */
function beginsAnew(before: Line, line: Line, body: Body): boolean {
  if (bullet.test(line.text) || line.size !== before.size) return true
  const goesOn = !endsSentence(before.text) && /^\p{Ll}/u.test(line.text)
  if (before.page !== line.page || line.base > before.base)
    return !goesOn && (endsSentence(before.text) || before.right < body.right * 0.8)
  if (isFurther(before, line, body)) return !goesOn || before.base - line.base > body.leading * 2.5
  return endsSentence(before.text) && before.right < body.right * 0.85
}

interface Group {
  readonly heading: boolean
  readonly lines: Line[]
}

const isSameHeading = (before: Line, line: Line, body: Body): boolean =>
  before.size === line.size &&
  before.font === line.font &&
  before.page === line.page &&
  before.base - line.base < Math.max(line.size * 1.6, body.leading * 1.2) &&
  numberedLevel(line.text) === undefined

function groupsOf(lines: readonly Line[], body: Body): Group[] {
  const groups: Group[] = []
  for (const [index, line] of lines.entries()) {
    const heading = isHeading(lines, index, body)
    const last = groups.at(-1)
    const before = last?.lines.at(-1)
    const goesOn =
      before !== undefined &&
      last?.heading === heading &&
      (heading ? isSameHeading(before, line, body) : !beginsAnew(before, line, body))
    if (goesOn) last?.lines.push(line)
    else groups.push({ heading, lines: [line] })
  }
  return groups
}

const textOf = ({ lines }: Group): string => lines.map(({ text }) => text).reduce(joined)

/** Larger is higher; of headings as small as the text the number tells, else they are the deepest. */
function levelsOf(groups: readonly Group[], body: Body): (group: Group) => number {
  const sizes = [...new Set(groups.filter(({ heading }) => heading).map(({ lines }) => lines[0]?.size ?? 0))]
    .filter((size) => size >= body.size * 1.1)
    .sort((one, other) => other - one)
  return (group) => {
    const size = group.lines[0]?.size ?? 0
    const place = sizes.indexOf(size)
    if (place >= 0) return Math.min(6, place + 1)
    return Math.min(6, sizes.length + (numberedLevel(textOf(group)) ?? 1))
  }
}

export function blocksOfLines(lines: readonly Line[]): Block[] {
  const body = bodyOf(lines)
  const groups = groupsOf(lines, body)
  const levelOf = levelsOf(groups, body)
  return groups.map((group) => {
    const text = textOf(group)
    if (group.heading) return { kind: 'heading', level: levelOf(group), text: text.replace(/\s*:$/, '') }
    if (bullet.test(text)) return { kind: 'list-item', text: markdownOf(text.replace(bullet, '')) }
    return { kind: 'paragraph', text: markdownOf(text) }
  })
}
