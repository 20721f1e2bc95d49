// The five ways a request ends early; thrown anywhere, turned into a page or problem+json in one place.

export type StopName = 'not-found' | 'forbidden' | 'sign-in' | 'too-many' | 'gone'

const statuses = { 'not-found': 404, forbidden: 403, 'sign-in': 401, 'too-many': 429, gone: 410 } as const

/** Base of the five; `name` picks the words of the page, `status` is the HTTP status. */
export class Stop extends Error {
  readonly stop: StopName
  readonly status: (typeof statuses)[StopName]
  /** Seconds after which trying again makes sense; only with `too-many`. */
  readonly retryAfter: number | undefined
  constructor(stop: StopName, retryAfter?: number) {
    super(stop)
    this.stop = stop
    this.status = statuses[stop]
    this.retryAfter = retryAfter
  }
}

export const notFound = (): Stop => new Stop('not-found')
export const forbidden = (): Stop => new Stop('forbidden')
export const signInNeeded = (): Stop => new Stop('sign-in')
export const tooMany = (retryAfter: number): Stop => new Stop('too-many', retryAfter)
export const gone = (): Stop => new Stop('gone')
