// Word documents (ECMA-376): mammoth reads the parts it is given; pictures and everything that leads outside stay away.
import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { Block, DocumentReading } from './document.ts'
import { judgeBlocks } from './document.ts'
import { type DocxStyles, docxStyles } from './docx-styles.ts'
import { boldOf, markdownOf } from './markdown-of.ts'
import { type Paragraph, paragraphsToBlocks, tableToParagraphs } from './paragraphs.ts'
import { readEntries, xmlIn } from './zip-entries.ts'

const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels|docProps\/core\.xml)$/

/** What of mammoth's tree is asked for; it has no types for it. */
interface Node {
  readonly type: string
  readonly value?: string
  readonly styleName?: string | null
  readonly styleId?: string | null
  readonly numbering?: { readonly level?: string; readonly isOrdered?: boolean } | null
  readonly isBold?: boolean
  readonly isAllCaps?: boolean
  readonly children?: readonly Node[]
}

const plainOf = (node: Node): string => {
  if (node.type === 'text') return node.value ?? ''
  if (node.type === 'tab') return ' '
  if (node.type === 'break') return '\n'
  return node.type === 'note' ? '' : (node.children ?? []).map(plainOf).join('')
}

const runsOf = (node: Node): Node[] =>
  node.type === 'run' ? [node] : (node.children ?? []).flatMap((child) => runsOf(child))

const isBoldThroughout = (node: Node): boolean => {
  const runs = runsOf(node).filter((run) => plainOf(run).trim() !== '')
  return runs.length > 0 && runs.every((run) => run.isBold === true)
}

/** Neighbouring bold runs are one: Word cuts a sentence wherever it was touched. */
const markdownIn = (node: Node): string => {
  const pieces: { bold: boolean; text: string }[] = []
  for (const run of runsOf(node)) {
    const piece = { bold: run.isBold === true, text: plainOf(run) }
    const last = pieces.at(-1)
    if (last !== undefined && last.bold === piece.bold) last.text += piece.text
    else pieces.push(piece)
  }
  return pieces.map(({ bold, text }) => (bold ? boldOf(markdownOf(text)) : markdownOf(text))).join('')
}

const isTitle = ({ styleName }: Node): boolean => /^(?:title|titel)$/i.test(styleName ?? '')

function paragraphOf(node: Node, styles: DocxStyles): Paragraph {
  const level = styles.levels.get(node.styleId ?? '')
  const bold = isBoldThroughout(node) || styles.bold.has(node.styleId ?? '')
  return {
    plain: plainOf(node).trim(),
    markdown: bold ? markdownOf(plainOf(node)) : markdownIn(node),
    bold,
    isItem: node.numbering !== null && node.numbering !== undefined && level === undefined,
    ...(isTitle(node) ? { level: 0 } : level === undefined ? {} : { level }),
    isContents: /^toc\b/i.test(node.styleName ?? ''),
  }
}

const cellsOf = (row: Node, styles: DocxStyles): Paragraph[][] =>
  (row.children ?? []).map((cell) => (cell.children ?? []).flatMap((child) => paragraphsIn(child, styles)))

function paragraphsIn(node: Node, styles: DocxStyles): Paragraph[] {
  const children = node.children ?? []
  if (node.type === 'paragraph') return [paragraphOf(node, styles)]
  if (node.type === 'table') return tableToParagraphs(children.map((row) => cellsOf(row, styles)))
  return children.flatMap((child) => paragraphsIn(child, styles))
}

const titleIn = (core: string | undefined): string | undefined =>
  /<dc:title>([^<]*)<\/dc:title>/.exec(core ?? '')?.[1]?.replaceAll(/&(?:amp|lt|gt|quot|apos);/g, ' ')

async function treeOf(entries: ReadonlyMap<string, Uint8Array>): Promise<Node | undefined> {
  const seen: { tree?: Node } = {}
  const keep = (tree: Node): Node => {
    seen.tree = tree
    return { ...tree, children: [] }
  }
  const buffer = Buffer.from(zipSync(Object.fromEntries(entries), { level: 0 }))
  await mammoth.convertToHtml({ buffer }, { transformDocument: keep, externalFileAccess: false })
  return seen.tree
}

/** Throws for what is no Word document. */
export async function readDocx(bytes: Uint8Array): Promise<DocumentReading> {
  const entries = readEntries(bytes, (name) => needed.test(name))
  for (const name of entries.keys()) xmlIn(entries, name)
  const tree = await treeOf(entries)
  if (tree === undefined) throw new Error('No text in it')
  const blocks: Block[] = paragraphsToBlocks(paragraphsIn(tree, docxStyles(xmlIn(entries, 'word/styles.xml'))))
  return judgeBlocks(blocks, titleIn(xmlIn(entries, 'docProps/core.xml')))
}
