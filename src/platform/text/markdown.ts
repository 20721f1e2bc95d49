// What people write, as HTML: a small Markdown, without raw HTML, sanitised once more after rendering.
import MarkdownIt, { type Token } from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import { remember } from '#kernel/remember.ts'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false })
// Headings of a text must not compete with the page's own: # becomes h3.
markdown.core.ruler.push('lower-headings', (state) => {
  for (const token of state.tokens)
    if (token.type === 'heading_open' || token.type === 'heading_close')
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`
})

const rules: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'strong',
    'em',
    's',
    'ul',
    'ol',
    'li',
    'blockquote',
    'code',
    'pre',
    'h3',
    'h4',
    'h5',
    'h6',
    'a',
    'hr',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener' }) },
}

/** Longer is cut: nobody reads it, and parsing must end. */
export const longest = 100_000

/** Markdown in its parts, for those who put other words in the place of some. */
export const parseMarkdown = (text: string): Token[] => markdown.parse(text.slice(0, longest), {})
export const drawTokens = (tokens: Token[]): string =>
  sanitizeHtml(markdown.renderer.render(tokens, markdown.options, {}), rules)

/** Markdown → safe HTML for `Prose`; at most 100,000 characters. */
export const renderMarkdown = remember(1000, (text: string): string => drawTokens(parseMarkdown(text)))

/** The same text without its marks, for summaries and search; at most `most` characters, cut at a word. */
export function plainText(text: string, most = longest): string {
  const plain = sanitizeHtml(markdown.render(text.slice(0, longest)), { allowedTags: [], allowedAttributes: {} })
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= most) return plain
  return `${plain.slice(0, most).replace(/\s+\S*$/, '')} …`
}
