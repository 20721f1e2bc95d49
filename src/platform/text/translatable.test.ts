// What is sent of a text, and what becomes of an answer: the original's marks around other words, whatever was answered.
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from './markdown.ts'
import { drawTranslated, piecesOf, translatedPlain } from './translatable.ts'

/** A service that shouts: words in capitals, everything else as it was. */
const shouted = (pieces: readonly string[]): string[] =>
  pieces.map((piece) => piece.replace(/(<[^>]*>|&[a-z#0-9]+;)|[^<&]+/g, (all, kept) => kept ?? all.toUpperCase()))

const translate = (text: string): string => drawTranslated({ text }, shouted(piecesOf({ text })))

describe('rich text keeps its shape', () => {
  test.each([
    ['A **bold** word', '<p>A <strong>BOLD</strong> WORD</p>'],
    ['> quoted\n> twice', '<blockquote>\n<p>QUOTED<br />\nTWICE</p>\n</blockquote>'],
    ['- one\n- *two*', '<ul>\n<li>ONE</li>\n<li><em>TWO</em></li>\n</ul>'],
    [
      'See [the *report*](https://example.org/a?b=1&c=2) now',
      '<p>SEE <a href="https://example.org/a?b=1&amp;c=2" rel="nofollow noopener">THE <em>REPORT</em></a> NOW</p>',
    ],
    ['# Title', '<h3>TITLE</h3>'],
    ['1 < 2 & "so"', '<p>1 &lt; 2 &amp; "SO"</p>'],
  ])('%s', (text, html) => expect(translate(text).trim()).toBe(html))

  test('a table', () => {
    const words = (html: string): string => html.replaceAll(/>([a-z]+)</g, (all) => all.toUpperCase())
    const text = '| a | b |\n|---|---|\n| c | 5 |'
    expect(translate(text)).toBe(words(renderMarkdown(text)))
  })

  test('names that are called, addresses and code are not sent and stay', () => {
    const text = 'Ask [@Ada Lindmoser](/people/ada-lindmoser) at https://example.org/x with `npm test`.'
    expect(piecesOf({ text }).join()).not.toMatch(/Ada|example|npm/)
    expect(translate(text)).toBe(
      '<p>ASK <a href="/people/ada-lindmoser" rel="nofollow noopener">@Ada Lindmoser</a> AT <a href="https://example.org/x" rel="nofollow noopener">https://example.org/x</a> WITH <code>npm test</code>.</p>\n',
    )
  })

  test('what has no letters is not sent: numbers, rules, empty lines, blocks of code', () => {
    expect(piecesOf({ text: '1.234\n\n---\n\n```\ncode\n```\n\n**5**' })).toEqual([])
  })

  test('a mark over a line end stays one', () => {
    expect(translate('**over\nthe end** here')).toBe('<p><strong>OVER<br />\nTHE END</strong> HERE</p>\n')
  })
})

describe('an answer is words, whatever it says', () => {
  const text = 'A **bold** [link](https://example.org) here'
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[click](https://evil.example) **x** https://evil.example',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<span id="1" onclick="x">bold</span> <span id="2">link</span>',
    '<span id="1">never closed',
    '</span></span><span id="9">none</span>',
    '<span id="1">a</span><span id="1">b</span><span id="2">c</span>',
    '\u0000\u202egnp.exe',
    '',
  ])('%j', (answer) => {
    const html = drawTranslated({ text }, [answer])
    expect(html).not.toMatch(/<(?!\/?(?:p|strong|a|br)\b)/)
    expect(html).not.toMatch(/<[^>]*\son\w+=/)
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['https://example.org'])
    expect(html).not.toMatch(/\p{Cc}(?<!\n)|\u202e/u)
  })

  test('marks in disorder: the words stand there, and no link is lost', () => {
    expect(drawTranslated({ text }, ['Fett <span id="2">Verweis'])).toBe(
      '<p>Fett Verweis <a href="https://example.org" rel="nofollow noopener">link</a></p>\n',
    )
  })

  test('marks may change places, as languages want it', () => {
    expect(drawTranslated({ text }, ["Hier <span id='2'>Verweis</span> <span id=1>fett</span>"])).toContain(
      'Hier <a href="https://example.org" rel="nofollow noopener">Verweis</a> <strong>fett</strong>',
    )
  })

  test('a title is text, also with entities and tags', () => {
    expect(translatedPlain({ text: 'A & B', plain: true }, ['A &amp; <b>B</b> \\o/'])).toBe('A & <b>B</b> \\o/')
  })
})
