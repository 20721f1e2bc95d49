// From the features' lists of routes to one web app: every request walks the same way, closed by default.
import { randomUUID } from 'node:crypto'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { notFound, signInNeeded } from '#kernel/stop.ts'
import { isSignedIn, type Viewer, visitor } from '#kernel/viewer.ts'
import type { AsPerson } from '../db/database.ts'
import { answerStop, answerThrown, answerTooLarge } from './answers.ts'
import { serveAssets } from './assets.ts'
import { createPrepare, give, keyOf } from './entry.ts'
import { serveHealth } from './health.ts'
import { countTry, type Limit, remoteAddress } from './limits.ts'
import { readablePathOnly, safetyHeaders, sameOriginOnly } from './safety.ts'
import type { ActVisit, AnyVisit, ApartVisit, PageVisit, Route } from './visit.ts'
import type { WebParts } from './web-parts.ts'

const mebibyte = 1_048_576
const changes: Limit = { name: 'changes', tries: 300, seconds: 60 }

type Prepare = ReturnType<typeof createPrepare>
type ApartRoute = Extract<Route, { apart: true }>
type PageRoute = Exclude<Extract<Route, { method: 'GET' }>, ApartRoute>
type PostRoute = Extract<Route, { method: 'POST' }>

const refuseVisitors = (viewer: Viewer, open: boolean): void => {
  if (!open && !isSignedIn(viewer)) throw signInNeeded()
}

/** A GET that opens its own transactions finds none open: within another one, as many at once as there are connections would wait for each other. */
const apartHandler = (parts: WebParts, prepare: Prepare, route: ApartRoute, open: boolean) =>
  async function serveApart(context: Context): Promise<Response> {
    const c = context as unknown as ApartVisit
    const key = keyOf(c, parts.settings)
    const viewer = await parts.database.read(key, async (_db, who) => who)
    prepare(c, key, viewer)
    refuseVisitors(viewer, open)
    return route.handle(c)
  }

/** Every other GET runs in one read-only transaction, so that a page shows one moment. */
const pageHandler = (parts: WebParts, prepare: Prepare, route: PageRoute, open: boolean) =>
  async function servePage(context: Context): Promise<Response> {
    const c = context as unknown as PageVisit
    const key = keyOf(c, parts.settings)
    return parts.database.read(key, async (db, viewer) => {
      prepare(c, key, viewer)
      give(c, 'db', db)
      refuseVisitors(viewer, open)
      return route.handle(c)
    })
  }

/** A POST opens its own short transactions; each enters anew, so a right lost meanwhile is lost here too. */
const actHandler = (parts: WebParts, prepare: Prepare, route: PostRoute, open: boolean) =>
  async function serveAct(context: Context): Promise<Response> {
    const c = context as unknown as ActVisit
    countTry(changes, remoteAddress(c), parts.clock())
    const key = keyOf(c, parts.settings)
    const viewer = await parts.database.read(key, async (_db, who) => who)
    prepare(c, key, viewer)
    refuseVisitors(viewer, open)
    const asPerson: AsPerson = async (work) => {
      const value = await parts.database.write(key, (db) => work(db))
      // Before the answer says that it is done: what was narrowed or withdrawn is on no kept page any more.
      parts.visitorCache.forget()
      return value
    }
    give(c, 'asPerson', asPerson)
    return route.handle(c)
  }

const mount = (web: Hono, parts: WebParts, prepare: Prepare, route: Route, open: boolean): void => {
  if (route.method === 'GET') {
    const handler = route.apart ? apartHandler(parts, prepare, route, open) : pageHandler(parts, prepare, route, open)
    web.get(route.path, handler)
    return
  }
  const onError = (c: Context) => answerTooLarge(c as unknown as AnyVisit, parts)
  web.post(
    route.path,
    bodyLimit({ maxSize: route.bodyLimit ?? mebibyte, onError }),
    actHandler(parts, prepare, route, open),
  )
}

/** Gives every request an id, readable in the answer and in the log, and prepares it for answers before anything else. */
const begin = (parts: WebParts, prepare: Prepare): MiddlewareHandler =>
  async function beginRequest(context, next) {
    const c = context as unknown as AnyVisit
    const begun = performance.now()
    const id = randomUUID()
    give(c, 'requestId', id)
    prepare(c, { visitor: true }, visitor)
    await next()
    // Not c.header(): on a finished answer that copies it, body and all.
    c.res.headers.set('x-request-id', id)
    const ms = Math.round(performance.now() - begun)
    parts.log.debug({ id, method: c.req.method, path: c.req.path, status: c.res.status, ms })
  }

const compressed = compress()
/** Hono's own copies the answer before it asks whether anybody wants it smaller. */
const compressWhereAsked: MiddlewareHandler = function compressAnswer(c, next) {
  return c.req.header('accept-encoding') === undefined ? next() : compressed(c, next)
}

/** Builds the web app. Routes not named in a manifest's `open` need a signed-in person. */
export function createWeb(parts: WebParts): Hono {
  const web = new Hono({ strict: false })
  const prepare = createPrepare(parts)
  web.use(parts.visitorCache.serve)
  web.use(begin(parts, prepare))
  web.use(safetyHeaders(parts.settings.baseUrl.startsWith('https:')))
  web.use(compressWhereAsked)
  serveAssets(web)
  serveHealth(web, parts.database)
  web.use(readablePathOnly)
  web.use(sameOriginOnly)
  for (const feature of parts.features) {
    const open = new Set(feature.open ?? [])
    for (const route of feature.routes ?? [])
      mount(web, parts, prepare, route, open.has(`${route.method} ${route.path}`))
  }
  web.onError((thrown, c) => answerThrown(c as unknown as AnyVisit, parts, thrown))
  web.notFound((context) => {
    const c = context as unknown as AnyVisit
    const key = keyOf(c, parts.settings)
    return parts.database.read(key, async (_db, viewer) => {
      prepare(c, key, viewer)
      return answerStop(c, parts, notFound())
    })
  })
  return web
}
