// Pages on which every word is placed by hand and tagged, so that they can be read aloud in their order. Measures are points (1/72 inch).

type Doc = PDFKit.PDFDocument
export type Tag = ReturnType<Doc['struct']>

export interface TextStyle {
  readonly size?: number
  readonly bold?: boolean
  readonly colour?: string
  readonly align?: 'left' | 'right'
}

/** What an element of the tree may say of itself. */
interface TagOptions {
  readonly scope?: 'Row' | 'Column'
  readonly alt?: string
  readonly bbox?: readonly [number, number, number, number]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface Written {
  /** P, H1, TH … (ISO 32000-1, 14.8.4). */
  readonly type: string
  readonly text: string
  readonly style?: TextStyle
  /** What a TH is the head of. */
  readonly scope?: 'Row' | 'Column'
}

/** Millimetres, in which letters are measured. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

const lineGap = 1.5

let letters: ReadonlySet<number> | undefined
/** pdfkit does not tell what its font can write; the font beneath does. The same for all documents, so it is read once. */
const lettersOf = (doc: Doc): ReadonlySet<number> => {
  const { font } = (
    doc as unknown as { readonly _font: { readonly font: { readonly characterSet: readonly number[] } } }
  )._font
  letters ??= new Set(font.characterSet)
  return letters
}

/** A document that is being drawn, and the root of its tree of tags. */
export interface Sheet {
  readonly doc: Doc
  readonly root: Tag
}

const ink = '#1b1f24'

const choose = (doc: Doc, { size = 10, bold = false, colour = ink }: TextStyle): void =>
  void doc
    .font(bold ? 'bold' : 'normal')
    .fontSize(size)
    .fillColor(colour)

/** Spaces and hyphens that our fonts lack, for those that look and do the same: French puts the narrow one into its numbers. */
const likes: Readonly<Record<string, string>> = { '\u202f': '\u00a0', '\u2007': '\u00a0', '\u2009': ' ', '\u2011': '-' }

/** A letter that no font has would be drawn as a box without meaning; PDF/A forbids it. */
function writable(doc: Doc, text: string): string {
  const known = lettersOf(doc)
  return [...text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ')]
    .map((letter) => (letter === '\n' || known.has(letter.codePointAt(0) ?? 0) ? letter : (likes[letter] ?? '?')))
    .join('')
}

/** Gives the height. */
function draw(doc: Doc, text: string, style: TextStyle, { x, y, width }: Box): number {
  choose(doc, style)
  doc.text(writable(doc, text), x, y, { width, lineGap, align: style.align ?? 'left' })
  return doc.y - y
}

/** The types of pdfkit know neither scope nor place; the pdfkit that we have writes both. */
const struct = (doc: Doc, type: string, options: TagOptions, inside?: () => void): Tag =>
  doc.struct(type, options as object, inside)

/** We say ourselves where a page ends; pdfkit must not begin one in the middle of a table. */
const takeWholePage = (doc: Doc): void => {
  doc.page.margins = { top: 0, right: 0, bottom: 0, left: 0 }
}

/** Opens the tree on the first page. */
export function openSheet(doc: Doc): Sheet {
  const root = doc.struct('Document')
  doc.addStructure(root)
  takeWholePage(doc)
  return { doc, root }
}

export function nextPage({ doc }: Sheet): void {
  doc.addPage()
  takeWholePage(doc)
}

export function heightOf({ doc }: Sheet, text: string, style: TextStyle, width: number): number {
  choose(doc, style)
  return doc.heightOfString(writable(doc, text), { width, lineGap })
}

/** A part of the tree; what `inside` adds to it comes into it. */
export function part({ doc }: Sheet, parent: Tag, type: string, inside: (tag: Tag) => void): void {
  const tag = doc.struct(type)
  parent.add(tag)
  inside(tag)
  tag.end()
}

/** Text as one element of the tree. Gives its height. */
export function write({ doc }: Sheet, parent: Tag, { type, text, style = {}, scope }: Written, box: Box): number {
  let height = 0
  parent.add(
    struct(doc, type, scope ? { scope } : {}, () => {
      height = draw(doc, text, style, box)
    }),
  )
  return height
}

/** A picture with its description. */
export function figure(
  { doc, root }: Sheet,
  alt: string,
  box: Box & { readonly height: number },
  make: () => void,
): void {
  const { x, y, width, height } = box
  root.add(struct(doc, 'Figure', { alt, bbox: [x, y, x + width, y + height] }, make))
}

/** Lines, grounds, page numbers: what nobody needs to hear. */
export function artifact({ doc }: Sheet, make: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
  doc.markContent('Artifact', { type })
  make()
  doc.endMarkedContent()
}

/** Text that is not read aloud. */
export const mark = (sheet: Sheet, text: string, style: TextStyle, box: Box): void =>
  artifact(sheet, () => void draw(sheet.doc, text, style, box), 'Pagination')
