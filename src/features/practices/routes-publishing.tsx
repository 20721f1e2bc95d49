// Handlers of the last step: preview, publishing, withdrawing.
import { idFrom } from '#kernel/address.ts'
import { forbidden } from '#kernel/stop.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { findAudience } from '#trunk/audiences.ts'
import { publishPractice } from './actions/publish-practice.ts'
import { withdrawPractice } from './actions/withdraw-practice.ts'
import { practicePath, practicesPath, previewPath } from './paths.ts'
import { mayEditPractice } from './permissions.ts'
import { getPractice } from './store.ts'
import { listKept } from './store-kept.ts'
import { PreviewPage } from './views/preview-page.tsx'

async function showPreview(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const practice = await getPractice(db, idFrom(c.req.param('address')), t.lang)
  if (!mayEditPractice(viewer, practice)) throw forbidden()
  const [audience, kept] = await Promise.all([findAudience(db, practice.audienceId, t.lang), listKept(db, practice.id)])
  const breadcrumb = [
    { label: t('practices.title'), href: practicesPath },
    { label: practice.title, href: practicePath(practice.id, practice.title) },
  ]
  const props = { t, viewer, practice, audienceName: audience?.name ?? null, kept }
  return draw({ title: t('practices.step-preview'), breadcrumb }, <PreviewPage {...props} />)
}

async function publish(c: ActVisit): Promise<Response> {
  const id = idFrom(c.req.param('address'))
  const outcome = await publishPractice(c.var.asPerson, signedIn(c), id, c.var.now)
  if (outcome.done)
    return c.var.seeOther(practicePath(outcome.value.id, outcome.value.title), 'practices.done-published')
  return c.var.seeOther(previewPath(id ?? 0), `practices.refusal-${outcome.refusal}`)
}

async function withdraw(c: ActVisit): Promise<Response> {
  const id = idFrom(c.req.param('address'))
  const outcome = await withdrawPractice(c.var.asPerson, signedIn(c), id, c.var.now)
  if (outcome.done) return c.var.seeOther(practicesPath, 'practices.done-withdrawn')
  return c.var.seeOther(practicePath(id ?? 0, ''), `practices.refusal-${outcome.refusal}`)
}

export const publishingRoutes: readonly Route[] = [
  get('/practices/:address/preview', showPreview),
  post('/practices/:address/publication', publish),
  post('/practices/:address/withdrawal', withdraw),
]
