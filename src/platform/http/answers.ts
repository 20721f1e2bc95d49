// Answers: a page in its frame, or problem+json (RFC 9457); stops and breaks become one calm page.
import { randomUUID } from 'node:crypto'
import type { Child } from 'hono/jsx'
import { Stop } from '#kernel/stop.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import type { AnyVisit, Page } from './visit.ts'
import type { WebParts } from './web-parts.ts'

const forEverybody = 'public, max-age=0, must-revalidate'

/** Only a visitor's whole page may be kept by others; what a person sees stays out of every shared cache. */
const cacheControl = (c: AnyVisit, page: Page): string =>
  isSignedIn(c.var.viewer) || (page.status ?? 200) !== 200 ? 'private, no-cache' : forEverybody

/** The whole document, or the body alone when the enhancement asks for a fragment of the same page. */
export async function drawPage(c: AnyVisit, parts: WebParts, page: Page, body: Child): Promise<Response> {
  const fragment = c.req.header('x-fragment') !== undefined
  const drawn = await (fragment ? body : parts.frame(c, page, body))
  c.header('cache-control', cacheControl(c, page))
  c.header('vary', 'Cookie, Accept-Language, X-Fragment')
  return c.html(String(drawn), page.status ?? 200)
}

/** Pages with secrets on them, or that differ from one visit to the next, are kept by nobody. */
export async function unkept(answer: Response | Promise<Response>): Promise<Response> {
  const response = await answer
  response.headers.set('cache-control', 'private, no-store')
  return response
}

/** An error for programs: `{type, title, status, …}`. */
export const problem = (
  c: AnyVisit,
  status: number,
  title: string,
  extra: Readonly<Record<string, unknown>> = {},
): Response =>
  c.body(JSON.stringify({ type: 'about:blank', title, status, ...extra }), status as 400, {
    'content-type': 'application/problem+json',
    'cache-control': 'private, no-store',
  })

const toSignIn = (c: AnyVisit): Response => {
  const url = new URL(c.req.url)
  return c.redirect(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`, 303)
}

const isSignInStop = (stop: Stop | 'break'): boolean => stop !== 'break' && stop.stop === 'sign-in'

/** The request must have been prepared: the page is drawn in the reader's language. */
export async function answerStop(
  c: AnyVisit,
  parts: WebParts,
  stop: Stop | 'break',
  reference = '',
  statusOfBreak: 500 | 503 = 500,
): Promise<Response> {
  const { page, body } = parts.stopPage(c, stop, reference)
  const status = stop === 'break' ? statusOfBreak : stop.status
  if (stop !== 'break' && stop.retryAfter !== undefined) c.header('retry-after', String(stop.retryAfter))
  if (c.req.path.startsWith('/api/')) return problem(c, status, page.title, reference === '' ? {} : { reference })
  if (isSignInStop(stop) && c.req.method === 'GET') return toSignIn(c)
  return drawPage(c, parts, { ...page, status }, body)
}

/** The database is restarting, out of reach or too busy: PostgreSQL's classes 08 and 57, or what the socket says. */
const isAway = (thrown: unknown): boolean =>
  /^(?:08...|57014|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(
    (thrown as { code?: string }).code ?? '',
  ) || /Connection terminated|not queryable/.test((thrown as Error).message ?? '')

/** Everything thrown ends here; a break gets a reference that the log knows too. */
export function answerThrown(c: AnyVisit, parts: WebParts, thrown: unknown): Promise<Response> {
  if (thrown instanceof Stop) return answerStop(c, parts, thrown)
  const reference = randomUUID().slice(0, 8)
  if (isAway(thrown)) c.header('retry-after', '5')
  parts.log.error({ reference, id: c.var.requestId, method: c.req.method, path: c.req.path, err: thrown })
  return answerStop(c, parts, 'break', reference, isAway(thrown) ? 503 : 500)
}

export function answerTooLarge(c: AnyVisit, parts: WebParts): Response | Promise<Response> {
  const title = c.var.t('ui.too-large')
  if (c.req.path.startsWith('/api/')) return problem(c, 413, title)
  return drawPage(c, parts, { title, status: 413 }, title)
}
