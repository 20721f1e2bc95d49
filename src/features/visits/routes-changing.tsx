// Handlers of changing a visit that is published.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { changeVisit } from './actions/change-visit.ts'
import { visitsCrumb } from './draw-visit.tsx'
import { visitChange } from './inputs.ts'
import { changePath, visitPath } from './paths.ts'
import { maySteerVisit } from './permissions.ts'
import { getVisit } from './store.ts'
import type { StudyVisit } from './study-visit.ts'
import { VisitForm } from './views/visit-form.tsx'

async function getOwn(c: AnyVisit, db: Db): Promise<StudyVisit> {
  const viewer = signedIn(c)
  const visit = await getVisit(db, idFrom(c.req.param('address')), c.var.t.lang)
  if (!maySteerVisit(viewer, visit)) throw forbidden()
  return visit
}

const typedFrom = (visit: StudyVisit): Typed => {
  const { title, text, lang, place, languages, concepts, firstDay, lastDay, people, revision } = visit
  const days = { firstDay: firstDay ?? '', lastDay: lastDay ?? '' }
  return { title, text, lang, place, languages, concepts, ...days, people: String(people), revision: String(revision) }
}

function drawChange(c: AnyVisit, visit: StudyVisit, typed: Typed, issues: readonly Issue[]) {
  const { t, draw } = c.var
  const back = visitPath(visit.id, visit.title)
  const form = { t, direction: visit.direction, typed, issues, title: t('visits.change'), audiences: undefined }
  const ways = { action: changePath(visit.id), back, hidden: { revision: String(typed['revision'] ?? 0) } }
  const breadcrumb = [visitsCrumb(c), { label: visit.title, href: back }]
  const status = issues.length > 0 ? 422 : 200
  return draw({ title: form.title, breadcrumb, status }, <VisitForm {...form} {...ways} />)
}

async function showChange(c: PageVisit): Promise<Response> {
  const visit = await getOwn(c, c.var.db)
  return drawChange(c, visit, typedFrom(visit), [])
}

async function change(c: ActVisit): Promise<Response> {
  const { asPerson, now, seeOther } = c.var
  const visit = await asPerson((db) => getOwn(c, db))
  const input = await readForm(c, visitChange)
  if (!input.valid) return drawChange(c, visit, input.typed, input.issues)
  const outcome = await changeVisit(asPerson, signedIn(c), visit.id, input.value, now)
  if (outcome.done) return seeOther(visitPath(visit.id, input.value.title), 'visits.done-changed')
  // With the newer revision: whoever saves now has been told of it.
  const { revision } = await asPerson((db) => getOwn(c, db))
  const issues = [{ field: 'title', message: `visits.refusal-${outcome.refusal}` }]
  return drawChange(c, visit, { ...input.typed, revision: String(revision) }, issues)
}

export const changingRoutes: readonly Route[] = [
  get('/visits/:address/edit', showChange),
  post('/visits/:address/edit', change),
]
