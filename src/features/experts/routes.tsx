// Handlers of experts: the list, one entry, entering and taking out.
import { idFrom } from '#kernel/address.ts'
import { dayOf, formatDate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { judgeTry, type Limit } from '#platform/http/limits.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { enterExpert } from './actions/enter-expert.ts'
import { takeOutExpert } from './actions/take-out-expert.ts'
import { refusalDigest } from './consent-link.ts'
import { chosenBy, peaceDays } from './expert.ts'
import { activeFilters, facetGroups } from './facet-groups.ts'
import { expertInput, listQuery } from './inputs.ts'
import { expertPath, expertsPath, newExpertPath } from './paths.ts'
import { mayEnterExperts } from './permissions.ts'
import { findExpert, listExperts } from './store.ts'
import { findRefusal } from './store-asking.ts'
import { ExpertForm } from './views/expert-form.tsx'
import { ExpertList } from './views/expert-list.tsx'
import { ExpertPage } from './views/expert-page.tsx'

/** Each entry may send a mail to somebody who never asked for one. */
const enteringDaily: Limit = { name: 'entering experts', tries: 20, seconds: 86_400 }

async function showList(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const viewer = signedIn(c)
  const read = readQuery(c, listQuery)
  const query = read.valid ? read.value : {}
  const all = await listExperts(db, t.lang)
  const props = { experts: chosenBy(all, query), groups: facetGroups(t, all, query), filters: activeFilters(t, query) }
  return draw({ title: t('experts.title') }, <ExpertList t={t} {...props} mayEnter={mayEnterExperts(viewer)} />)
}

async function showExpert(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const viewer = signedIn(c)
  const expert = await findExpert(db, idFrom(c.req.param('id')) ?? 0, t.lang)
  if (expert === undefined) throw notFound()
  const breadcrumb = [{ label: t('experts.title'), href: expertsPath }]
  return draw({ title: expert.institution, breadcrumb }, <ExpertPage {...{ t, viewer, expert }} />)
}

function drawForm(c: AnyVisit, typed: Typed, issues: readonly Issue[]) {
  const { t, draw } = c.var
  const breadcrumb = [{ label: t('experts.title'), href: expertsPath }]
  const status = issues.length === 0 ? (200 as const) : (422 as const)
  const mark = typeof typed['once'] === 'string' ? typed['once'] : onceMark()
  return draw({ title: t('experts.write'), breadcrumb, status }, <ExpertForm {...{ t, typed, issues, mark }} />)
}

async function showForm(c: PageVisit): Promise<Response> {
  if (!mayEnterExperts(signedIn(c))) throw forbidden()
  return drawForm(c, { lang: c.var.t.lang, mailLang: c.var.t.lang }, [])
}

/** Who said no is asked by nobody for a time; whoever would ask them is told until when. */
async function peaceOf(c: ActVisit, email: string): Promise<Issue | undefined> {
  const { t, database, settings, now } = c.var
  if (email === '') return undefined
  const refusedAt = await findRefusal(database.system, refusalDigest(email, settings.secret))
  const until = new Date((refusedAt?.getTime() ?? 0) + peaceDays * 86_400_000)
  // From that day on, as it is told; not from the hour at which they said no.
  if (dayOf(until) <= dayOf(now)) return undefined
  return { field: 'email', message: 'experts.issue-said-no', values: { day: formatDate(t.lang, until) } }
}

async function enter(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  if (!mayEnterExperts(viewer)) throw forbidden()
  const input = await readForm(c, expertInput)
  if (!input.valid) return drawForm(c, input.typed, input.issues)
  const tooMany = judgeTry(enteringDaily, `person ${viewer.person.id}`, c.var.now, { field: 'institution' })
  if (tooMany !== undefined) return drawForm(c, input.typed, [tooMany])
  const sent = { mark: input.typed['once'], sent: input.typed }
  const peace = await peaceOf(c, input.value.email)
  if (peace !== undefined) return drawForm(c, input.typed, [peace])
  const outcome = await doOnce(viewer.person.id, sent, () => enterExpert(c.var.asPerson, viewer, input.value))
  if (!outcome.done) throw notFound()
  return c.var.seeOther(
    expertPath(outcome.value),
    input.value.name === '' ? 'experts.done-entered' : 'experts.done-asked',
  )
}

async function takeOut(c: ActVisit): Promise<Response> {
  await takeOutExpert(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')) ?? 0)
  return c.var.seeOther(expertsPath, 'experts.done-removed')
}

export const routes: readonly Route[] = [
  get(expertsPath, showList),
  get(newExpertPath, showForm),
  post(expertsPath, enter),
  get('/experts/:id', showExpert),
  post('/experts/:id/removal', takeOut),
]
