// The editor's document → Markdown that the server's reader understands as exactly this document.
import { has, type Mark, type RichNode, tidy } from './rich-text-shape.ts'

/** Signs that would mean something to the reader. */
const withoutMeaning = (text: string): string => text.replace(/[\\*_`[\]<]|~(?=~)|(?<=~)~|&(?=#?\w+;)/g, '\\$&')

/** What means something at the beginning of a line only. */
const escapeStart = (line: string): string =>
  line
    .replace(/^(?:[>|]|:(?=-)|[-+](?=[\s:|-]|$)|#(?=#{0,5}(?:\s|$))|=(?==*\s*$))/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')

const isWord = (sign: string | undefined): boolean => sign !== undefined && !/[\s\p{P}\p{S}]/u.test(sign)
const entity = (sign: string): string => `&#${sign.codePointAt(0)};`

const destination = (href: string): string =>
  /^[^\s()<>\\]+$/.test(href) ? href : `<${href.replace(/[\s<>\\]/g, (sign) => encodeURIComponent(sign))}>`
const closing = (mark: Mark): string => {
  if (mark.type === 'link') return `](${destination(String(mark.attrs?.['href'] ?? ''))})`
  return mark.type === 'bold' ? '**' : '_'
}

interface Line {
  text: string
  /** Marks that are open, the outermost first. */
  readonly open: Mark[]
  /** The next letter must not touch the sign before it (CommonMark, delimiter runs). */
  apart: boolean
  /** Where the `**` ends that was opened last, when it touches a letter on both sides. */
  between?: number | undefined
}

/** `**` beside a sign, and `_` always, only count where no letter touches them from outside. */
function close(line: Line): void {
  const mark = line.open.pop()
  if (!mark) return
  const touchy = mark.type === 'italic' || (mark.type === 'bold' && !isWord([...line.text].at(-1)))
  line.text += closing(mark)
  line.apart = touchy
}

/** An entity begins with a sign: a `**` right before it opens only where no letter touches it from outside. */
function lastAsEntity(line: Line, last: string): void {
  const before = line.text.slice(0, -last.length)
  const outside = before.length === line.between ? [...before.slice(0, -2)].at(-1) : undefined
  line.text =
    (outside === undefined ? before : `${before.slice(0, -2 - outside.length)}${entity(outside)}**`) + entity(last)
}

function begin(line: Line, mark: Mark, next: string): void {
  const last = [...line.text].at(-1)
  if (mark.type === 'link') {
    line.text = `${line.text.replace(/(?<!\\)!$/, '\\!')}[`
  } else {
    const touchy = mark.type === 'italic' || !isWord(next)
    const touches = last !== undefined && isWord(last)
    if (touchy && touches) lastAsEntity(line, last)
    line.text += closing(mark)
    line.between = !touchy && touches ? line.text.length : undefined
  }
  line.open.push(mark)
  line.apart = false
}

/** How many of the coming nodes still carry it: what lasts longer is opened first. */
const lasting = (nodes: readonly RichNode[], from: number, mark: Mark): number => {
  const end = nodes.findIndex((node, index) => index > from && node.type === 'text' && !has(node, mark))
  return end < 0 ? nodes.length : end
}

const address = (node: RichNode): string | undefined => {
  const href = node.marks?.find(({ type }) => type === 'link')?.attrs?.['href']
  return href === node.text && node.marks?.length === 1 && /^https?:\/\/[\w./-]*[\w/]$/.test(node.text ?? '')
    ? node.text
    : undefined
}

/** An address that stands for itself, with space around it, is recognised without signs. */
const standsAlone = (nodes: readonly RichNode[], index: number): boolean => {
  const isApart = (text: string | undefined): boolean => text === undefined || text === ''
  const before = nodes[index - 1]?.text?.replace(/^.*\s$/s, '')
  const after = nodes[index + 1]?.text?.replace(/^\s.*$/s, '')
  return isApart(before) && isApart(after) && !nodes[index - 1]?.marks && !nodes[index + 1]?.marks
}

function writeText(line: Line, nodes: readonly RichNode[], index: number): void {
  // `index` comes from a walk through these nodes.
  const node = nodes[index] as RichNode
  while (line.open.some((mark) => !has(node, mark))) close(line)
  const missing = (node.marks ?? []).filter(
    (mark) => !line.open.some((one) => has({ type: 'text', marks: [one] }, mark)),
  )
  const whole = node.text ?? ''
  // A mark cannot begin with space.
  const text = missing.length > 0 ? whole.trimStart() : whole
  if (text.length < whole.length)
    Object.assign(line, { text: line.text + whole.slice(0, whole.length - text.length), apart: false })
  const first = [...text][0]
  if (first === undefined) return
  const order = [...missing].sort((one, other) => lasting(nodes, index, other) - lasting(nodes, index, one))
  order.forEach((mark, place) => {
    begin(line, mark, place < order.length - 1 ? '_' : first)
  })
  if (line.apart && isWord(first)) line.text += entity(first) + withoutMeaning(text.slice(first.length))
  else line.text += withoutMeaning(text)
  line.apart = false
}

function writeInlines(nodes: readonly RichNode[]): string {
  const line: Line = { text: '', open: [], apart: false }
  nodes.forEach((node, index) => {
    const bare = address(node)
    if (node.type === 'hardBreak') {
      const next = nodes.find(({ type }, place) => place > index && type === 'text')
      while (line.open.some((mark) => !has(next, mark))) close(line)
      line.text += line.text === '' || line.text.endsWith('\n') ? '\\\n' : '\n'
      line.apart = false
    } else if (bare && line.open.length === 0 && standsAlone(nodes, index)) line.text += bare
    else writeText(line, nodes, index)
  })
  while (line.open.length > 0) close(line)
  return line.text
}

const indent = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line))
    .join('\n')

