// Handlers of a run: its progress, and the word that sends it.
import { idFrom } from '#kernel/address.ts'
import type { Issue } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { releaseRun } from './actions/release-invoices.ts'
import { invoicesPath, runPath, styles, yearPath } from './paths.ts'
import { keepsBooks } from './permissions.ts'
import { getRun, listUndelivered } from './store-sending.ts'
import { RunPage } from './views/run-page.tsx'

const mostShown = 100

async function drawRun(c: AnyVisit, db: Db, issues: readonly Issue[]): Promise<Response> {
  const { t, draw, viewer } = c.var
  if (!keepsBooks(viewer)) throw forbidden()
  const run = await getRun(db, idFrom(c.req.param('id')))
  const undelivered = await listUndelivered(db, run.id, mostShown)
  const breadcrumb = [
    { label: t('invoices.title'), href: invoicesPath },
    { label: t('invoices.year-title', { year: String(run.year) }), href: yearPath(run.year) },
  ]
  const page = {
    title: t('invoices.run-title', { year: String(run.year) }),
    breadcrumb,
    styles,
    status: issues.length > 0 ? 422 : 200,
  } as const
  return draw(page, <RunPage {...{ t, run, undelivered, issues }} />)
}

const showRun = (c: PageVisit): Promise<Response> => drawRun(c, c.var.db, [])

async function send(c: ActVisit): Promise<Response> {
  const id = idFrom(c.req.param('id'))
  const outcome = await releaseRun(c.var.asPerson, signedIn(c), id, c.var.now)
  if (outcome.done) return c.var.seeOther(runPath(id ?? 0), 'invoices.done-sending')
  return c.var.asPerson((db) => drawRun(c, db, [{ field: '', message: `invoices.refusal-${outcome.refusal}` }]))
}

export const runRoutes: readonly Route[] = [
  get('/invoices/runs/:id', showRun),
  post('/invoices/runs/:id/sending', send),
]
