// From a list of routes to one web app: every request walks the same way, closed by default.
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import type { Child } from 'hono/jsx'
import { type Lang, type Translate, preferredLanguage, isLang } from '#kernel/locale.ts'
import { notFound, signInNeeded, Stop } from '#kernel/stop.ts'
import { isSignedIn, type Viewer } from '#kernel/viewer.ts'
import type { Database, Key } from '../db/database.ts'
import type { ContributionKind, Feature, SendMail, Settings } from '../feature.ts'
import { translator } from '../i18n.ts'
import type { Log } from '../log.ts'
import { serveAssets } from './assets.ts'
import { cookie, giveCookie } from './cookies.ts'
import { countTry, type Limit, remoteAddress } from './limits.ts'
import { safetyHeaders, sameOriginOnly } from './safety.ts'
import { sha256 } from '../identity/token.ts'
import type { ActVisit, AnyVisit, Page, PageVisit, Route } from './visit.ts'
import type { VisitorCache } from './visitor-cache.ts'

export interface WebParts {
  readonly features: readonly Feature[]
  readonly database: Database
  readonly settings: Settings
  readonly mail: SendMail
  readonly log: Log
  readonly clock: () => Date
  readonly demonstration: boolean
  readonly visitorCache: VisitorCache
  /** Draws the whole document around a page's body. */
  readonly frame: (c: AnyVisit, page: Page, body: Child) => Child
  /** The body of the calm page that a stop or a break leads to. */
  readonly stopPage: (c: AnyVisit, stop: Stop | 'break', reference: string) => { page: Page; body: Child }
  readonly defaultLanguage: Lang
}

const mebibyte = 1_048_576
const everything: Limit = { name: 'requests', tries: 3000, seconds: 60 }
const changes: Limit = { name: 'changes', tries: 240, seconds: 60 }

const isApi = (c: AnyVisit): boolean => c.req.path.startsWith('/api/')

const keyOf = (c: AnyVisit, settings: Settings): Key => {
  const token = /^Bearer ([\w-]{20,200})$/.exec(c.req.header('authorization') ?? '')?.[1]
  // Tokens open the API only: a leaked one must not sign in to the pages.
  if (isApi(c) && token !== undefined) return { token: sha256(token) }
  const session = cookie(c, settings, 'session')
  return session === undefined || isApi(c) ? { visitor: true } : { session: sha256(session) }
}

const languageOf = (c: AnyVisit, settings: Settings, viewer: Viewer, fallback: Lang): Lang => {
  const asked = c.req.query('lang')
  if (isLang(asked)) return asked
  if (isSignedIn(viewer)) return viewer.person.lang
  const chosen = cookie(c, settings, 'lang')
  return isLang(chosen) ? chosen : preferredLanguage(c.req.header('accept-language'), fallback)
}

const problem = (c: AnyVisit, status: number, title: string, extra: Record<string, unknown> = {}): Response =>
  c.body(JSON.stringify({ type: 'about:blank', title, status, ...extra }), status as 400, {
    'content-type': 'application/problem+json',
  })

