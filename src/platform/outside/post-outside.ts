// A request to an address that somebody typed: https only, to public addresses only, followed nowhere else, within a time.
import { request as askHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress, NotPublic, publicLookup } from './public-address.ts'

export type Unsent = 'not-public' | 'unreached' | 'late'

/** What came of it. `status` null: nothing came, for that reason. */
export interface PostOutcome {
  readonly status: number | null
  readonly why: Unsent | undefined
  readonly milliseconds: number
  /** First bytes of the answer as text. */
  readonly answer: string
}

export interface PostOutside<Body = string> {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Body
}

export interface PostOptions {
  /** Milliseconds until it is given up. */
  readonly patience?: number
  /** For tests, whose services run beside. */
  readonly toLoopback?: boolean
  /** For tests, which have no public address: where names lead, and whose certificates are believed. */
  readonly lookup?: LookupFunction
  readonly ca?: string
}

const mostShown = 300

/** Why an address that somebody typed is none; undefined where it may be tried. */
export function wrongAddress(url: string, toLoopback = false): 'not-https' | 'not-public' | undefined {
  const parsed = URL.parse(url)
  if (parsed?.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '') return 'not-https'
  const host = parsed.hostname.replace(/^\[|\]$/g, '')
  // A number in the address is connected to without any lookup.
  return isIP(host) !== 0 && !isPublicAddress(host, toLoopback) ? 'not-public' : undefined
}

const reasonOf = (error: Error): Unsent =>
  error instanceof NotPublic
    ? 'not-public'
    : error.name === 'AbortError' || error.name === 'TimeoutError'
      ? 'late'
      : 'unreached'

/** Never throws: an address that does not answer is an outcome. */
export function postOutside(
  { url, headers, body }: PostOutside<string | Buffer>,
  options: PostOptions = {},
): Promise<PostOutcome> {
  const begun = performance.now()
  const ended = (status: number | null, why: Unsent | undefined, answer = ''): PostOutcome => ({
    ...{ status, why, answer },
    milliseconds: Math.round(performance.now() - begun),
  })
  const { patience = 15_000, toLoopback = false, lookup = publicLookup(toLoopback), ca } = options
  if (wrongAddress(url, toLoopback) !== undefined) return Promise.resolve(ended(null, 'not-public'))
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(patience)
    const all = { ...headers, 'content-length': String(Buffer.byteLength(body)) }
    // node:https follows nobody; no connection is kept, so that each one is judged.
    const asked = askHttps(
      url,
      { method: 'POST', headers: all, lookup, signal, agent: false, ...(ca && { ca }) },
      (answer) => {
        let shown = ''
        answer.setEncoding('utf8').on('data', (piece: string) => {
          shown = (shown + piece).slice(0, mostShown)
          if (shown.length === mostShown) answer.destroy()
        })
        answer.on('close', () => resolve(ended(answer.statusCode ?? null, undefined, shown)))
      },
    )
    asked.on('error', (error) => resolve(ended(null, reasonOf(error))))
    asked.end(body)
  })
}
