// What the editor writes means on the page what it meant in the editor, whatever was typed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { readMarkdown } from '../enhance/rich-text-read.ts'
import { survives } from '../enhance/rich-text-round-trip.ts'
import { meansTheSame, type RichNode } from '../enhance/rich-text-shape.ts'
import { writeMarkdown } from '../enhance/rich-text-write.ts'

const isInline = (tag: string): boolean => /^<\/?(?:strong|em|a)\b/.test(tag)
/** As the page shows it: each text with the marks it stands in; without paragraphs, which tight lists leave out. */
const shown = (html: string): string => {
  const open: string[] = []
  const parts: string[] = []
  for (const [part] of html.replaceAll(/ rel="[^"]*"|<\/?p>|\n/g, '').matchAll(/<[^>]+>|[^<]+/g)) {
    if (!isInline(part)) parts.push(part.startsWith('<') ? part : [...open, part].join(''))
    else if (part.startsWith('</')) open.pop()
    else open.push(part)
  }
  return parts.join('\n').replaceAll('<br />', '<br>')
}
const escaped = (one: string): string => one.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const elements: Readonly<Record<string, string>> = {
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  bold: 'strong',
  italic: 'em',
  link: 'a',
  blockquote: 'blockquote',
}
const drawnText = ({ text = '', marks = [] }: RichNode): string =>
  marks.reduceRight((inner, { type, attrs }) => {
    const href = type === 'link' ? ` href="${escaped(String(attrs?.['href']))}"` : ''
    return `<${elements[type]}${href}>${inner}</${elements[type]}>`
  }, escaped(text))
const drawn = (node: RichNode): string => {
  if (node.type === 'text') return drawnText(node)
  if (node.type === 'hardBreak') return '<br>'
  const inner = (node.content ?? []).map(drawn).join('')
  const name = node.type === 'heading' ? `h${node.attrs?.['level']}` : elements[node.type]
  return name ? `<${name}>${inner}</${name}>` : inner
}

const word = fc.constantFrom(
  ...['Licht', 'für', 'Łódź', 'a', 'x_y', '_x_', '*', '**', '#', '##', '-', '+', '1.', '12)', '>', '<b>', '</p>', '['],
  ...[']', '](', '(', ')', '!', '`', '~~', '|', '---', ':--', '===', '&amp;', '&', '\\', '"', '…', '€', '🌙', ',', ' '],
  ...['[x]: y', '![', '<', '&#65;', '\u00a0', '_', '__', '***', '+1', '-5', '```', '=', '#1'],
)
const text = fc
  .array(word, { minLength: 1, maxLength: 5 })
  .chain((words) => fc.constantFrom(words.join(''), words.join(' ')))
const mark = fc.constantFrom(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'link', attrs: { href: 'https://example.org/a_(b)?c=1&d=2' } },
  { type: 'link', attrs: { href: 'mailto:amt@example.org' } },
)
const bareLink = (text: string): RichNode => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href: text } }] })
const inline: fc.Arbitrary<RichNode> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('text'),
      text,
      marks: fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('https://example.org/_a_b__c', 'https://example.org/plan-2024').map(bareLink),
  },
)
const inlines = fc.array(inline, { maxLength: 5 })
const paragraph = inlines.map((content): RichNode => ({ type: 'paragraph', content }))
const heading = fc.tuple(fc.integer({ min: 3, max: 6 }), inlines).map(
  ([level, content]): RichNode => ({
    type: 'heading',
    attrs: { level },
    content: content.filter(({ type }) => type === 'text'),
  }),
)
const { block } = fc.letrec<{ block: RichNode; item: RichNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    paragraph,
    heading,
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'bulletList', content })),
    fc
      .tuple(fc.constantFrom(1, 1, 7, 99), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([start, content]) => ({ type: 'orderedList', attrs: { start }, content })),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'blockquote', content })),
  ),
  item: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] })),
}))
const richText = fc.array(block, { maxLength: 4 }).map((content): RichNode => ({ type: 'doc', content }))

test('whatever is written in the editor is read again as the same', () => {
  fc.assert(
    fc.property(richText, (doc) => {
      const markdown = writeMarkdown(doc)
      expect(meansTheSame(readMarkdown(markdown).doc, doc), markdown).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('italic that begins after one bold letter inside a word leaves the bold as it is', () => {
  const bold = { type: 'bold' }
  const content = [
    { type: 'text', text: 'Licht' },
    { type: 'text', text: 'a', marks: [bold] },
    { type: 'text', text: 'Licht', marks: [bold, { type: 'italic' }] },
  ]
  const doc: RichNode = { type: 'doc', content: [{ type: 'paragraph', content }] }
  expect(meansTheSame(readMarkdown(writeMarkdown(doc)).doc, doc), writeMarkdown(doc)).toBe(true)
})

test('the editor reads as the pages do', () => {
  const pieces = fc.constantFrom(
    'a',
    'b c',
    '**',
    '_',
    '*',
    '\n',
    '\n\n',
    '- ',
    '  - ',
    '> ',
    '# ',
    '### ',
    '1. ',
    '&auml;',
    '\\*',
    '<i>',
    '[x](https://example.org)',
    'www.example.org',
    'a@example.org',
    '![p](/q)',
    '~~',
    '`',
    ':-)',
    '"',
    '...',
    '(c)',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const markdown = parts.join('')
      const { doc, complete } = readMarkdown(markdown)
      if (complete) expect(shown(drawn(doc))).toBe(shown(renderMarkdown(markdown)))
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['Umlauts stay', 'Für Łódź, Ærø und Ñuñoa'],
  ['a year with a full stop', '1984\\. Ein Jahr'],
  ['a link with brackets in its address', '[Plan](https://example.org/a_\\(b\\))'],
  ['an address on its own', 'Siehe https://example.org/plan-2024 dort'],
  ['lists within lists', '- a\n  1. b\n     - c\n- d'],
  ['lines within a paragraph', 'eins\nzwei\n\ndrei'],
  ['raw HTML, which the pages show as it was typed', '<b onclick="x">fett</b>'],
  ['nothing at all', ''],
  ['a long text', 'Ein **Satz** mit _allem_.\n\n'.repeat(1000)],
])('%s: opens in the editor', (_name, markdown) => expect(survives(markdown)).toBe(true))

test.each([
  ['a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
  ['a picture', '![Plan](https://example.org/plan.png)'],
  ['code', 'Der Befehl `rm`'],
  ['a block of code', '```\nx\n```'],
  ['a line across', 'a\n\n---\n\nb'],
  ['struck out', '~~alt~~ neu'],
  ['a link with a title', '[a](https://example.org "Titel")'],
])('%s: stays a plain text until somebody decides', (_name, markdown) => expect(survives(markdown)).toBe(false))

test('opened all the same, a table becomes its lines, and every letter is kept', () => {
  const written = writeMarkdown(readMarkdown('| a | b |\n|---|---|\n| 1 | 2 |').doc)
  expect(shown(renderMarkdown(written))).toBe('| a | b |\n<br>\n|---|---|\n<br>\n| 1 | 2 |')
})
