// OpenDocument text (ISO/IEC 26300): headings, paragraphs, lists and tables of content.xml; no picture, no link is followed.
import { XMLParser } from 'fast-xml-parser'
import type { DocumentReading } from './document.ts'
import { cannotRead, judgeBlocks } from './document.ts'
import { boldOf, markdownOf } from './markdown-of.ts'
import { type Paragraph, paragraphsToBlocks, tableToParagraphs } from './paragraphs.ts'
import { readEntries, xmlIn } from './zip-entries.ts'

/** One element of fast-xml-parser's ordered tree: its name → children, and its attributes under `:@`. */
type Element = Readonly<Record<string, unknown>>

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: false,
})

const nameOf = (element: Element): string => Object.keys(element).find((key) => key !== ':@') ?? ''
const childrenOf = (element: Element): readonly Element[] => {
  const children = element[nameOf(element)]
  return Array.isArray(children) ? (children as Element[]) : []
}
const attributeOf = (element: Element, name: string): string =>
  String((element[':@'] as Record<string, unknown> | undefined)?.[name] ?? '')

const numeric = (text: string): string =>
  text.replaceAll(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, code: string) => {
    const point = code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })

interface Styles {
  readonly bold: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
}
/** Words that stand elsewhere or were crossed out. */
const silent = new Set(['text:note', 'office:annotation', 'text:tracked-changes', 'draw:frame', 'text:bookmark-ref'])

type Draw = (text: string, bold: boolean) => string
function wordsIn(element: Element, styles: Styles, draw: Draw, bold = false): string {
  const name = nameOf(element)
  if (name === '#text') return draw(numeric(String(element['#text'])).replaceAll(/\s+/g, ' '), bold)
  if (name === 'text:s') return ' '.repeat(Math.min(80, Number(attributeOf(element, 'text:c')) || 1))
  if (name === 'text:tab') return ' '
  if (name === 'text:line-break') return '\n'
  if (silent.has(name)) return ''
  const isBold = bold || (name === 'text:span' && styles.bold.has(attributeOf(element, 'text:style-name')))
  return childrenOf(element)
    .map((child) => wordsIn(child, styles, draw, isBold))
    .join('')
}

const plainly: Draw = (text) => text
const withBold: Draw = (text, bold) => (bold ? boldOf(markdownOf(text)) : markdownOf(text))
const onlyBold: Draw = (text, bold) => (bold ? '' : text)

function paragraphOf(element: Element, styles: Styles, isItem: boolean): Paragraph {
  const name = nameOf(element)
  const style = attributeOf(element, 'text:style-name')
  const plain = childrenOf(element)
    .map((child) => wordsIn(child, styles, plainly))
    .join('')
    .trim()
  const bold =
    styles.bold.has(style) ||
    (plain !== '' && childrenOf(element).every((child) => wordsIn(child, styles, onlyBold).trim() === ''))
  const draw: Draw = bold ? (text) => markdownOf(text) : withBold
  const markdown = childrenOf(element)
    .map((child) => wordsIn(child, styles, draw))
    .join('')
  const outline = name === 'text:h' ? Number(attributeOf(element, 'text:outline-level')) || 1 : undefined
  const level = styles.titles.has(style) ? 0 : outline
  return { plain, markdown, bold, isItem: isItem && level === undefined, ...(level === undefined ? {} : { level }) }
}

const rowsOf = (table: Element): Element[] =>
  childrenOf(table).flatMap((child) =>
    nameOf(child) === 'table:table-row'
      ? [child]
      : /^table:table-(?:header-rows|rows)$/.test(nameOf(child))
        ? rowsOf(child)
        : [],
  )

function paragraphsIn(element: Element, styles: Styles, isItem = false): Paragraph[] {
  const name = nameOf(element)
  if (name === 'text:p' || name === 'text:h') return [paragraphOf(element, styles, isItem)]
  if (silent.has(name) || name === 'text:table-of-content') return []
  const inside = (child: Element): Paragraph[] => paragraphsIn(child, styles, isItem || name === 'text:list-item')
  if (name === 'table:table')
    return tableToParagraphs(
      rowsOf(element).map((row) =>
        childrenOf(row).map((cell) => childrenOf(cell).flatMap((child) => paragraphsIn(child, styles))),
      ),
    )
  return childrenOf(element).flatMap(inside)
}

const everyElement = (elements: readonly Element[]): Element[] =>
  elements.flatMap((element) => [element, ...everyElement(childrenOf(element))])

const titleName = /^(?:Title|Titel)$/
const isBoldStyle = (style: Element): boolean =>
  childrenOf(style).some(
    (one) => nameOf(one) === 'style:text-properties' && attributeOf(one, 'fo:font-weight') === 'bold',
  )

/** Names of the styles that are bold, and of those that stand for the title. */
function stylesIn(trees: readonly Element[]): Styles {
  const styles = everyElement(trees).filter((element) => nameOf(element) === 'style:style')
  const name = (style: Element) => attributeOf(style, 'style:name')
  const titles = styles.filter(
    (style) => titleName.test(name(style)) || titleName.test(attributeOf(style, 'style:parent-style-name')),
  )
  return { bold: new Set(styles.filter(isBoldStyle).map(name)), titles: new Set(['Title', ...titles.map(name)]) }
}

const inside = (elements: readonly Element[], path: readonly string[]): readonly Element[] =>
  path.reduce((found, name) => found.filter((element) => nameOf(element) === name).flatMap(childrenOf), elements)

const wanted = new Set(['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml', 'encrypted-package'])

/** Throws for what is no OpenDocument text. */
export function readOdt(bytes: Uint8Array): DocumentReading {
  const entries = readEntries(bytes, (name) => wanted.has(name))
  if (entries.has('encrypted-package') || /encryption-data/.test(xmlIn(entries, 'META-INF/manifest.xml') ?? ''))
    return cannotRead('encrypted')
  const content = xmlIn(entries, 'content.xml')
  if (content === undefined) throw new Error('No content in it')
  const tree = parser.parse(content) as Element[]
  const styles = stylesIn([
    ...inside(tree, ['office:document-content', 'office:automatic-styles']),
    ...inside(parser.parse(xmlIn(entries, 'styles.xml') ?? '') as Element[], [
      'office:document-styles',
      'office:styles',
    ]),
  ])
  const body = inside(tree, ['office:document-content', 'office:body', 'office:text'])
  const title = /<dc:title>([^<]*)<\/dc:title>/.exec(xmlIn(entries, 'meta.xml') ?? '')?.[1]
  return judgeBlocks(paragraphsToBlocks(body.flatMap((element) => paragraphsIn(element, styles))), title)
}
