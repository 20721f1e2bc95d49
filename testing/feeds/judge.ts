// Judges a feed by what others wrote: the grammar of RFC 4287 in libxml2, and the rules that it states beside its grammar.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RelaxNGValidator, XmlDocument, type XmlElement } from 'libxml2-wasm'

const grammar = RelaxNGValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(join(import.meta.dirname, 'atom.rng'))))
const atom = { a: 'http://www.w3.org/2005/Atom' }

/** Sentences of the RFC that are not grammar, each with what would break it. */
const rules: readonly (readonly [sentence: string, broken: string])[] = [
  ['an entry has an author, or its feed has (4.1.2)', '//a:entry[not(a:author) and not(../a:author)]'],
  [
    'an entry without content has an alternate link (4.1.2)',
    `//a:entry[not(a:content) and not(a:link[@rel='alternate'])]`,
  ],
  [
    'no two alternate links of one type and language (4.1.2)',
    `//a:link[@rel='alternate' and @type = preceding-sibling::a:link[@rel='alternate']/@type]`,
  ],
  ['no two entries have the same id', '//a:entry[a:id = preceding-sibling::a:entry/a:id]'],
  ['a feed links to itself (4.1.1)', `/a:feed[not(a:link[@rel='self'])]`],
  [
    'ids, titles and names begin and end with what they say',
    '//a:id[. != normalize-space(.)] | //a:name[. != normalize-space(.)]',
  ],
]

/** What is wrong with it; empty for a good one. */
export function feedFaults(xml: string): string[] {
  const document = XmlDocument.fromString(xml)
  try {
    const broken = rules.filter(([, path]) => document.find(path, atom).length > 0).map(([sentence]) => sentence)
    grammar.validate(document)
    return broken
  } catch (fault) {
    return [String(fault)]
  } finally {
    document.dispose()
  }
}

export interface ReadEntry {
  readonly id: string
  readonly title: string
  readonly lang: string
  readonly author: string
  readonly link: string
  readonly updated: string
}

/** The entries as libxml2 reads them, and the links of the feed by their relation. */
export function readFeed(xml: string): {
  readonly entries: ReadEntry[]
  readonly links: Readonly<Record<string, string>>
} {
  const document = XmlDocument.fromString(xml)
  const text = (element: XmlElement, path: string): string => element.get(path, atom)?.content ?? ''
  const entries = (document.find('//a:entry', atom) as XmlElement[]).map((entry) => ({
    ...{ id: text(entry, 'a:id'), title: text(entry, 'a:title'), updated: text(entry, 'a:updated') },
    ...{ author: text(entry, 'a:author/a:name'), link: text(entry, `a:link[@rel='alternate']/@href`) },
    lang: text(entry, '@xml:lang'),
  }))
  const links = (document.find('/a:feed/a:link', atom) as XmlElement[]).map((link): [string, string] => [
    text(link, '@rel'),
    text(link, '@href'),
  ])
  document.dispose()
  return { entries, links: Object.fromEntries(links) }
}
