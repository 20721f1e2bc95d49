// Feeds as Atom writes them (RFC 4287), with the links from page to page of RFC 5005. Written with the XML writer of the house:
// feedsmith sets a title with an ampersand on a line of its own, and the spaces around it become part of the title.
import { leaf, tag, type Xml } from '#platform/text/xml.ts'

export interface AtomEntry {
  readonly id: string
  readonly lang: string
  readonly title: string
  readonly summary: string
  readonly url: string
  readonly author: { readonly name: string; readonly url: string | undefined }
  readonly categories: readonly { readonly term: string; readonly scheme: string; readonly label: string }[]
  readonly published: Date
  readonly updated: Date
}

export interface AtomFeed {
  readonly id: string
  readonly lang: string
  readonly title: string
  readonly subtitle: string
  /** The page that the feed is about, for people. */
  readonly url: string
  /** `self`, `first`, `next` … → address. */
  readonly pages: Readonly<Record<string, string>>
  readonly entries: readonly AtomEntry[]
}

/** Of a feed in which there is nothing: a moment before anything was written, always the same. */
const beginning = new Date(Date.UTC(2026, 0, 1))

/** Entries stand with the latest first. */
export const updatedOf = ({ entries }: Pick<AtomFeed, 'entries'>): Date => entries[0]?.updated ?? beginning

const link = (rel: string, href: string, type: string): Xml => tag('link', { rel, href, type })

const entryXml = (entry: AtomEntry): Xml =>
  tag(
    'entry',
    { 'xml:lang': entry.lang },
    leaf('id', entry.id),
    // Atom wants a title, also where it says nothing.
    leaf('title', entry.title) ?? '<title/>',
    link('alternate', entry.url, 'text/html'),
    tag('author', {}, leaf('name', entry.author.name), leaf('uri', entry.author.url)),
    ...entry.categories.map((category) => tag('category', { ...category })),
    leaf('published', entry.published.toISOString()),
    leaf('updated', entry.updated.toISOString()),
    leaf('summary', entry.summary),
  )

export function writeAtom(feed: AtomFeed): string {
  const xml = tag(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.lang },
    leaf('id', feed.id),
    leaf('title', feed.title),
    leaf('subtitle', feed.subtitle),
    leaf('updated', updatedOf(feed).toISOString()),
    leaf('generator', 'Vicinia'),
    link('alternate', feed.url, 'text/html'),
    ...Object.entries(feed.pages).map(([rel, href]) => link(rel, href, 'application/atom+xml')),
    ...feed.entries.map(entryXml),
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`
}
