// Handlers of study visits: the list, one of them, offering and requesting, closing and withdrawing.
import { idFrom } from '#kernel/address.ts'
import { networkAudience } from '#kernel/audience.ts'
import { dayOf } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { listAudiences } from '#trunk/audiences.ts'
import { closeVisit, withdrawVisit } from './actions/end-visit.ts'
import { audienceKinds, publishVisit } from './actions/publish-visit.ts'
import { drawRefused, drawVisit, visitsCrumb } from './draw-visit.tsx'
import { directionQuery, visitInput, visitListQuery } from './inputs.ts'
import { visitPath, visitsPath } from './paths.ts'
import { mayPublishVisit } from './permissions.ts'
import { listVisits } from './store.ts'
import { listAgreements } from './store-agreements.ts'
import { VisitForm } from './views/visit-form.tsx'
import { VisitList } from './views/visit-list.tsx'

const idOf = (c: AnyVisit): number | undefined => idFrom(c.req.param('address'))

async function showList(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw, now } = c.var
  const input = readQuery(c, visitListQuery)
  const { direction, page } = input.valid ? input.value : visitListQuery.parse({})
  const lines = await listVisits(db, { direction, page }, dayOf(now), t.lang)
  const agreements = isSignedIn(viewer) ? await listAgreements(db, dayOf(now), t.lang) : []
  return draw({ title: t('visits.title') }, <VisitList {...{ t, viewer, direction, agreements }} page={lines} />)
}

async function drawForm(c: AnyVisit, db: Db, typed: Typed, issues: readonly Issue[]): Promise<Response> {
  const { t, draw } = c.var
  const direction = typed['direction'] === 'request' ? 'request' : 'offer'
  const audiences = (await listAudiences(db, t.lang)).filter(({ kind }) => audienceKinds.includes(kind))
  const status = issues.length > 0 ? 422 : 200
  const form = { t, direction, typed, issues, title: t(`visits.${direction}`), audiences } as const
  const ways = { action: visitsPath, back: visitsPath, hidden: { once: onceMark(), direction } }
  return draw({ title: form.title, breadcrumb: [visitsCrumb(c)], status }, <VisitForm {...form} {...ways} />)
}

function showForm(c: PageVisit): Promise<Response> {
  if (!mayPublishVisit(signedIn(c))) throw forbidden()
  const query = readQuery(c, directionQuery)
  const { direction } = query.valid ? query.value : directionQuery.parse({})
  const typed = { direction, lang: c.var.t.lang, languages: [c.var.t.lang], audience: String(networkAudience) }
  return drawForm(c, c.var.db, typed, [])
}

async function publish(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  if (!mayPublishVisit(viewer)) throw forbidden()
  const input = await readForm(c, visitInput)
  const again = (issues: readonly Issue[]) => c.var.asPerson((db) => drawForm(c, db, input.typed, issues))
  if (!input.valid) return again(input.issues)
  const outcome = await doOnce(viewer.person.id, { mark: input.typed['once'], sent: input.typed }, () =>
    publishVisit(c.var.asPerson, viewer, input.value, c.var.now),
  )
  if (!outcome.done) return again([{ field: 'audience', message: `visits.refusal-${outcome.refusal}` }])
  return c.var.seeOther(visitPath(outcome.value, input.value.title), 'visits.done-published')
}

const closing = (closed: boolean) =>
  async function setClosed(c: ActVisit): Promise<Response> {
    const { asPerson, now } = c.var
    const { id, title } = await closeVisit(asPerson, signedIn(c), idOf(c), { closed, now })
    return c.var.seeOther(visitPath(id, title), closed ? 'visits.done-closed' : 'visits.done-reopened')
  }

async function withdraw(c: ActVisit): Promise<Response> {
  const outcome = await withdrawVisit(c.var.asPerson, signedIn(c), idOf(c), c.var.now)
  if (outcome.done) return c.var.seeOther(visitsPath, 'visits.done-withdrawn')
  const issues = [{ field: 'wishes', message: `visits.refusal-${outcome.refusal}` }]
  return c.var.asPerson((db) => drawRefused(c, db, idOf(c), { typed: {}, issues }))
}

export const routes: readonly Route[] = [
  get(visitsPath, showList),
  post(visitsPath, publish),
  get('/visits/new', showForm),
  get('/visits/:address', (c) => drawVisit(c, idOf(c))),
  post('/visits/:address/closing', closing(true)),
  post('/visits/:address/opening', closing(false)),
  post('/visits/:address/withdrawal', withdraw),
]