/** Builds the web app. Routes not named in a manifest's `open` need a signed-in person. */
export function createWeb(parts: WebParts): Hono {
  const { settings, database, log } = parts
  const web = new Hono({ strict: false })
  const kinds = new Map<string, ContributionKind>(
    parts.features.flatMap((feature) => feature.kinds ?? []).map((kind) => [kind.kind, kind]),
  )

  const prepare = (c: AnyVisit, key: Key, viewer: Viewer): Translate => {
    const set = c.set as (name: string, value: unknown) => void
    const lang = languageOf(c, settings, viewer, parts.defaultLanguage)
    const t = translator(lang)
    set('viewer', viewer)
    set('key', key)
    set('t', t)
    set('now', parts.clock())
    set('settings', settings)
    set('features', parts.features)
    set('kinds', kinds)
    set('mail', parts.mail)
    set('demonstration', parts.demonstration)
    set('database', database)
    set('draw', (page: Page, body: Child) => drawPage(c, page, body, isSignedIn(viewer)))
    set('seeOther', (path: string, notice?: string) => {
      if (notice !== undefined) giveCookie(c, settings, 'notice', notice, 60)
      return c.redirect(path, 303)
    })
    return t
  }

  const drawPage = async (c: AnyVisit, page: Page, body: Child, signed: boolean): Promise<Response> => {
    const bare = c.req.header('x-fragment') !== undefined
    const document = bare ? body : parts.frame(c, page, body)
    const html = `${bare ? '' : '<!doctype html>'}${String(await document)}`
    // A page for a person stays out of every shared cache; leaving the account clears the browser's own.
    c.header('cache-control', signed || (page.status ?? 200) !== 200 ? 'private, no-cache' : 'public, max-age=0, must-revalidate')
    c.header('vary', 'Cookie, Accept-Language, X-Fragment')
    return c.html(html, page.status ?? 200)
  }

  const answerStop = async (c: AnyVisit, stop: Stop | 'break', reference: string): Promise<Response> => {
    if (c.var.t === undefined) prepare(c, { visitor: true }, { person: undefined, audiences: [1] })
    const status = stop === 'break' ? 500 : stop.status
    const { page, body } = parts.stopPage(c, stop, reference)
    const retry = stop !== 'break' && stop.retryAfter !== undefined ? String(stop.retryAfter) : undefined
    if (retry !== undefined) c.header('retry-after', retry)
    if (isApi(c)) return problem(c, status, page.title, stop === 'break' ? { reference } : {})
    if (stop !== 'break' && stop.stop === 'sign-in' && c.req.method === 'GET')
      return c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path + new URL(c.req.url).search)}`, 303)
    return drawPage(c, { ...page, status: status as 404 }, body, isSignedIn(c.var.viewer))
  }

  web.use(async function logRequest(c, next) {
    const begun = performance.now()
    const id = randomUUID()
    ;(c.set as (name: string, value: unknown) => void)('requestId', id)
    await next()
    c.header('x-request-id', id)
    log.debug({ id, method: c.req.method, path: c.req.path, status: c.res.status, ms: Math.round(performance.now() - begun) })
  })
  web.use(safetyHeaders(settings.baseUrl.startsWith('https:')))
  web.use(parts.visitorCache.serve)
  web.use(compress())
  serveAssets(web)
  web.use(sameOriginOnly)

  web.onError((thrown, c) => {
    const visit = c as unknown as AnyVisit
    if (thrown instanceof Stop) return answerStop(visit, thrown, '')
    const reference = randomUUID().slice(0, 8)
    log.error({ reference, id: visit.var.requestId, method: c.req.method, path: c.req.path, err: thrown })
    return answerStop(visit, 'break', reference)
  })
  web.notFound((c) => enterForNothing(c as unknown as AnyVisit))

  const enterForNothing = async (c: AnyVisit): Promise<Response> => {
    const key = keyOf(c, settings)
    return database.read(key, async (_db, viewer) => {
      prepare(c, key, viewer)
      return answerStop(c, notFound(), '')
    })
  }

  const mount = (route: Route, open: boolean): void => {
    const checkOpen = (viewer: Viewer): void => {
      if (!open && !isSignedIn(viewer)) throw signInNeeded()
    }
    if (route.method === 'GET') {
      web.get(route.path, async (context) => {
        const c = context as unknown as PageVisit
        countTry(everything, remoteAddress(c), parts.clock())
        const key = keyOf(c, settings)
        return database.read(key, async (db, viewer) => {
          prepare(c, key, viewer)
          ;(c.set as (name: string, value: unknown) => void)('db', db)
          checkOpen(viewer)
          return route.handle(c)
        })
      })
      return
    }
    const limit = bodyLimit({
      maxSize: route.bodyLimit ?? mebibyte,
      onError: (c) => tooLarge(c as unknown as AnyVisit),
    })
    web.post(route.path, limit, async (context) => {
      const c = context as unknown as ActVisit
      countTry(changes, remoteAddress(c), parts.clock())
      const key = keyOf(c, settings)
      const viewer = await database.read(key, async (_db, who) => who)
      prepare(c, key, viewer)
      checkOpen(viewer)
      ;(c.set as (name: string, value: unknown) => void)('asPerson', (work: (db: never) => Promise<unknown>) =>
        database.write(key, (db) => work(db as never)),
      )
      return route.handle(c)
    })
  }

  const tooLarge = async (c: AnyVisit): Promise<Response> => {
    if (c.var.t === undefined) prepare(c, { visitor: true }, { person: undefined, audiences: [1] })
    const title = c.var.t('ui.too-large')
    if (isApi(c)) return problem(c, 413, title)
    return drawPage(c, { title, status: 413 }, title, false)
  }

  for (const feature of parts.features) {
    const open = new Set(feature.open ?? [])
    for (const route of feature.routes ?? []) mount(route, open.has(`${route.method} ${route.path}`))
  }
  return web
}
