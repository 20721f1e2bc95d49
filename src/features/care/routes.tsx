// Handlers: reporting, deciding about what was reported, muting for oneself, and how we treat each other.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { agree } from './actions/agree.ts'
import { type Decision, decideReport } from './actions/decide-report.ts'
import { getReported, reportThing } from './actions/report-thing.ts'
import { setMute } from './actions/set-mute.ts'
import type { SoughtPlace } from './care.ts'
import { emptyInput, hidingInput, reportInput, reportQuery } from './inputs.ts'
import { carePath, conductAgreementPath, conductPath, reportPath } from './paths.ts'
import { findReport, hasAgreed, listHidings, listOwnReports, listWaitingReports, placeOfReport } from './store.ts'
import { CarePage } from './views/care-page.tsx'
import { ConductPage } from './views/conduct-page.tsx'
import { ReportForm } from './views/report-form.tsx'
import { ReportPage } from './views/report-page.tsx'
import { hrefOf, pathOf } from './where.ts'

const reports: Limit = { name: 'reports', tries: 20, seconds: 3600 }

async function showCare(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const [waiting, own, hidings] = await Promise.all([listWaitingReports(db), listOwnReports(db), listHidings(db)])
  return unkept(draw({ title: t('care.title') }, <CarePage t={t} waiting={waiting} own={own} hidings={hidings} />))
}

async function drawReportForm(c: AnyVisit, db: Db, place: SoughtPlace, typed: Typed, issues: readonly Issue[]) {
  const { t, draw } = c.var
  const reported = await getReported(db, signedIn(c), place)
  const breadcrumb = [{ label: reported.contribution.title, href: pathOf(c, reported.contribution) }]
  const page = { title: t('care.report'), breadcrumb, status: issues.length > 0 ? 422 : 200 } as const
  return unkept(draw(page, <ReportForm t={t} {...reported} typed={typed} issues={issues} />))
}

function showReportForm(c: PageVisit): Promise<Response> {
  const query = readQuery(c, reportQuery)
  const replyId = (query.valid ? query.value.reply : undefined) ?? null
  return drawReportForm(c, c.var.db, { contributionId: idFrom(c.req.param('id')), replyId }, {}, [])
}

async function report(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const input = await readForm(c, reportInput)
  const contributionId = idFrom(c.req.param('id'))
  const replyId = (input.valid ? input.value.reply : idFrom(String(input.typed['reply'] ?? ''))) ?? null
  const place = { contributionId, replyId }
  if (!input.valid) return c.var.asPerson((db) => drawReportForm(c, db, place, input.typed, input.issues))
  countTry(reports, String(viewer.person.id), c.var.now)
  const { id, contribution } = await reportThing(c.var.asPerson, viewer, place, input.value, c.var.features)
  const waits = await c.var.asPerson(async (db) => (await findReport(db, id))?.waitsForNobody)
  return c.var.seeOther(waits ? reportPath(id) : pathOf(c, contribution), 'care.done-reported')
}

async function drawReport(c: AnyVisit, db: Db, typed: Typed, issues: readonly Issue[]): Promise<Response> {
  const { t, draw } = c.var
  const id = idFrom(c.req.param('id'))
  const found = id === undefined ? undefined : await findReport(db, id)
  if (found === undefined) throw notFound()
  if (issues.length > 0 && !found.decides) throw forbidden()
  const href = await hrefOf(c, db, await placeOfReport(db, found.id))
  const breadcrumb = [{ label: t('care.title'), href: carePath }]
  const page = { title: t('care.one'), breadcrumb, status: issues.length > 0 ? 422 : 200 } as const
  return unkept(draw(page, <ReportPage t={t} report={found} href={href} typed={typed} issues={issues} />))
}

async function decide(c: ActVisit, decision: Decision): Promise<Response> {
  const outcome = await decideReport(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')), decision)
  if (!outcome.done) return c.var.seeOther(carePath, 'care.refusal-decided')
  return c.var.seeOther(carePath, decision.hide ? 'care.done-hidden' : 'care.done-left')
}

async function hide(c: ActVisit): Promise<Response> {
  const input = await readForm(c, hidingInput)
  if (!input.valid) return c.var.asPerson((db) => drawReport(c, db, input.typed, input.issues))
  return decide(c, { hide: true, ...input.value })
}

async function leave(c: ActVisit): Promise<Response> {
  await readForm(c, emptyInput)
  return decide(c, { hide: false })
}

const muting = (wanted: boolean) =>
  async function setMuting(c: ActVisit): Promise<Response> {
    const contribution = await setMute(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')), wanted)
    return c.var.seeOther(pathOf(c, contribution), wanted ? 'care.done-muted' : 'care.done-unmuted')
  }

async function showConduct(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const asks = isSignedIn(viewer) && !(await hasAgreed(db))
  const page = { title: t('care.conduct'), description: t('care.conduct-lead'), canonical: conductPath }
  return draw(page, <ConductPage t={t} asks={asks} />)
}

async function agreeToConduct(c: ActVisit): Promise<Response> {
  await agree(c.var.asPerson, signedIn(c))
  return c.var.seeOther('/', 'care.done-agreed')
}

export const routes: readonly Route[] = [
  get(carePath, showCare),
  get('/contributions/:id/report', showReportForm),
  post('/contributions/:id/report', report),
  post('/contributions/:id/mute', muting(true)),
  post('/contributions/:id/mute/end', muting(false)),
  get('/care/reports/:id', (c) => drawReport(c, c.var.db, {}, [])),
  post('/care/reports/:id/hiding', hide),
  post('/care/reports/:id/leaving', leave),
  get(conductPath, showConduct),
  post(conductAgreementPath, agreeToConduct),
]
