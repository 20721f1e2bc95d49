// What the web app is built from; one object, handed down, nothing ambient.
import type { Child } from 'hono/jsx'
import type { Lang } from '#kernel/locale.ts'
import type { Stop } from '#kernel/stop.ts'
import type { Database } from '../db/database.ts'
import type { Meaning } from '../embedding/embedder.ts'
import type { Feature, SendMail, Settings } from '../feature.ts'
import type { Streams } from '../live/streams.ts'
import type { Log } from '../log.ts'
import type { Translator } from '../translation/translator.ts'
import type { AnyVisit, Page } from './visit.ts'
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
  readonly streams: Streams
  readonly defaultLanguage: Lang
  readonly meaning?: Meaning | undefined
  readonly translator?: Translator | undefined
  /** Draws the whole document around a page's body. */
  readonly frame: (c: AnyVisit, page: Page, body: Child) => Child | Promise<Child>
  /** The calm page that a stop or a break leads to. */
  readonly stopPage: (
    c: AnyVisit,
    stop: Stop | 'break',
    reference: string,
  ) => { readonly page: Page; readonly body: Child }
}
