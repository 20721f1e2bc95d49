// Handlers that write: the form of each kind, an entry, its change and its removal.
import { idFrom } from '#kernel/address.ts'
import { dayOf } from '#kernel/locale.ts'
import { decimalOf } from '#kernel/money.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { largestFile } from '#platform/files/uploads.ts'
import { unkept } from '#platform/http/answers.ts'
import { judgeTyped, readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { changeGain } from './actions/change-gain.ts'
import { getEntry } from './actions/get-entry.ts'
import { type GainRefusal, recordGain } from './actions/record-gain.ts'
import { removeGain } from './actions/remove-gain.ts'
import type { Gain, GainKind } from './gain.ts'
import { anyGain, gainInputs, newQuery } from './inputs.ts'
import { gainPath, gainsOf, gainsPath } from './paths.ts'
import { mayRecordGains } from './permissions.ts'
import { findPlace, type GainPlace } from './store.ts'
import { GainForm } from './views/gain-form.tsx'

const uploads: Limit = { name: 'documents of entries', tries: 60, seconds: 10 * 60 }
const textIn = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

interface Form {
  readonly kind: GainKind
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** The entry that is changed; undefined for a new one. */
  readonly gain?: Gain
  readonly faster?: boolean
}

async function getPlace(c: AnyVisit, db: Db, which: { slug: string } | { id: number }): Promise<GainPlace> {
  const { person } = signedIn(c)
  const place = await findPlace(db, which, person.organisationId, c.var.t.lang)
  if (place === undefined) throw notFound()
  if (!mayRecordGains(c.var.viewer)) throw forbidden()
  return place
}

function drawForm(c: AnyVisit, place: GainPlace, form: Form): Response | Promise<Response> {
  const { t, draw } = c.var
  const title = t(form.gain === undefined ? `gains.new-${form.kind}` : 'gains.edit')
  const page = {
    title,
    breadcrumb: [
      { label: t('gains.title'), href: gainsOf(place.slug) },
      ...(form.gain === undefined ? [] : [{ label: form.gain.title, href: gainPath(form.gain.id) }]),
    ],
    status: form.issues.length > 0 ? 422 : 200,
  } as const
  const megabytes = Math.floor(largestFile / 1_048_576)
  const size = { bytes: largestFile, megabytes }
  return unkept(draw(page, <GainForm t={t} title={title} place={place} once={onceMark()} size={size} {...form} />))
}

async function showNew(c: PageVisit): Promise<Response> {
  const query = readQuery(c, newQuery)
  const { organisation, kind } = query.valid ? query.value : newQuery.parse({})
  const place = await getPlace(c, c.var.db, { slug: organisation ?? signedIn(c).person.organisationSlug })
  return drawForm(c, place, { kind, typed: { onDay: dayOf(c.var.now) }, issues: [] })
}

const typedOf = ({ cents, ownCents, ...gain }: Gain): Typed => ({
  ...Object.fromEntries(
    Object.entries(gain).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  ),
  ...(cents === null ? {} : { cents: decimalOf(cents) }),
  ...(ownCents === null ? {} : { ownCents: decimalOf(ownCents) }),
})

async function showEdit(c: PageVisit): Promise<Response> {
  const { db } = c.var
  const gain = await getEntry(db, signedIn(c), idFrom(c.req.param('id')))
  const place = await getPlace(c, db, { id: gain.organisationId })
  return drawForm(c, place, { kind: gain.kind, typed: typedOf(gain), issues: [], gain })
}

const fieldOf: Readonly<Record<GainRefusal, string>> = {
  ahead: 'onDay',
  evidence: 'link',
  meanwhile: 'onDay',
  'too-large': 'file',
  'wrong-type': 'file',
  broken: 'file',
}
const issueOf = (refusal: GainRefusal): Issue => ({
  field: fieldOf[refusal],
  message: `gains.refusal-${refusal}`,
  values: { megabytes: Math.floor(largestFile / 1_048_576) },
})

async function record(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  if (!mayRecordGains(viewer)) throw forbidden()
  countTry(uploads, String(viewer.person.id), c.var.now)
  const sent = await readForm(c, anyGain)
  const kind = sent.valid ? sent.value.kind : 'event'
  const slug = textIn(sent.typed, 'organisation') || viewer.person.organisationSlug
  const form = judgeTyped(gainInputs[kind], sent.typed)
  const again = (issues: readonly Issue[]) =>
    c.var.asPerson(async (db) => drawForm(c, await getPlace(c, db, { slug }), { kind, typed: sent.typed, issues }))
  if (!form.valid) return again(form.issues)
  const writing = {
    fields: form.value,
    file: sent.files.get('file')?.[0],
    dataDir: c.var.settings.dataDir,
    now: c.var.now,
  }
  const outcome = await doOnce(viewer.person.id, { mark: sent.typed['once'], sent: sent.typed }, () =>
    recordGain(c.var.asPerson, viewer, slug, writing),
  )
  return outcome.done
    ? c.var.seeOther(gainPath(outcome.value), 'gains.done-recorded')
    : again([issueOf(outcome.refusal)])
}

async function change(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const id = idFrom(c.req.param('id'))
  const gain = await c.var.asPerson((db) => getEntry(db, viewer, id))
  countTry(uploads, String(viewer.person.id), c.var.now)
  const form = await readForm(c, gainInputs[gain.kind])
  const again = (issues: readonly Issue[]) =>
    c.var.asPerson(async (db) => {
      const place = await getPlace(c, db, { id: gain.organisationId })
      return drawForm(c, place, { kind: gain.kind, typed: form.typed, issues, gain })
    })
  // What holds now, above what was typed; saving again follows it.
  const afterAnother = (issues: readonly Issue[]) =>
    c.var.asPerson(async (db) => {
      const [now, place] = [await getEntry(db, viewer, id), await getPlace(c, db, { id: gain.organisationId })]
      const typed = { ...form.typed, version: String(now.version) }
      return drawForm(c, place, { kind: now.kind, typed, issues, gain: now, faster: true })
    })
  if (!form.valid) return again(form.issues)
  const outcome = await changeGain(c.var.asPerson, viewer, gain.id, {
    fields: form.value,
    file: form.files.get('file')?.[0],
    dataDir: c.var.settings.dataDir,
    now: c.var.now,
    seen: Number(form.typed['version']),
    withoutDocument: form.typed['withoutDocument'] === 'yes',
  })
  if (outcome.done) return c.var.seeOther(gainPath(gain.id), 'gains.done-changed')
  return (outcome.refusal === 'meanwhile' ? afterAnother : again)([issueOf(outcome.refusal)])
}

async function remove(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const gain = await removeGain(c.var.asPerson, viewer, idFrom(c.req.param('id')), c.var.settings.dataDir)
  return c.var.seeOther(gainPath(gain.id), 'gains.done-removed')
}

const largestForm = largestFile + 1_048_576
export const writingRoutes: readonly Route[] = [
  get(`${gainsPath}/new`, showNew),
  post(gainsPath, record, largestForm),
  get('/my-city/gains/:id/edit', showEdit),
  post('/my-city/gains/:id', change, largestForm),
  post('/my-city/gains/:id/removal', remove),
]
