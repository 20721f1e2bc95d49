// What people write becomes HTML that cannot do anything.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText, renderMarkdown } from './markdown.ts'

test('a small Markdown: paragraphs, lists, links, tables', () => {
  expect(renderMarkdown('**Licht** im _Park_')).toBe('<p><strong>Licht</strong> im <em>Park</em></p>\n')
  expect(renderMarkdown('- eins\n- zwei')).toContain('<li>eins</li>')
  expect(renderMarkdown('https://example.org')).toContain('<a href="https://example.org" rel="nofollow noopener">')
})

test('headings stand below those of the page', () => {
  expect(renderMarkdown('# Titel')).toContain('<h3>Titel</h3>')
  expect(renderMarkdown('###### Titel')).toContain('<h6>Titel</h6>')
})

test.each([
  '<script>1</script>',
  '[x](javascript:alert(1))',
  '![x](https://example.org/p.png)',
  '<img src=x onerror=1>',
])('%s does nothing', (text) => expect(renderMarkdown(text)).not.toMatch(/<(?:script|img|iframe)|href="javascript/i))

test('whatever is written, only allowed elements come out', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '[',
    '](',
    ')',
    '`',
    '&lt;',
    'javascript:',
    'on',
    '=',
    '\n',
    'x',
    '*',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const elements = [...renderMarkdown(parts.join('')).matchAll(/<\/?([a-z0-9]+)/gi)].map((found) => found[1])
      expect(
        elements.every((name) =>
          /^(p|br|strong|em|s|ul|ol|li|blockquote|code|pre|h[3-6]|a|hr|t[a-z]+)$/.test(name ?? ''),
        ),
      ).toBe(true)
    }),
  )
})

test('plain text loses its marks and ends at a word', () => {
  expect(plainText('**Licht** & _Park_')).toBe('Licht & Park')
  expect(plainText('one two three four', 10)).toBe('one two …')
})
