// Pages for visitors, kept whole until the next fact: visitors see public things only, so one copy serves them all.
import type { Context, MiddlewareHandler } from 'hono'

export interface VisitorCache {
  readonly serve: MiddlewareHandler
  /** Called when anything happened (PostgreSQL told of a fact): the next visitor gets a fresh page. */
  readonly forget: () => void
}

interface Kept {
  readonly body: ArrayBuffer
  readonly headers: readonly (readonly [string, string])[]
  readonly until: number
}

const mostPages = 400
const largestPage = 300_000
const secondsKept = 60

/** A visitor's plain GET without any cookie but the language's; everything else passes by. */
const keyOf = (c: Context): string | undefined => {
  if (c.req.method !== 'GET' || c.req.header('authorization') !== undefined) return undefined
  const cookies = c.req.header('cookie') ?? ''
  if (/(?:^|[;\s])(?:__Host-)?(?:session|notice|challenge)=/.test(cookies)) return undefined
  // A program that asks for RDF is led elsewhere than people are.
  if (/turtle|ld\+json/.test(c.req.header('accept') ?? '')) return undefined
  const url = new URL(c.req.url)
  const encoding = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') ? 'gzip' : ''
  const lang =
    /(?:^|[;\s])(?:__Host-)?lang=([a-z]{2})/.exec(cookies)?.[1] ?? (c.req.header('accept-language') ?? '').slice(0, 60)
  // As a list: neither an empty header nor a space in one makes two different answers look the same.
  return JSON.stringify([encoding, c.req.header('x-fragment') !== undefined, lang, url.pathname + url.search])
}

const keepable = (c: Context): boolean =>
  c.res.status === 200 &&
  (c.res.headers.get('content-type') ?? '').startsWith('text/html') &&
  !c.res.headers.has('set-cookie') &&
  c.res.headers.get('cache-control') === 'public, max-age=0, must-revalidate'

export function createVisitorCache(clock: () => Date): VisitorCache {
  const pages = new Map<string, Kept>()
  let generation = 0
  const keep = async (c: Context, key: string, begun: number): Promise<void> => {
    const body = await c.res.clone().arrayBuffer()
    // A fact that came while the page was drawn may be missing on it: do not keep such a page.
    if (begun !== generation || body.byteLength > largestPage) return
    if (pages.size >= mostPages) pages.delete(pages.keys().next().value ?? '')
    pages.set(key, { body, headers: [...c.res.headers], until: clock().getTime() + secondsKept * 1000 })
  }
  return {
    forget: () => {
      generation += 1
      pages.clear()
    },
    serve: async function serveKeptPage(c, next) {
      const key = keyOf(c)
      const kept = key === undefined ? undefined : pages.get(key)
      if (kept !== undefined && kept.until > clock().getTime()) {
        c.res = new Response(kept.body, { headers: kept.headers as [string, string][] })
        return
      }
      const begun = generation
      await next()
      if (key !== undefined && keepable(c)) await keep(c, key, begun)
    },
  }
}
