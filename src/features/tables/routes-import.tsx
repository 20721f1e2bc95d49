// Handlers of the way in: bring a file, read what is wrong with it, say yes.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { listAudiences } from '#trunk/audiences.ts'
import { firstAudience } from '../practices/public.ts'
import { type CheckRefusal, checkFile } from './actions/check-file.ts'
import { makeDrafts } from './actions/make-drafts.ts'
import { importInput } from './inputs.ts'
import { importPath, runPath } from './paths.ts'
import { mostBytes, mostRows } from './read-file.ts'
import { crumbs } from './routes-export.tsx'
import { findRun, forgetRun } from './store.ts'
import { ImportPage } from './views/import-page.tsx'
import { RunPage } from './views/run-page.tsx'

const checks: Limit = { name: 'import checks', tries: 60, seconds: 600 }

async function drawForm(c: AnyVisit, db: Db, typed: Typed, issues: readonly Issue[]): Promise<Response> {
  const { t, draw } = c.var
  const audiences = (await listAudiences(db, t.lang)).filter(({ kind }) => kind !== 'persons')
  const status = issues.length > 0 ? 422 : 200
  const page = { title: t('tables.import-title'), breadcrumb: crumbs(c), status } as const
  return draw(page, <ImportPage t={t} typed={typed} issues={issues} audiences={audiences} />)
}

async function showForm(c: PageVisit): Promise<Response> {
  const { db, t } = c.var
  const audience = String(await firstAudience(db, signedIn(c)))
  return drawForm(c, db, { lang: t.lang, audience }, [])
}

const issueOf = (refusal: CheckRefusal): Issue => ({
  field: refusal === 'audience-unknown' ? 'audience' : 'file',
  message: `tables.refusal-${refusal}`,
  values: { rows: mostRows, megabytes: Math.floor(mostBytes / 1_048_576) },
})

async function check(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  countTry(checks, String(viewer.person.id), c.var.now)
  const input = await readForm(c, importInput)
  const again = (issues: readonly Issue[]) => c.var.asPerson((db) => drawForm(c, db, input.typed, issues))
  if (!input.valid) return again(input.issues)
  const outcome = await checkFile(c.var.asPerson, viewer, input.files.get('file')?.[0], input.value, c.var.now)
  return outcome.done ? c.var.seeOther(runPath(outcome.value)) : again([issueOf(outcome.refusal)])
}

async function showRun(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  signedIn(c)
  const id = idFrom(c.req.param('run'))
  const run = id === undefined ? undefined : await findRun(db, id)
  if (run === undefined) throw notFound()
  const title = t(run.outcome === null ? 'tables.run-title' : 'tables.done-title')
  const breadcrumb = [...crumbs(c), { label: t('tables.import-title'), href: importPath }]
  return draw({ title, breadcrumb }, <RunPage t={t} title={title} run={run} />)
}

async function importRows(c: ActVisit): Promise<Response> {
  const id = idFrom(c.req.param('run'))
  const outcome = await makeDrafts(c.var.asPerson, signedIn(c), id, c.var.now)
  return c.var.seeOther(runPath(id ?? 0), outcome.done ? 'tables.done-imported' : `tables.refusal-${outcome.refusal}`)
}

async function discard(c: ActVisit): Promise<Response> {
  signedIn(c)
  const id = idFrom(c.req.param('run'))
  if (id === undefined) throw notFound()
  await c.var.asPerson((db) => forgetRun(db, id))
  return c.var.seeOther(importPath, 'tables.done-discarded')
}

export const importRoutes: readonly Route[] = [
  get(importPath, showForm),
  post(importPath, check, mostBytes + 1_048_576),
  get(`${importPath}/:run`, showRun),
  post(`${importPath}/:run/drafts`, importRows),
  post(`${importPath}/:run/removal`, discard),
]
