// Markdown → the editor's document, with the same reader as the server's pages: what one sees here is what others will read.
import MarkdownIt from 'markdown-it'
import { type Mark, type RichNode, textNode } from './rich-text-shape.ts'

// As in src/platform/text/markdown.ts; a test holds the two together.
const options = { html: false, linkify: true, breaks: true, typographer: false } as const
const reader = new MarkdownIt(options)
/** The same without what the editor cannot show: tables and the like come as the lines they were typed as. */
const plainReader = new MarkdownIt(options).disable(
  ['table', 'fence', 'code', 'hr', 'backticks', 'strikethrough', 'image'],
  true,
)

type Token = ReturnType<typeof reader.parse>[number]

const blocks: Readonly<Record<string, string>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  bullet_list: 'bulletList',
  ordered_list: 'orderedList',
  list_item: 'listItem',
  blockquote: 'blockquote',
}
const marks: Readonly<Record<string, string>> = { strong: 'bold', em: 'italic', link: 'link' }
const breaks = ['softbreak', 'hardbreak']

const nameOf = (token: Token): string => token.type.replace(/_(?:open|close)$/, '')

const isKnown = (token: Token): boolean => {
  if (token.type === 'inline') return (token.children ?? []).every(isKnown)
  if (token.type.startsWith('text') || breaks.includes(token.type)) return true
  const name = nameOf(token)
  return name in blocks || (name in marks && token.attrGet('title') === null)
}

function inlines(tokens: readonly Token[]): RichNode[] {
  const nodes: RichNode[] = []
  const open: Mark[] = []
  for (const token of tokens) {
    const type = marks[nameOf(token)]
    if (type && token.nesting < 0) open.pop()
    else if (type) open.push(type === 'link' ? { type, attrs: { href: token.attrGet('href') ?? '' } } : { type })
    else if (breaks.includes(token.type)) nodes.push({ type: 'hardBreak' })
    else if (token.content) nodes.push(textNode(token.content, [...open]))
  }
  return nodes
}

function attrsOf(token: Token): RichNode['attrs'] {
  // `#` is shown as h3: headings of a text stand below those of the page.
  if (token.type === 'heading_open') return { level: Math.min(6, Number(token.tag.slice(1)) + 2) }
  return token.type === 'ordered_list_open' ? { start: Number(token.attrGet('start') ?? 1) } : undefined
}

/** The editor wants a paragraph first in every item, and something in every block. */
function fill(type: string, content: readonly RichNode[]): readonly RichNode[] {
  const wantsParagraph = type === 'listItem' ? content[0]?.type !== 'paragraph' : content.length === 0
  return wantsParagraph && type !== 'paragraph' && type !== 'heading' ? [{ type: 'paragraph' }, ...content] : content
}

function documentOf(tokens: readonly Token[]): RichNode {
  const open: { type: string; attrs: RichNode['attrs']; content: RichNode[] }[] = [
    { type: 'doc', attrs: undefined, content: [] },
  ]
  for (const token of tokens) {
    if (token.type === 'inline') open.at(-1)?.content.push(...inlines(token.children ?? []))
    else if (token.nesting > 0)
      open.push({ type: blocks[nameOf(token)] ?? 'paragraph', attrs: attrsOf(token), content: [] })
    else if (token.nesting < 0) {
      // Attributes that are undefined and attributes that are missing are the same to the editor.
      const closed = open.pop()
      if (closed) open.at(-1)?.content.push({ ...closed, content: fill(closed.type, closed.content) } as RichNode)
    }
  }
  return { type: 'doc', content: fill('doc', open[0]?.content ?? []) }
}

/** `complete` is false where the text has something that the editor does not know, such as a table or a picture. */
export function readMarkdown(text: string): { readonly doc: RichNode; readonly complete: boolean } {
  const complete = reader.parse(text, {}).every(isKnown)
  return { doc: documentOf((complete ? reader : plainReader).parse(text, {})), complete }
}
