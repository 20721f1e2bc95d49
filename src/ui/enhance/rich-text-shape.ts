// What a rich text is made of in the browser, and its tidy form: the same meaning always has the same shape.

export interface Mark {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
}
/** A node as Tiptap gives and takes it (JSON of ProseMirror), as far as our eight kinds need it. */
export interface RichNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly RichNode[]
  readonly marks?: readonly Mark[]
  readonly text?: string
}

const keyOf = ({ type, attrs }: Mark): string => (type === 'link' ? `link ${attrs?.['href'] ?? ''}` : type)
export const has = (node: RichNode | undefined, mark: Mark): boolean =>
  node?.marks?.some((one) => keyOf(one) === keyOf(mark)) ?? false

const plainMark = (mark: Mark): Mark =>
  mark.type === 'link' ? { type: 'link', attrs: { href: mark.attrs?.['href'] ?? '' } } : { type: mark.type }
const marksOf = (node: RichNode): readonly Mark[] =>
  [...(node.marks ?? [])].map(plainMark).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))

export const textNode = (text: string, marks: readonly Mark[]): RichNode =>
  marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }

/** Space and letters apart, so that marks can leave the space at their edges. */
const pieces = (node: RichNode): RichNode[] =>
  (node.text?.match(/\s+|\S+/g) ?? []).map((text) => textNode(text, marksOf(node)))

const isSpace = (node: RichNode): boolean => node.type === 'text' && node.text?.trim() === ''

/** Markdown knows no bold space at the edge of what is bold; nobody sees it either. */
function settleMarks(nodes: readonly RichNode[]): RichNode[] {
  const solid = nodes.map((node) => !isSpace(node) && node.type !== 'hardBreak')
  return nodes.map((node, index) => {
    if (solid[index]) return node
    const before = nodes[solid.lastIndexOf(true, index)]
    const after = nodes[solid.indexOf(true, index)]
    const marks = before && after ? marksOf(before).filter((mark) => has(after, mark) && has(node, mark)) : []
    return node.type === 'hardBreak' ? { type: 'hardBreak' } : textNode(node.text ?? '', marks)
  })
}

const sameMarks = (one: RichNode, other: RichNode): boolean =>
  marksOf(one).map(keyOf).join('\n') === marksOf(other).map(keyOf).join('\n')

function join(nodes: readonly RichNode[]): RichNode[] {
  const joined: RichNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node))
      joined[joined.length - 1] = textNode(`${last.text}${node.text}`, marksOf(node))
    else joined.push(node)
  }
  return joined
}

/** Space at the ends of lines, and breaks at the ends of a paragraph, say nothing. */
function trim(nodes: readonly RichNode[]): RichNode[] {
  const isEdge = (node: RichNode | undefined): boolean => node === undefined || node.type === 'hardBreak'
  const kept = nodes.filter((node, index) => !(isSpace(node) && (isEdge(nodes[index - 1]) || isEdge(nodes[index + 1]))))
  const first = kept.findIndex((node) => node.type === 'text')
  const last = kept.findLastIndex((node) => node.type === 'text')
  return first < 0 ? [] : kept.slice(first, last + 1)
}

/** Each run of space is one: a line end within a text would be a break. */
const oneSpace = (node: RichNode): RichNode =>
  isSpace(node) ? { ...node, text: node.text?.replace(/[\t\n\r ]+/g, ' ') ?? '' } : node

/** Space of two nodes meets as one piece only after they are joined. */
const inlinesOf = (nodes: readonly RichNode[]): RichNode[] => {
  const parts = nodes.flatMap((node) => (node.type === 'text' ? pieces(node) : [{ type: 'hardBreak' }]))
  return join(
    settleMarks(
      trim(
        parts.filter((part, index) => !(isSpace(part) && isSpace(parts[index - 1] ?? part) && index > 0)).map(oneSpace),
      ),
    ),
  )
}

const isLine = (type: string): boolean => type === 'paragraph' || type === 'heading'

function attrsOf({ type, attrs }: RichNode): RichNode['attrs'] {
  if (type === 'heading') return { level: Number(attrs?.['level'] ?? 3) }
  return type === 'orderedList' ? { start: Number(attrs?.['start'] ?? 1) } : undefined
}

/** Undefined where nothing is said. */
function tidyNode(node: RichNode): RichNode | undefined {
  const content = isLine(node.type)
    ? inlinesOf(node.content ?? [])
    : (node.content ?? []).map(tidyNode).filter((child) => child !== undefined)
  if (content.length === 0) return undefined
  const attrs = attrsOf(node)
  return attrs ? { type: node.type, attrs, content } : { type: node.type, content }
}

/** Two texts that mean the same are equal as JSON after this. */
export const tidy = (doc: RichNode): RichNode => tidyNode(doc) ?? { type: 'doc', content: [] }

const bareSpace = (node: RichNode): RichNode[] =>
  node.content
    ? [{ ...node, content: node.content.flatMap(bareSpace) }]
    : node.type === 'text'
      ? pieces(node).map((piece) => (isSpace(piece) ? textNode(piece.text ?? '', []) : piece))
      : [node]

/** Whether two texts mean the same to their readers: whether a space is bold, nobody sees. */
export const meansTheSame = (one: RichNode, other: RichNode): boolean =>
  JSON.stringify(bareSpace(tidy(one))) === JSON.stringify(bareSpace(tidy(other)))
