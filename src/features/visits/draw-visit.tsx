// The page of a study visit, as read, and with a form that was refused.
import type { Db } from '#platform/db/database.ts'
import { onceMark } from '#platform/http/once.ts'
import type { AnyVisit, PageVisit } from '#platform/http/visit.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { drawShared, readShared } from '../discussion/public.tsx'
import { visitPath, visitsPath } from './paths.ts'
import { getVisit } from './store.ts'
import { listWishes } from './store-wishes.ts'
import { VisitPage } from './views/visit-page.tsx'
import type { RefusedForm } from './views/wish-acts.tsx'
import { WishesPart } from './views/wishes.tsx'

export const visitsCrumb = (c: AnyVisit) => ({ label: c.var.t('visits.title'), href: visitsPath })

export async function drawVisit(c: PageVisit, id: number | undefined): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const [visit, wishes, things] = await Promise.all([
    getVisit(db, id, t.lang),
    listWishes(db, id ?? 0, t.lang),
    readShared(c, 'visit', id ?? 0),
  ])
  const shared = drawShared(c, visit, things)
  const props = { t, viewer, visit, wishes, shared, once: onceMark() }
  return draw({ title: visit.title, breadcrumb: [visitsCrumb(c)] }, <VisitPage {...props} />)
}

/** The wishes alone, with what was typed. */
export async function drawRefused(
  c: AnyVisit,
  db: Db,
  id: number | undefined,
  refused: RefusedForm,
): Promise<Response> {
  const { t, viewer, draw } = c.var
  const visit = await getVisit(db, id, t.lang)
  const wishes = await listWishes(db, visit.id, t.lang)
  const breadcrumb = [visitsCrumb(c), { label: visit.title, href: visitPath(visit.id, visit.title) }]
  return draw(
    { title: t('visits.wishes'), status: 422, breadcrumb },
    <>
      <ErrorSummary t={t} issues={refused.issues} />
      <PageTitle t={t} title={visit.title} lang={visit.lang} />
      <PageBody>
        <WishesPart {...{ t, viewer, visit, wishes, refused }} once={onceMark()} />
      </PageBody>
    </>,
  )
}
