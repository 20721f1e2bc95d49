// XML that is written by hand: what people type must not break it.

import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { element, escapeXml, leaf, xmlDocument } from './xml.ts'

test('marks of XML in a text are written as entities, what XML cannot hold is left out', () => {
  expect(escapeXml('Müller & Söhne <GmbH> "]]>"')).toBe('Müller &amp; Söhne &lt;GmbH&gt; &quot;]]&gt;&quot;')
  expect(escapeXml('a\u0000b\u000bc\ud800d\uffffe')).toBe('abcde')
  expect(leaf('a', 'x', { b: 'say "no"\n' })).toBe('<a b="say &quot;no&quot;&#10;">x</a>')
})

test('nothing empty is written', () => {
  expect(leaf('a', undefined)).toBeUndefined()
  expect(leaf('a', ' ')).toBeUndefined()
  expect(leaf('a', '\u0000')).toBeUndefined()
  expect(element('a', undefined, leaf('b', ''))).toBeUndefined()
})

test('any text comes back as it went in', () => {
  const parser = new XMLParser({ parseTagValue: false, trimValues: false, processEntities: true })
  const letters = fc.string({ unit: fc.constantFrom(...'aé<>&"\'ł ]Ω😀') }).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(letters, (text) => {
      const read = parser.parse(xmlDocument('root', {}, leaf('a', text))) as { readonly root: { readonly a: string } }
      expect(read.root.a).toBe(text)
    }),
  )
})
