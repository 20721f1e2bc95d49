// Rate limits: so many tries in a window per key, kept in memory; enough to stop guessing and flooding of one process.
import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'

import type { Issue } from '#kernel/outcome.ts'
import { Stop, tooMany } from '#kernel/stop.ts'
import type { AnyVisit } from './visit.ts'

export interface Limit {
  readonly name: string
  readonly tries: number
  readonly seconds: number
}

interface Window {
  until: number
  used: number
}

const windows = new Map<string, Window>()
const mostWindows = 50_000

/** Counts a try, or as many as it is worth; the stop `too-many` says after how many seconds the next one makes sense. */
export function countTry(limit: Limit, who: string, now: Date, worth = 1): void {
  if (worth === 0) return
  const key = `${limit.name} ${who}`
  const known = windows.get(key)
  const fresh = known === undefined || known.until <= now.getTime()
  const window = fresh ? { until: now.getTime() + limit.seconds * 1000, used: 0 } : known
  if (fresh) {
    // The oldest goes first, so that a flood of new keys cannot grow the memory; a renewed one is young again.
    windows.delete(key)
    if (windows.size >= mostWindows) windows.delete(windows.keys().next().value ?? '')
    windows.set(key, window)
  }
  window.used += worth
  if (window.used > limit.tries) throw tooMany(Math.ceil((window.until - now.getTime()) / 1000))
}

/** The same where somebody has typed something: not the end of the request but a sentence at a field, and the text stays. */
export function judgeTry(
  limit: Limit,
  who: string,
  now: Date,
  { field, worth = 1 }: { readonly field: string; readonly worth?: number },
): Issue | undefined {
  try {
    countTry(limit, who, now, worth)
    return undefined
  } catch (stopped) {
    if (!(stopped instanceof Stop)) throw stopped
    return { field, message: 'ui.issue-too-many', values: { minutes: Math.ceil((stopped.retryAfter ?? 60) / 60) } }
  }
}

/** For tests, which knock more often than people do. */
export const forgetTries = (): void => windows.clear()

const neighbour = (c: AnyVisit): string => {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'in-process'
  }
}

/** Whoever has one address of IPv6 has 2^64 of them (RFC 6177): the first four groups count as one. */
const oneConnection = (address: string): string => {
  if (!isIPv6(address) || address.includes('.')) return address
  const [before = [], after = []] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''))
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/**
 * The client's address. With `proxies` of one's own in front it is what the outermost of them wrote at the end of
 * X-Forwarded-For; what stands before that was sent by the client and is not believed.
 */
export function remoteAddress(c: AnyVisit): string {
  const { proxies } = c.var.settings
  if (proxies === 0) return oneConnection(neighbour(c))
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return oneConnection(hops.at(-proxies) || neighbour(c))
}