const isTight = ({ content = [] }: RichNode): boolean =>
  content.every(
    ({ type, attrs }, index) =>
      type === 'bulletList' ||
      (index === 0 && type === 'paragraph') ||
      (type === 'orderedList' && attrs?.['start'] === 1),
  ) && content.filter(({ type }) => type !== 'paragraph').length < 2

/** Two lists of the same kind, one after the other, would be one: every second has the other sign. */
function writeList(list: RichNode, other: boolean): string {
  const items = list.content ?? []
  const tight = items.every(isTight)
  const start = Number(list.attrs?.['start'] ?? 1)
  const signOf = (index: number): string =>
    list.type === 'bulletList' ? (other ? '* ' : '- ') : `${start + index}${other ? ')' : '.'} `
  return items
    .map((item, index) => {
      const sign = signOf(index)
      return indent(writeBlocks(item.content ?? [], tight ? '\n' : '\n\n'), sign, ' '.repeat(sign.length))
    })
    .join(tight ? '\n' : '\n\n')
}

function writeBlock(node: RichNode, other: boolean): string {
  if (node.type === 'heading') {
    const line = writeInlines(
      (node.content ?? []).map((one) => (one.type === 'hardBreak' ? { type: 'text', text: ' ' } : one)),
    )
    return `${'#'.repeat(Math.max(1, Number(node.attrs?.['level'] ?? 3) - 2))} ${line.replace(/#(?=#*$)/g, '\\#')}`
  }
  if (node.type === 'paragraph')
    return writeInlines(node.content ?? [])
      .split('\n')
      .map(escapeStart)
      .join('\n')
  if (node.type === 'blockquote') return indent(writeBlocks(node.content ?? []), '> ', '> ')
  return writeList(node, other)
}

function writeBlocks(nodes: readonly RichNode[], between = '\n\n'): string {
  let other = false
  return nodes
    .map((node, index) => {
      other = node.type.endsWith('List') && node.type === nodes[index - 1]?.type && !other
      return writeBlock(node, other)
    })
    .join(between)
}

/** Document → Markdown. What says nothing (empty paragraphs, space at line ends) is left out. */
export const writeMarkdown = (doc: RichNode): string => writeBlocks(tidy(doc).content ?? [])
