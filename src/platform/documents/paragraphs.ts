// From the paragraphs of an office document to blocks: styled headings, or lines that stand there like one.
import type { Block } from './document.ts'
import { bullet, isShouted, mayBeHeading, numberedLevel } from './heading-shape.ts'

export interface Paragraph {
  readonly plain: string
  readonly markdown: string
  /** All of it. */
  readonly bold: boolean
  readonly isItem: boolean
  /** Of its style; 0 for the title of the document. */
  readonly level?: number
  /** A line of a table of contents. */
  readonly isContents?: boolean
}

const deepest = 6
const longestLabel = 90

/** A form filled in: "Ausgangslage | text" is a heading with its text. */
const isLabelled = (cells: readonly (readonly Paragraph[])[]): boolean => {
  const [label, text] = cells
  const words = label?.filter(({ plain }) => plain !== '') ?? []
  const length = text?.reduce((sum, { plain }) => sum + plain.length, 0) ?? 0
  const name = words[0]?.plain.replace(/\s*:$/, '') ?? ''
  return cells.length === 2 && words.length === 1 && mayBeHeading(name) && name.length <= longestLabel && length > 0
}

const labelled = ([label = [], text = []]: readonly (readonly Paragraph[])[]): Paragraph[] => {
  const name = label.find(({ plain }) => plain !== '')
  const plain = name?.plain.replace(/\s*:$/, '') ?? ''
  return [{ plain, markdown: plain, bold: true, isItem: false, level: 2 }, ...text]
}

const rowAsItem = (cells: readonly (readonly Paragraph[])[]): Paragraph[] => {
  const join = (which: 'plain' | 'markdown') =>
    cells
      .map((cell) => cell.map((paragraph) => paragraph[which].trim()).join(' '))
      .filter((text) => text.trim() !== '')
      .join(' – ')
  return [{ plain: join('plain'), markdown: join('markdown'), bold: false, isItem: true }]
}

/** A table of two columns whose first names what the second tells; any other row becomes one line. */
export function tableToParagraphs(rows: readonly (readonly (readonly Paragraph[])[])[]): Paragraph[] {
  const told = rows.filter((cells) => cells.some((cell) => cell.some(({ plain }) => plain !== '')))
  const isForm = told.length > 0 && told.filter(isLabelled).length * 2 > told.length
  return told.flatMap((cells) => {
    if (cells.length === 1) return [...(cells[0] ?? [])]
    return isForm && isLabelled(cells) ? labelled(cells) : rowAsItem(cells)
  })
}

/** Without a style: bold, shouted or numbered, and text below it. */
function guessedLevel({ plain, bold, isItem }: Paragraph, next: Paragraph | undefined): number | undefined {
  if (isItem || next === undefined || !mayBeHeading(plain.replace(/\s*:$/, ''))) return undefined
  if (bold) return numberedLevel(plain) ?? 2
  if (isShouted(plain)) return 2
  const numbered = numberedLevel(plain)
  return numbered !== undefined && plain.length < 80 && !next.isItem && numberedLevel(next.plain) === undefined
    ? numbered
    : undefined
}

function blockOf(paragraph: Paragraph, next: Paragraph | undefined, styled: boolean): Block {
  const { plain, markdown } = paragraph
  const level = paragraph.level ?? (styled ? undefined : guessedLevel(paragraph, next))
  // Titles in lines of their own stay one line.
  if (level !== undefined && plain.length <= 200)
    return { kind: 'heading', level: Math.min(deepest, level + 1), text: plain.replaceAll(/\s+/g, ' ') }
  const text = markdown.replaceAll(/ {2,}/g, ' ').trim()
  if (paragraph.isItem || bullet.test(plain))
    return { kind: 'list-item', text: text.replace(/^\\?/, '').replace(bullet, '') }
  return { kind: 'paragraph', text: paragraph.bold && plain.length > 0 ? `**${text}**` : text }
}

/** Where a document has at least two styled headings, nothing else is guessed to be one. */
export function paragraphsToBlocks(all: readonly Paragraph[]): Block[] {
  const told = all.filter(({ plain, isContents }) => plain !== '' && isContents !== true)
  const styled = told.filter(({ level }) => level !== undefined && level > 0).length >= 2
  return told.map((paragraph, index) => blockOf(paragraph, told[index + 1], styled))
}
