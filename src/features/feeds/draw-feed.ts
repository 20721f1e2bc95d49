// From what is public to a feed: what it is called, which page it stands for, and its entries.
import { countryName, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import type { ContributionKind } from '#platform/feature.ts'
import { vocabulary, withNarrower } from '#thesaurus/vocabulary.ts'
import { conceptPath, nameOf } from '../vocabulary/public.ts'
import type { AtomEntry, AtomFeed } from './atom.ts'
import { type FeedAbout, type FeedLine, mostPages } from './feed.ts'
import { feedPath } from './paths.ts'
import { findMemberName, listCountries, type Narrowing } from './store.ts'

/** What a feed is about: its name, the page for people, and how it narrows. */
export interface Subject {
  readonly name: string
  readonly path: string
  readonly narrowing: Narrowing
}

const ofKind = (t: Translate, kinds: readonly ContributionKind[], value: string): Subject | undefined => {
  const kind = kinds.find((one) => one.kind === value)
  if (kind === undefined) return undefined
  return { name: t(kind.plural), path: `/${kind.path(1, 'x').split('/')[1]}`, narrowing: { kinds: [value] } }
}

const ofConcept = (t: Translate, kinds: readonly string[], slug: string): Subject | undefined => {
  const concept = vocabulary().find(slug)
  if (concept === undefined) return undefined
  const name = nameOf(concept, t.lang).text
  return { name, path: conceptPath(slug), narrowing: { kinds, concepts: withNarrower(slug) } }
}

/** Undefined where there is no such kind, concept, country or member. */
export async function findSubject(
  t: Translate,
  db: Db,
  about: FeedAbout,
  kinds: readonly ContributionKind[],
): Promise<Subject | undefined> {
  const all = kinds.map(({ kind }) => kind)
  if (about.by === 'all') return { name: t('feeds.all'), path: '/', narrowing: { kinds: all } }
  const { by, value } = about
  if (by === 'kinds') return ofKind(t, kinds, value)
  if (by === 'concepts') return ofConcept(t, all, value)
  if (by === 'members') {
    const name = await findMemberName(db, value, t.lang)
    return name === undefined
      ? undefined
      : { name, path: `/members/${value}`, narrowing: { kinds: all, member: value } }
  }
  const country = value.toUpperCase()
  if (!/^[a-z]{2}$/.test(value) || !(await listCountries(db)).includes(country)) return undefined
  return { name: countryName(t.lang, country), path: '/members', narrowing: { kinds: all, country } }
}

export interface Frame {
  readonly t: Translate
  readonly baseUrl: string
  readonly networkName: string
  readonly kinds: ReadonlyMap<string, ContributionKind>
}

/** The same for ever, whatever becomes of title and address (RFC 4151). */
const tagOf = (baseUrl: string, what: string): string => `tag:${new URL(baseUrl).hostname},2026:${what}`

const entryOf = ({ t, baseUrl, kinds }: Frame, line: FeedLine): AtomEntry => {
  const path = kinds.get(line.kind)?.path(line.id, line.title) ?? '/'
  const concepts = line.concepts.flatMap((slug) => vocabulary().find(slug) ?? [])
  return {
    id: tagOf(baseUrl, `contribution:${line.id}`),
    ...{ lang: line.lang, title: line.title, summary: line.summary, url: `${baseUrl}${path}` },
    author: {
      name: line.organisationName,
      url: line.organisationSlug === null ? undefined : `${baseUrl}/members/${line.organisationSlug}`,
    },
    categories: [
      { term: line.kind, scheme: `${baseUrl}/feeds`, label: t(kinds.get(line.kind)?.label ?? line.kind) },
      ...concepts.map((concept) => ({
        term: concept.slug,
        scheme: `${baseUrl}/thesaurus`,
        label: nameOf(concept, t.lang).text,
      })),
    ],
    published: line.publishedAt,
    updated: line.updatedAt,
  }
}

/** RFC 5005, 3: a feed in pages, of which each names its neighbours. */
function pagesOf({ t, baseUrl }: Frame, about: FeedAbout, { number, size, total }: PageOf<FeedLine>) {
  const last = Math.min(mostPages, Math.max(1, Math.ceil(total / size)))
  const base = `${baseUrl}${feedPath(about, t.lang)}`
  const to = (page: number): string => (page === 1 ? base : `${base}&page=${page}`)
  return {
    ...{ self: to(number), first: to(1), last: to(last) },
    ...(number > 1 ? { previous: to(number - 1) } : {}),
    ...(number < last ? { next: to(number + 1) } : {}),
  }
}

export function feedFrom(frame: Frame, about: FeedAbout, subject: Subject, page: PageOf<FeedLine>): AtomFeed {
  const { t, baseUrl, networkName } = frame
  const what = about.by === 'all' ? 'all' : `${about.by}:${about.value}`
  return {
    id: tagOf(baseUrl, `feed:${what}:${t.lang}`),
    lang: t.lang,
    title: `${networkName}: ${subject.name}`,
    subtitle: t('feeds.subtitle'),
    url: `${baseUrl}${subject.path}`,
    pages: pagesOf(frame, about, page),
    entries: page.items.map((line) => entryOf(frame, line)),
  }
}
