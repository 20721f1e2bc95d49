// What protects every answer and every change: headers, and the same-origin check.
import type { Context, MiddlewareHandler } from 'hono'
import { forbidden, notFound } from '#kernel/stop.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Of a page that shows a preview from this site within itself. */
export const framingPolicy = `${policy}; frame-src 'self'`
/** Of such a preview: one style that is known by its hash, and nothing else; what its links lead to opens beside it. */
export const framedPolicy = (styleHash: string): string =>
  `default-src 'none'; style-src ${styleHash}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox`

const headers: readonly (readonly [string, string])[] = [
  ['content-security-policy', policy],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['x-frame-options', 'DENY'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()'],
]

/** Sets the safety headers; a handler's own stricter policy stays (attachments forbid even more). */
export const safetyHeaders = (secure: boolean): MiddlewareHandler =>
  async function setSafetyHeaders(c, next) {
    await next()
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    if (secure) c.res.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }

/** Every browser says where a POST comes from (Fetch Metadata, or Origin); programs without cookies say nothing. */
const comesFromElsewhere = (c: Context): boolean => {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = c.req.header('origin')
  return origin !== undefined && origin !== new URL(c.req.url).origin && !sameHost(origin, c.req.header('host'))
}

const sameHost = (origin: string, host: string | undefined): boolean => {
  try {
    return host !== undefined && new URL(origin).host === host
  } catch {
    return false
  }
}

export const sameOriginOnly: MiddlewareHandler = async function checkOrigin(c, next) {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && comesFromElsewhere(c)) throw forbidden()
  await next()
}

/** No thing has NUL in its address, and PostgreSQL has no place for it: nowhere rather than a break. */
export const readablePathOnly: MiddlewareHandler = async function checkPath(c, next) {
  if (new URL(c.req.url).pathname.includes('%00')) throw notFound()
  await next()
}
