// The roof: turns the list of features into one web app with its frame, its migrations, its worker and its demonstration.
import type { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type pg from 'pg'
import { isLang, languages, type Translate } from '#kernel/locale.ts'
import type { Why as Reason, Stop } from '#kernel/stop.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import type { JobParts, NavigationEntry } from '#platform/feature.ts'
import { assetPath } from '#platform/http/assets.ts'
import { cookie, giveCookie } from '#platform/http/cookies.ts'
import type { AnyVisit, Page, PageVisit } from '#platform/http/visit.ts'
import { createWeb } from '#platform/http/web.ts'
import type { WebParts } from '#platform/http/web-parts.ts'
import { startWorker, type Worker } from '#platform/jobs/worker.ts'
import { createStreams, type Streams } from '#platform/live/streams.ts'
import type { Log } from '#platform/log.ts'
import type { RunningParts } from '#platform/running.ts'
import { findFact, takeFacts } from '#trunk/fact-queue.ts'
import { listReachedReaders } from '#trunk/readers.ts'
import { trunkMigrations } from '#trunk/trunk.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageTitle } from '#ui/page/page.tsx'
import type { FrameNews } from '#ui/page-frame/frame-props.ts'
import { PageFrame } from '#ui/page-frame/page-frame.tsx'
import { feedOf } from './features/feeds/public.ts'
import { features } from './features.ts'

/** The whole schema, in the order in which it is applied. */
export const migrations = [...trunkMigrations, ...features.flatMap((feature) => feature.migrations ?? [])]

const isFor = (entry: NavigationEntry, c: AnyVisit): boolean => {
  if (entry.for === undefined) return true
  const { person } = c.var.viewer
  return person !== undefined && (entry.for === 'signed-in' || entry.for === person.role)
}

const navigationOf = (c: AnyVisit) =>
  features
    .flatMap((feature) => feature.navigation ?? [])
    .filter((entry) => isFor(entry, c))
    .sort((one, other) => one.position - other.position)
    .map((entry) => ({
      label: c.var.t(entry.label),
      href: entry.href,
      icon: entry.icon,
      key: entry.key,
      current: entry.href === '/' ? c.req.path === '/' : c.req.path.startsWith(entry.href),
    }))

/** What was done is said once, on the next page; the cookie holds a message key, perhaps how many, and nothing a person wrote. */
const takeNotice = (c: AnyVisit): { tone: 'success'; text: string } | undefined => {
  const notice = cookie(c, c.var.settings, 'notice')
  if (notice === undefined || c.req.method !== 'GET') return undefined
  giveCookie(c, c.var.settings, 'notice', '', 0)
  const [, key = '', count] = /^([a-z]+\.[a-z0-9-]+)(?: (\d{1,4}))?$/.exec(notice) ?? []
  const text = key === '' ? key : c.var.t(key, { count: Number(count ?? 0) })
  return text === key ? undefined : { tone: 'success', text }
}

const viewerOf = (c: AnyVisit) => {
  const { viewer, t } = c.var
  if (!isSignedIn(viewer)) return undefined
  const { name, organisationName, organisationSlug } = viewer.person
  const links = [
    { label: t('frame.my-profile'), href: '/people/me' },
    { label: t('frame.my-city'), href: `/members/${organisationSlug}` },
    { label: t('bookmarks.title'), href: '/bookmarks' },
    { label: t('saved.title'), href: '/saved-searches' },
    { label: t('notices.settings'), href: '/notices/settings' },
    { label: t('calendars.title'), href: '/calendar' },
    { label: t('push.title'), href: '/notices-on-devices' },
    { label: t('digests.title'), href: '/digests' },
    { label: t('frame.account'), href: '/account' },
  ]
  return { name, memberName: organisationName, links, signOutAction: '/sign-out' }
}

/** They come as visitors; for whoever is signed in, all of it would be bytes to read past. */
const forSearchEngines = (c: AnyVisit, { canonical: path, description, jsonLd }: Page) => {
  if (path === undefined || isSignedIn(c.var.viewer)) return {}
  const plain = `${c.var.settings.baseUrl}${path}`
  const inLanguage = (lang: string) => `${plain}?lang=${lang}`
  const alternates = languages.map((lang): { lang: string; href: string } => ({ lang, href: inLanguage(lang) }))
  // Each language stands for itself: an alternate that names another page as its original would be passed over.
  const asked = c.req.query('lang')
  const canonical = isLang(asked) ? inLanguage(asked) : plain
  return { canonical, alternates: [...alternates, { lang: 'x-default', href: plain }], description, jsonLd }
}

const pathAndQuery = (c: AnyVisit): string => {
  const url = new URL(c.req.url)
  url.searchParams.delete('lang')
  return url.pathname + url.search
}

const footLinks = (c: AnyVisit) => [
  { label: c.var.t('vocabulary.title'), href: '/thesaurus' },
  { label: c.var.t('feeds.title'), href: '/feeds' },
  ...['about', 'conduct', 'privacy', 'accessibility'].map((name) => ({
    label: c.var.t(`frame.${name}`),
    href: `/${name}`,
  })),
]

const assets = () => ({
  css: assetPath('index.css'),
  script: assetPath('index.js'),
  font: assetPath('next-latin.woff2'),
  icon: assetPath('icon.svg'),
})

/** The number is known where a page is read; where something was refused or broke there may be no transaction to ask. */
async function newsOf(c: AnyVisit, page: Page): Promise<FrameNews | undefined> {
  const bell = features.find((feature) => feature.bell !== undefined)?.bell
  if (bell === undefined || !isSignedIn(c.var.viewer)) return undefined
  const visit = c as PageVisit
  const isRead = (page.status ?? 200) === 200 && visit.var.db !== undefined
  const count = isRead ? await bell.countUnread(visit) : undefined
  return { href: bell.href, live: bell.live, asked: bell.count, count }
}

const frame = async (c: AnyVisit, page: Page, body: Child): Promise<Child> => (
  <PageFrame
    t={c.var.t}
    title={page.title}
    path={pathAndQuery(c)}
    networkName={c.var.settings.networkName}
    navigation={navigationOf(c)}
    assets={assets()}
    viewer={viewerOf(c)}
    searchText={page.searchText}
    news={await newsOf(c, page)}
    flash={takeNotice(c)}
    breadcrumb={page.breadcrumb}
    footLinks={footLinks(c)}
    demonstration={c.var.demonstration}
    styles={page.styles?.map(assetPath)}
    feed={(page.status ?? 200) === 200 ? feedOf(c.req.path, features, c.var.t.lang) : undefined}
    {...forSearchEngines(c, page)}
  >
    {body}
  </PageFrame>
)

const Why = ({ t, why }: { readonly t: Translate; readonly why: Reason }) => (
  <>
    {t('care.reason', { reason: t(`care.reason-${why.reason}`) })}
    {why.words !== '' && (
      <>
        <br />
        <q lang={why.lang === t.lang ? undefined : why.lang}>{why.words}</q>
      </>
    )}
  </>
)

const stopPage = (c: AnyVisit, stop: Stop | 'break', reference: string): { page: Page; body: Child } => {
  const { t } = c.var
  const name = stop === 'break' ? 'break' : stop.stop
  const title = t(`frame.stop-${name}`)
  const signIn = name === 'sign-in'
  const body = (
    <>
      <PageTitle t={t} title={title} />
      <EmptyState
        title={t(`frame.stop-${name}-text`, { reference })}
        text={stop === 'break' || stop.why === undefined ? undefined : <Why t={t} why={stop.why} />}
        action={
          <ButtonLink href={signIn ? '/sign-in' : '/'}>{t(signIn ? 'frame.go-sign-in' : 'frame.go-home')}</ButtonLink>
        }
      />
    </>
  )
  return { page: { title }, body }
}

/** Open answers to whoever reads along; who may know of a change is judged by the database, each time anew. */
export const openStreams = ({ database, log }: Pick<WebParts, 'database' | 'log'>): Streams =>
  createStreams(
    (sessions, id) => database.read({ visitor: true }, (db) => listReachedReaders(db, sessions, id)),
    (error) => log.warn({ err: error }),
  )

export type AppParts = Omit<WebParts, 'features' | 'frame' | 'stopPage' | 'defaultLanguage' | 'streams'> & {
  /** Those that the process ends, and tells of what it hears; left out where nothing is heard. */
  readonly streams?: Streams
}

/** The web app, ready for `app.request(…)` in tests and for the server. */
export const createApp = (parts: AppParts): Hono =>
  createWeb({ streams: openStreams(parts), ...parts, features, frame, stopPage, defaultLanguage: 'en' })

export interface WorkParts extends Omit<JobParts, 'features'> {
  readonly access: pg.PoolConfig
  readonly log: Log
  readonly onFact: () => void
  readonly onTold?: (payload: string | undefined) => void
}

/** The worker that hears facts and keeps the schedules; `loop: false` for tests. */
export const startWork = (parts: WorkParts, loop = true): Promise<Worker> =>
  startWorker({ ...parts, features, takeFacts, findFact }, loop)

/** What features keep running beside the web; gives the way to end all of it. */
export async function startRuns(parts: Omit<RunningParts, 'features'>): Promise<() => Promise<void>> {
  const stops: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(stops.map((one) => one()))
  }
  for (const { runs } of features)
    if (runs !== undefined)
      stops.push(
        await runs({ ...parts, features }).catch(async (error: unknown) => {
          await stop()
          throw error
        }),
      )
  return stop
}

/** Loads the demonstration network into a new database, feature by feature. */
export async function loadDemonstration(
  parts: Omit<JobParts, 'features'>,
  folder: string,
  progress: (feature: string) => void = () => undefined,
): Promise<void> {
  for (const feature of features) {
    if (feature.demonstration === undefined) continue
    progress(feature.name)
    await feature.demonstration({ ...parts, features, folder })
  }
}

export { features }
