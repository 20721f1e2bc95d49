// Handlers: what is new, and how one wants to hear of it.
import type { Issue, Typed } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { searchLabels } from '#thesaurus/search-labels.ts'
import { endWatching, watchIt, watchProposed } from './actions/change-subscriptions.ts'
import { noticesQuery, readInput, rhythmsInput, settingsQuery, subscriptionInput, timesInput } from './inputs.ts'
import { nameSubscriptions, subscriptionFrom } from './name-subscriptions.ts'
import { mostSubscriptions, type Subscription } from './notice.ts'
import {
  noticesPath,
  readPath,
  refOf,
  rhythmsPath,
  settingsPath,
  subscriptionsPath,
  suggestionsPath,
  timesPath,
  unsubscriptionsPath,
} from './paths.ts'
import { zoneOf } from './quiet.ts'
import { areas } from './rhythm.ts'
import { listOfRooms } from './room-things.ts'
import { listNoticed, markRead } from './store.ts'
import { findOrganisations, listProposed, listWatchedThings, type Named } from './store-names.ts'
import { markReadOfRoom } from './store-of-rooms.ts'
import { findRhythms, findSetting, listSubscriptions, setRhythm, setSetting } from './store-subscriptions.ts'
import { findPlace } from './store-telling.ts'
import { NoticesPage } from './views/notices-page.tsx'
import { SettingsPage } from './views/settings-page.tsx'

async function showNotices(c: PageVisit): Promise<Response> {
  signedIn(c)
  const { t, db, features, kinds, draw } = c.var
  const input = readQuery(c, noticesQuery)
  const page = await listNoticed(db, input.valid ? input.value.page : 1, t.lang)
  const ofRooms = page.number === 1 ? await listOfRooms(features, db) : []
  return draw({ title: t('notices.title') }, <NoticesPage {...{ t, features, kinds, page, ofRooms }} />)
}

async function read(c: ActVisit): Promise<Response> {
  signedIn(c)
  const input = await readForm(c, readInput)
  if (!input.valid) throw notFound()
  const { thing, item } = input.value
  const { asPerson, now } = c.var
  await asPerson(async (db) => {
    if (item === undefined) await markRead(db, now, thing)
    else await markReadOfRoom(db, now, { item })
  })
  return c.var.seeOther(noticesPath, 'notices.done-read')
}

const mostFound = 10
const mostThings = 50

/** Subjects and cities by these words, without what is watched already. */
async function findToWatch(c: AnyVisit, db: Db, words: string, watched: readonly Subscription[]): Promise<Named[]> {
  if (words.length < 2) return []
  const { lang } = c.var.t
  const concepts = searchLabels(words, lang, mostFound).map(
    ({ slug }): Subscription => ({ kind: 'concept', ref: slug }),
  )
  const found = [
    ...(await nameSubscriptions(db, concepts, c.var.kinds, lang)),
    ...(await findOrganisations(db, words, lang, mostFound)),
  ]
  return found.filter(({ kind, ref }) => !watched.some((one) => one.kind === kind && one.ref === ref))
}

interface Refused {
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

async function drawSettings(c: AnyVisit, db: Db, refused?: Refused): Promise<Response> {
  const { person } = signedIn(c)
  const { t, kinds, draw } = c.var
  const query = readQuery(c, settingsQuery)
  const words = query.valid ? query.value.q : ''
  const watched = await listSubscriptions(db)
  const place = await findPlace(db, person.id)
  const props = {
    ...{ t, kinds, words, typed: refused?.typed ?? {}, issues: refused?.issues ?? [] },
    rhythms: await findRhythms(db, person.id),
    setting: await findSetting(db, person.id),
    zone: zoneOf(place?.country ?? 'ZZ'),
    watched: await nameSubscriptions(db, watched, kinds, t.lang),
    byDefault: new Set(watched.filter(({ byDefault }) => byDefault).map(refOf)),
    found: await findToWatch(c, db, words, watched),
    proposed: await nameSubscriptions(db, await listProposed(db, person), kinds, t.lang),
    things: await listWatchedThings(db, mostThings),
  }
  const page = {
    title: t('notices.settings'),
    breadcrumb: [{ label: t('notices.title'), href: noticesPath }],
    status: refused === undefined ? 200 : 422,
  } as const
  return draw(page, <SettingsPage {...props} />)
}

const showSettings = (c: PageVisit): Promise<Response> => drawSettings(c, c.var.db)

async function setRhythms(c: ActVisit): Promise<Response> {
  const { person } = signedIn(c)
  const input = await readForm(c, rhythmsInput)
  if (!input.valid) return c.var.asPerson((db) => drawSettings(c, db, input))
  await c.var.asPerson(async (db) => {
    for (const area of areas) await setRhythm(db, person.id, area, input.value[area])
  })
  return c.var.seeOther(settingsPath, 'notices.done-changed')
}

async function setTimes(c: ActVisit): Promise<Response> {
  const { person } = signedIn(c)
  const input = await readForm(c, timesInput)
  if (!input.valid) return c.var.asPerson((db) => drawSettings(c, db, input))
  await c.var.asPerson((db) => setSetting(db, person.id, input.value))
  return c.var.seeOther(settingsPath, 'notices.done-changed')
}

async function readSubscription(c: ActVisit): Promise<{ subscription: Subscription; from: string }> {
  const input = await readForm(c, subscriptionInput)
  const subscription = input.valid ? subscriptionFrom(input.value.of) : undefined
  if (!input.valid || subscription === undefined) throw notFound()
  return { subscription, from: input.value.from ?? settingsPath }
}

async function addSubscription(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const { subscription, from } = await readSubscription(c)
  const outcome = await watchIt(c.var.asPerson, viewer, subscription, c.var.kinds)
  if (outcome.done) return c.var.seeOther(from, 'notices.done-watching')
  const issue = { field: '', message: `notices.refusal-${outcome.refusal}`, values: { most: mostSubscriptions } }
  return c.var.asPerson((db) => drawSettings(c, db, { typed: {}, issues: [issue] }))
}

async function removeSubscription(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const { subscription, from } = await readSubscription(c)
  await endWatching(c.var.asPerson, viewer, subscription)
  return c.var.seeOther(from, 'notices.done-unwatching')
}

async function takeSuggestions(c: ActVisit): Promise<Response> {
  const count = await watchProposed(c.var.asPerson, signedIn(c), c.var.kinds)
  return c.var.seeOther(settingsPath, 'notices.done-suggested', count)
}

export const routes: readonly Route[] = [
  get(noticesPath, showNotices),
  post(readPath, read),
  get(settingsPath, showSettings),
  post(rhythmsPath, setRhythms),
  post(timesPath, setTimes),
  post(subscriptionsPath, addSubscription),
  post(unsubscriptionsPath, removeSubscription),
  post(suggestionsPath, takeSuggestions),
]
