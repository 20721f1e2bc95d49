// The handler of the revisions page.
import { idFrom } from '#kernel/address.ts'
import { forbidden } from '#kernel/stop.ts'
import { readQuery } from '#platform/http/input.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { revisionQuery } from './inputs.ts'
import { practicePath, practicesPath } from './paths.ts'
import { mayReadRevisions } from './permissions.ts'
import { getPractice } from './store.ts'
import { findRevision, findRevisionBefore, listRevisions } from './store-revisions.ts'
import { RevisionsPage } from './views/revisions-page.tsx'

async function showRevisions(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const practice = await getPractice(db, idFrom(c.req.param('address')), t.lang)
  if (!mayReadRevisions(viewer, practice)) throw forbidden()
  const query = readQuery(c, revisionQuery)
  const revisions = await listRevisions(db, practice.id)
  const number = (query.valid ? query.value.number : undefined) ?? revisions[0]?.revision ?? 0
  const [shown, before] = await Promise.all([
    findRevision(db, practice.id, number),
    findRevisionBefore(db, practice.id, number),
  ])
  const breadcrumb = [
    { label: t('practices.title'), href: practicesPath },
    { label: practice.title, href: practicePath(practice.id, practice.title) },
  ]
  const props = { practice, revisions, shown, before }
  return draw({ title: t('practices.revisions'), breadcrumb }, <RevisionsPage t={t} {...props} />)
}

export const revisionRoutes: readonly Route[] = [get('/practices/:address/revisions', showRevisions)]
