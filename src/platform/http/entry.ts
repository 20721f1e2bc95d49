// The first steps of every request: by what the viewer is known, in which language they read, what handlers get.
import type { Child } from 'hono/jsx'
import { isLang, type Lang, preferredLanguage } from '#kernel/locale.ts'
import { isSignedIn, type Viewer } from '#kernel/viewer.ts'
import type { Key } from '../db/database.ts'
import type { ContributionKind, Settings } from '../feature.ts'
import { translator as messagesIn } from '../i18n.ts'
import { noteUse } from '../identity/last-use.ts'
import { sha256 } from '../identity/token.ts'
import { drawPage } from './answers.ts'
import { cookie, giveCookie } from './cookies.ts'
import type { AnyVisit, Page } from './visit.ts'
import type { WebParts } from './web-parts.ts'

const isApi = (c: AnyVisit): boolean => c.req.path.startsWith('/api/')

/** A session cookie opens pages, a personal token the API, never the other way round: a leaked token must not sign in. */
export function keyOf(c: AnyVisit, settings: Settings): Key {
  if (isApi(c)) {
    const token = /^Bearer ([\w-]{20,200})$/.exec(c.req.header('authorization') ?? '')?.[1]
    return token === undefined ? { visitor: true } : { token: sha256(token) }
  }
  const session = cookie(c, settings, 'session')
  return session === undefined ? { visitor: true } : { session: sha256(session) }
}

const languageOf = (c: AnyVisit, settings: Settings, viewer: Viewer, fallback: Lang): Lang => {
  const asked = c.req.query('lang')
  if (isLang(asked)) return asked
  if (isSignedIn(viewer)) return viewer.person.lang
  const chosen = cookie(c, settings, 'lang')
  return isLang(chosen) ? chosen : preferredLanguage(c.req.header('accept-language'), fallback)
}

const kindsOf = (parts: WebParts): ReadonlyMap<string, ContributionKind> =>
  new Map(parts.features.flatMap((feature) => feature.kinds ?? []).map((kind) => [kind.kind, kind]))

/** Hono's typed `set` knows only one of the two visits; the names and types are those of visit.ts. */
export const give = (c: AnyVisit, name: string, value: unknown): void =>
  (c.set as (name: string, value: unknown) => void)(name, value)

/** Makes the function that puts everything of visit.ts, but the transaction, into a request. */
export function createPrepare(parts: WebParts): (c: AnyVisit, key: Key, viewer: Viewer) => void {
  const { settings, features, mail, demonstration, database, meaning, translator, streams } = parts
  const kinds = kindsOf(parts)
  const fixed = Object.entries({
    settings,
    features,
    mail,
    demonstration,
    database,
    meaning,
    translator,
    streams,
    kinds,
  })
  return (c, key, viewer) => {
    for (const [name, value] of fixed) give(c, name, value)
    give(c, 'viewer', viewer)
    give(c, 'key', key)
    give(c, 't', messagesIn(languageOf(c, settings, viewer, parts.defaultLanguage)))
    give(c, 'now', parts.clock())
    noteUse(key, viewer, parts.clock())
    give(c, 'draw', (page: Page, body: Child) => drawPage(c, parts, page, body))
    give(c, 'seeOther', (path: string, notice?: string, count?: number) => {
      if (notice !== undefined) giveCookie(c, settings, 'notice', [notice, count].join(' ').trimEnd(), 60)
      return c.redirect(path, 303)
    })
  }
}
