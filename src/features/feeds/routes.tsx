// The feeds, read as a visitor whoever asks, and the page that lists them.
import { compareIn, countryName } from '#kernel/locale.ts'
import { notFound } from '#kernel/stop.ts'
import { etagOf, isKnown } from '#platform/http/etag.ts'
import { type ApartVisit, get, getApart, type PageVisit, type Route } from '#platform/http/visit.ts'
import { updatedOf, writeAtom } from './atom.ts'
import { publicKinds } from './discovery.ts'
import { feedFrom, findSubject } from './draw-feed.ts'
import { type FeedAbout, mostPages } from './feed.ts'
import { feedPath, feedsPath } from './paths.ts'
import { listCountries, listLines } from './store.ts'
import { FeedsPage } from './views/feeds-page.tsx'

const pageFrom = (c: ApartVisit): number => {
  const page = Number(c.req.query('page') ?? '1')
  if (!Number.isInteger(page) || page < 1 || page > mostPages) throw notFound()
  return page
}

const aboutFrom = (c: ApartVisit, by: Exclude<FeedAbout['by'], 'all'>): FeedAbout => {
  const value = /^([\w-]+)\.atom$/.exec(c.req.param('file') ?? '')?.[1]
  if (value === undefined) throw notFound()
  return { by, value }
}

/**
 * Whatever is taken back is gone at the next fetch: kept nowhere without asking, and only the content itself says whether it is
 * the same. What was taken away leaves no newer moment behind, so `If-Modified-Since` alone is never answered with 304.
 */
function answer(c: ApartVisit, body: string, updated: Date): Response {
  const headers = {
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'public, max-age=0, must-revalidate',
    etag: etagOf(body),
    'last-modified': updated.toUTCString(),
    vary: 'Cookie, Accept-Language',
  }
  return isKnown(c, headers.etag) ? c.body(null, 304, headers) : c.body(body, 200, headers)
}

const feed = (aboutOf: (c: ApartVisit) => FeedAbout) =>
  async function showFeed(c: ApartVisit): Promise<Response> {
    const { t, settings, features, kinds } = c.var
    const [about, number] = [aboutOf(c), pageFrom(c)]
    const drawn = await c.var.database.read({ visitor: true }, async (db) => {
      const subject = await findSubject(t, db, about, publicKinds(features))
      if (subject === undefined) throw notFound()
      const page = await listLines(db, subject.narrowing, number, t.lang)
      return feedFrom({ t, kinds, ...settings }, about, subject, page)
    })
    return answer(c, writeAtom(drawn), updatedOf(drawn))
  }

async function showFeeds(c: PageVisit): Promise<Response> {
  const { t, db, draw, features } = c.var
  const countries = (await listCountries(db)).map((code) => ({
    name: countryName(t.lang, code),
    href: feedPath({ by: 'countries', value: code.toLowerCase() }, t.lang),
  }))
  countries.sort((one, other) => compareIn(t.lang)(one.name, other.name))
  const kinds = publicKinds(features).map(({ kind, plural }) => ({
    name: t(plural),
    href: feedPath({ by: 'kinds', value: kind }, t.lang),
  }))
  const props = { t, all: feedPath({ by: 'all' }, t.lang), kinds, countries }
  return draw({ title: t('feeds.title'), description: t('feeds.lead'), canonical: feedsPath }, <FeedsPage {...props} />)
}

export const routes: readonly Route[] = [
  get(feedsPath, showFeeds),
  getApart(
    '/feeds/all.atom',
    feed(() => ({ by: 'all' })),
  ),
  ...(['kinds', 'concepts', 'countries', 'members'] as const).map((by) =>
    getApart(
      `/feeds/${by}/:file`,
      feed((c) => aboutFrom(c, by)),
    ),
  ),
]
