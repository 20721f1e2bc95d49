// The six ways a request ends early; thrown anywhere, turned into a page or problem+json in one place.

export type StopName = 'not-found' | 'forbidden' | 'sign-in' | 'too-many' | 'gone' | 'hidden'

const statuses = { 'not-found': 404, forbidden: 403, 'sign-in': 401, 'too-many': 429, gone: 410, hidden: 410 } as const

/** What stands in the place of what was hidden: the code of a reason, and words in the language `lang`, perhaps none. */
export interface Why {
  readonly reason: string
  readonly words: string
  readonly lang: string
}

/** Base of the six; `name` picks the words of the page, `status` is the HTTP status. */
export class Stop extends Error {
  readonly stop: StopName
  readonly status: (typeof statuses)[StopName]
  /** Seconds after which trying again makes sense; only with `too-many`. */
  readonly retryAfter: number | undefined
  /** Why; only with `hidden`. */
  readonly why: Why | undefined
  constructor(stop: StopName, { retryAfter, why }: { readonly retryAfter?: number; readonly why?: Why } = {}) {
    super(stop)
    this.stop = stop
    this.status = statuses[stop]
    this.retryAfter = retryAfter
    this.why = why
  }
}

export const notFound = (): Stop => new Stop('not-found')
export const forbidden = (): Stop => new Stop('forbidden')
export const signInNeeded = (): Stop => new Stop('sign-in')
export const tooMany = (retryAfter: number): Stop => new Stop('too-many', { retryAfter })
export const gone = (): Stop => new Stop('gone')
export const hidden = (why: Why): Stop => new Stop('hidden', { why })
