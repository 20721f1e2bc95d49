// The page on which somebody makes the address of their calendar, and what programs fetch there.
import { notFound } from '#kernel/stop.ts'
import { isSignedIn, type SignedIn } from '#kernel/viewer.ts'
import { calendarType, writeCalendar } from '#platform/calendar/write-calendar.ts'
import type { Db } from '#platform/db/database.ts'
import { unkept } from '#platform/http/answers.ts'
import { etagOf, isKnown } from '#platform/http/etag.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import {
  type ActVisit,
  type AnyVisit,
  type ApartVisit,
  get,
  getApart,
  type PageVisit,
  post,
  type Route,
  signedIn,
} from '#platform/http/visit.ts'
import { translator } from '#platform/i18n.ts'
import { sha256 } from '#platform/identity/token.ts'
import { endAddress, makeAddress } from './actions/change-address.ts'
import { daysShownAfterwards } from './calendar-address.ts'
import { entryOf } from './discretion.ts'
import { noteFetch } from './last-use.ts'
import { addressEndPath, calendarPath, feedPath, newAddressPath } from './paths.ts'
import { amberGoesOut, findAddress, findOwner } from './store.ts'
import { CalendarPage, type CalendarPageProps } from './views/calendar-page.tsx'

/** Programs come every hour or every few minutes; a server that fetches for many people has one address for all of them. */
const fetches: Limit = { name: 'fetches of a calendar', tries: 60, seconds: 60 * 60 }
const guesses: Limit = { name: 'calendars that are none', tries: 30, seconds: 60 }
const newAddresses: Limit = { name: 'addresses of a calendar', tries: 20, seconds: 60 * 60 }

type Parts = Omit<CalendarPageProps, 't'>
const drawCalendar = (c: AnyVisit, parts: Parts): Promise<Response> =>
  unkept(c.var.draw({ title: c.var.t('calendars.title') }, <CalendarPage t={c.var.t} {...parts} />))

async function showCalendar(c: PageVisit): Promise<Response> {
  const { db } = c.var
  return drawCalendar(c, { address: await findAddress(db), amberGoesOut: await amberGoesOut(db) })
}

/** The answer to the POST is the page itself: the secret is on no page that could be opened again. */
async function make(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  countTry(newAddresses, String(viewer.person.id), c.var.now)
  const made = await c.var.asPerson(async (db) => {
    const token = await makeAddress(db, viewer, c.var.now)
    const fresh = `${c.var.settings.baseUrl}${feedPath(token)}`
    return { address: await findAddress(db), fresh, amberGoesOut: await amberGoesOut(db) }
  })
  return drawCalendar(c, made)
}

async function end(c: ActVisit): Promise<Response> {
  await c.var.asPerson((db) => endAddress(db, signedIn(c)))
  return c.var.seeOther(calendarPath, 'calendars.done-ended')
}

/** All features' dates, one source after the other: they read in the same transaction. */
async function drawFeed(c: ApartVisit, db: Db, viewer: SignedIn): Promise<string> {
  const { settings, features, now } = c.var
  const t = translator(viewer.person.lang)
  const since = new Date(now.getTime() - daysShownAfterwards * 86_400_000)
  const frame = { t, baseUrl: settings.baseUrl, amberGoesOut: await amberGoesOut(db) }
  const entries = []
  for (const source of features.flatMap(({ dates = [] }) => dates))
    for (const date of await source.list(db, viewer, { t, since })) entries.push(entryOf(frame, date))
  const { hostname: host } = new URL(settings.baseUrl)
  return writeCalendar({ name: settings.networkName, lang: t.lang, host, refreshHours: 1, entries })
}

const headersOf = (body: string) => ({
  'content-type': calendarType,
  'content-disposition': 'inline; filename="vicinia.ics"',
  // Whoever has the address reads it: no cache between us and the program keeps a copy.
  'cache-control': 'private, no-cache',
  etag: etagOf(body),
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
})

/** Whoever is signed in here or not makes no difference: the address alone says whose dates these are. */
async function fetchFeed(c: ApartVisit): Promise<Response> {
  const { database, now } = c.var
  const hash = sha256(c.req.query('token') ?? '')
  const owner = await findOwner(database.system, hash)
  if (owner === undefined) countTry(guesses, remoteAddress(c), now)
  else countTry(fetches, hash, now)
  const body = await database.read({ personId: owner ?? 0 }, async (db, viewer) =>
    // Whoever left is nobody any more.
    isSignedIn(viewer) ? drawFeed(c, db, viewer) : undefined,
  )
  if (body === undefined) throw notFound()
  noteFetch(hash, now)
  const headers = headersOf(body)
  return isKnown(c, headers.etag) ? c.body(null, 304, headers) : c.body(body, 200, headers)
}

export const routes: readonly Route[] = [
  get(calendarPath, showCalendar),
  post(newAddressPath, make),
  post(addressEndPath, end),
  getApart('/calendar.ics', fetchFeed),
]
