// One request as handlers see it, and how a feature lists its routes. GET reads one moment; POST acts as a person.
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { signInNeeded } from '#kernel/stop.ts'
import type { SignedIn, Viewer } from '#kernel/viewer.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Database, Db, Key } from '../db/database.ts'
import type { Meaning } from '../embedding/embedder.ts'
import type { ContributionKind, Feature, SendMail, Settings } from '../feature.ts'
import type { Streams } from '../live/streams.ts'
import type { Translator } from '../translation/translator.ts'

/** What a page says about itself; the roof draws the frame around it. */
export interface Page {
  readonly title: string
  readonly description?: string
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503
  readonly breadcrumb?: readonly { readonly label: string; readonly href: string }[]
  /** Path; given for pages that search engines may list. */
  readonly canonical?: string
  readonly jsonLd?: Readonly<Record<string, unknown>>
  /** Style sheets of this page alone, by the names of their files: `comparison.css`. Built as entries of their own. */
  readonly styles?: readonly string[]
  /** Text in the search box. */
  readonly searchText?: string
}
export type DrawPage = (page: Page, body: Child) => Response | Promise<Response>

interface Shared {
  readonly viewer: Viewer
  readonly key: Key
  readonly t: Translate
  readonly now: Date
  readonly draw: DrawPage
  /** 303 elsewhere; `notice` is a message key shown once on the next page, `count` its number. */
  readonly seeOther: (path: string, notice?: string, count?: number) => Response
  readonly settings: Settings
  readonly features: readonly Feature[]
  readonly kinds: ReadonlyMap<string, ContributionKind>
  readonly requestId: string
  readonly mail: SendMail
  /** The created-as-a-demonstration mark of this database. */
  readonly demonstration: boolean
  readonly database: Database
  /** Open answers to whoever reads along. */
  readonly streams: Streams
  /** Where an embedder is configured. */
  readonly meaning: Meaning | undefined
  /** Where a translation service is configured. */
  readonly translator: Translator | undefined
}

/** A GET: `c.var.db` is the one read-only transaction, entered as the viewer. */
export type PageVisit = Context<{ Variables: Shared & { readonly db: Db } }>
/** A POST: `c.var.asPerson` runs one short transaction as the viewer; there is no open one. */
export type ActVisit = Context<{ Variables: Shared & { readonly asPerson: AsPerson } }>
/** A GET that reads as somebody else than who asks: no transaction is open, it opens its own by `c.var.database`. */
export type ApartVisit = Context<{ Variables: Shared }>
export type AnyVisit = PageVisit | ActVisit | ApartVisit

type Answer = Response | Promise<Response>
export type Route =
  | { readonly method: 'GET'; readonly path: string; readonly handle: (c: PageVisit) => Answer; readonly apart?: never }
  | { readonly method: 'GET'; readonly path: string; readonly handle: (c: ApartVisit) => Answer; readonly apart: true }
  | {
      readonly method: 'POST'
      readonly path: string
      readonly handle: (c: ActVisit) => Answer
      readonly bodyLimit?: number
    }

export const get = (path: string, handle: (c: PageVisit) => Answer): Route => ({ method: 'GET', path, handle })
export const getApart = (path: string, handle: (c: ApartVisit) => Answer): Route => ({
  ...{ method: 'GET', path, handle },
  apart: true,
})
/** `bodyLimit` in bytes, default 1 MiB; more only where files arrive. */
export const post = (path: string, handle: (c: ActVisit) => Answer, bodyLimit?: number): Route =>
  bodyLimit === undefined ? { method: 'POST', path, handle } : { method: 'POST', path, handle, bodyLimit }

/** The signed-in viewer, or a stop that leads to the sign-in page. */
export const signedIn = (c: { readonly var: { readonly viewer: Viewer } }): SignedIn => {
  const viewer = c.var.viewer
  if (!isSignedIn(viewer)) throw signInNeeded()
  return viewer
}
