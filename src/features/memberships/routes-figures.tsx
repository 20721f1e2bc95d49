// Handlers of the table of inhabitants: bring it, read what it would change, say yes.
import { idFrom } from '#kernel/address.ts'
import { dayOf } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { checkFile } from './actions/check-figures.ts'
import { recordFigures } from './actions/record-figures.ts'
import { mostBytes, mostRows } from './figure-rows.ts'
import { importInput } from './inputs.ts'
import { comingPath, figuresPath, runPath } from './paths.ts'
import { isOffice } from './permissions.ts'
import { findRun, forgetRun } from './store-import.ts'
import { FiguresPage } from './views/figures-page.tsx'
import { FiguresRun } from './views/figures-run.tsx'

const checks: Limit = { name: 'tables of inhabitants', tries: 60, seconds: 600 }

const officer = (c: AnyVisit) => {
  const viewer = signedIn(c)
  if (!isOffice(viewer)) throw forbidden()
  return viewer
}

function drawForm(c: AnyVisit, typed: Typed, issues: readonly Issue[]) {
  const { t, draw } = c.var
  const status = issues.length > 0 ? 422 : 200
  const breadcrumb = [{ label: t('memberships.coming'), href: comingPath }]
  return draw(
    { title: t('memberships.figures'), breadcrumb, status },
    <FiguresPage t={t} typed={typed} issues={issues} today={dayOf(c.var.now)} />,
  )
}

const showForm = (c: PageVisit) => {
  officer(c)
  return drawForm(c, {}, [])
}

const withoutHeads: readonly string[] = ['no-heads', 'too-many-columns']
const issueOf = (refusal: string): Issue => ({
  field: 'file',
  message: withoutHeads.includes(refusal) ? 'memberships.refusal-no-heads' : `tables.refusal-${refusal}`,
  values: { rows: mostRows, megabytes: Math.floor(mostBytes / 1_048_576) },
})

async function check(c: ActVisit): Promise<Response> {
  const viewer = officer(c)
  countTry(checks, String(viewer.person.id), c.var.now)
  const input = await readForm(c, importInput)
  if (!input.valid) return drawForm(c, input.typed, input.issues)
  const outcome = await checkFile(c.var.asPerson, viewer, input.files.get('file')?.[0], input.value, c.var.now)
  return outcome.done ? c.var.seeOther(runPath(outcome.value)) : drawForm(c, input.typed, [issueOf(outcome.refusal)])
}

async function showRun(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  officer(c)
  const id = idFrom(c.req.param('run'))
  const run = id === undefined ? undefined : await findRun(db, id)
  if (run === undefined) throw notFound()
  const title = t(run.doneAt === null ? 'memberships.run-title' : 'memberships.run-done')
  const breadcrumb = [{ label: t('memberships.figures'), href: figuresPath }]
  return draw({ title, breadcrumb }, <FiguresRun t={t} title={title} run={run} />)
}

async function confirm(c: ActVisit): Promise<Response> {
  const id = idFrom(c.req.param('run'))
  await recordFigures(c.var.asPerson, officer(c), id, c.var.now)
  return c.var.seeOther(runPath(id ?? 0), 'memberships.done-figures')
}

async function discard(c: ActVisit): Promise<Response> {
  officer(c)
  const id = idFrom(c.req.param('run'))
  const gone = id !== undefined && (await c.var.asPerson((db) => forgetRun(db, id)))
  if (!gone) throw notFound()
  return c.var.seeOther(figuresPath)
}

export const figureRoutes: readonly Route[] = [
  get(figuresPath, showForm),
  post(figuresPath, check, mostBytes + 1_048_576),
  get('/memberships/figures/:run', showRun),
  post('/memberships/figures/:run/confirmation', confirm),
  post('/memberships/figures/:run/removal', discard),
]
