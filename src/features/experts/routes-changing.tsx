// Handlers of changing what stands about an institution.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { changeExpert } from './actions/change-expert.ts'
import type { Expert } from './expert.ts'
import { expertChange } from './inputs.ts'
import { expertPath, expertsPath } from './paths.ts'
import { mayChangeExpert } from './permissions.ts'
import { findExpert } from './store.ts'
import { ChangeForm } from './views/change-form.tsx'

async function getOwn(c: AnyVisit, db: Db): Promise<Expert> {
  const viewer = signedIn(c)
  const expert = await findExpert(db, idFrom(c.req.param('id')) ?? 0, c.var.t.lang)
  if (expert === undefined) throw notFound()
  if (!mayChangeExpert(viewer, expert)) throw forbidden()
  return expert
}

function drawChange(c: AnyVisit, expert: Expert, typed: Typed, issues: readonly Issue[]) {
  const { t, draw } = c.var
  const breadcrumb = [
    { label: t('experts.title'), href: expertsPath },
    { label: expert.institution, href: expertPath(expert.id) },
  ]
  const status = issues.length === 0 ? (200 as const) : (422 as const)
  return draw({ title: t('experts.change'), breadcrumb, status }, <ChangeForm {...{ t, expert, typed, issues }} />)
}

async function showChange(c: PageVisit): Promise<Response> {
  const expert = await getOwn(c, c.var.db)
  const { institution, country, link, about, lang, concepts, languages, revision } = expert
  const typed = { institution, country, link, about, lang, concepts, languages, revision: String(revision) }
  return drawChange(c, expert, typed, [])
}

async function change(c: ActVisit): Promise<Response> {
  const { asPerson, seeOther } = c.var
  const expert = await asPerson((db) => getOwn(c, db))
  const input = await readForm(c, expertChange)
  if (!input.valid) return drawChange(c, expert, input.typed, input.issues)
  const outcome = await changeExpert(asPerson, signedIn(c), expert.id, input.value)
  if (outcome.done) return seeOther(expertPath(expert.id), 'experts.done-changed')
  const { revision } = await asPerson((db) => getOwn(c, db))
  const issues = [{ field: 'institution', message: `experts.refusal-${outcome.refusal}` }]
  return drawChange(c, expert, { ...input.typed, revision: String(revision) }, issues)
}

export const changingRoutes: readonly Route[] = [
  get('/experts/:id/edit', showChange),
  post('/experts/:id/edit', change),
]
