// The words of a mail that comes as HTML alone, as Markdown: what mail programs mark as quote or signature is left out before.
import sanitizeHtml from 'sanitize-html'

/** More would hold up everybody while it is taken apart. */
const longest = 200_000

/** Classes and ids by which mail programs know their own quotes and signatures. */
const around =
  /^(?:gmail_quote(?:_container)?|gmail_signature|gmail_attr|yahoo_quoted|moz-cite-prefix|moz-signature|protonmail_quote|protonmail_signature_block\S*|tutanota_quote|zmail_extra|wordsection_quote|ms-outlook-mobile-signature|signature|applemailsignature)$/i
const aroundIds =
  /(?:^|_)(?:signature|applemailsignature|ms-outlook-mobile-signature|mail-editor-reference-message-container)$/i

const isAround = ({ tag, attribs }: sanitizeHtml.IFrame): boolean =>
  tag === 'blockquote' ||
  (attribs['class'] ?? '').split(/\s+/).some((name) => around.test(name)) ||
  aroundIds.test(attribs['id'] ?? '')

const blocks: Readonly<Record<string, string>> = {
  p: '\n\n',
  div: '\n',
  tr: '\n',
  ul: '\n\n',
  ol: '\n\n',
  table: '\n\n',
  h1: '\n\n',
  h2: '\n\n',
  h3: '\n\n',
  hr: '\n\n',
}
const signs: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}

const plainTags = [
  'p',
  'div',
  'br',
  'tr',
  'ul',
  'ol',
  'li',
  'table',
  'h1',
  'h2',
  'h3',
  'hr',
  'strong',
  'b',
  'em',
  'i',
  'a',
  // For their classes: what is not named here loses them before it is judged.
  'blockquote',
  'pre',
  'span',
  'section',
]

/** Words within marks, without the spaces at their ends, which Markdown would not take. */
const marked = (mark: string) => (_: string, words: string) => {
  const inner = words.trim()
  return inner === '' || inner.includes('\n') ? words : words.replace(inner, () => `${mark}${inner}${mark}`)
}

export function wordsOfHtml(html: string): string {
  const clean = sanitizeHtml(html.slice(0, longest), {
    allowedTags: plainTags,
    allowedAttributes: { a: ['href'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    exclusiveFilter: isAround,
    nonTextTags: ['style', 'script', 'textarea', 'option', 'title', 'head', 'noscript'],
    nestingLimit: 200,
  })
  return clean
    .replaceAll(/[\r\n\t ]+/g, ' ')
    .replaceAll(/<a href="([^"<>]{1,2000})">([^<]{0,500})<\/a>/g, (_, href: string, words: string) =>
      words.trim() === '' || href.includes(words.trim()) ? words : `[${words.trim()}](${href})`,
    )
    .replaceAll(/<(?:strong|b)>([^<]{0,2000})<\/(?:strong|b)>/g, marked('**'))
    .replaceAll(/<(?:em|i)>([^<]{0,2000})<\/(?:em|i)>/g, marked('_'))
    .replaceAll(/<br ?\/?> ?/g, '\n')
    .replaceAll(/<li> ?/g, '\n- ')
    .replaceAll(/<\/?([a-z0-9]+)[^>]*>/g, (_, tag: string) => blocks[tag] ?? '')
    .replaceAll(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (sign) => signs[sign] ?? sign)
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
