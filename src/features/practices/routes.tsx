// Handlers of five steps: guard, input, action, store, view.
import { idFrom } from '#kernel/address.ts'
import { networkAudience } from '#kernel/audience.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { withNarrower } from '#thesaurus/vocabulary.ts'
import { listAudiences } from '#trunk/audiences.ts'
import { drawShared, readShared } from '../discussion/public.tsx'
import { type ChangeRefusal, changePractice } from './actions/change-practice.ts'
import { publishPractice } from './actions/publish-practice.ts'
import { withdrawPractice } from './actions/withdraw-practice.ts'
import { writePractice } from './actions/write-practice.ts'
import { practiceInput, practiceListLists, practiceListQuery } from './inputs.ts'
import { jsonLdOf } from './json-ld.ts'
import { changePracticePath, newPracticePath, practicePath, practicesPath } from './paths.ts'
import { mayEditPractice } from './permissions.ts'
import type { Practice } from './practice.ts'
import { proposeConcepts } from './propose-concepts.ts'
import { getPractice } from './store.ts'
import { findPractices, listRelated } from './store-lists.ts'
import { typedFrom } from './typed.ts'
import { PracticeForm } from './views/practice-form.tsx'
import { PracticeList } from './views/practice-list.tsx'
import { PracticePage } from './views/practice-page.tsx'

const crumb = (c: PageVisit | ActVisit) => ({ label: c.var.t('practices.title'), href: practicesPath })

async function showList(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const input = readQuery(c, practiceListQuery, practiceListLists)
  const query = input.valid ? input.value : practiceListQuery.parse({})
  const concepts = query.concept.flatMap(withNarrower)
  const { page, facets } = await findPractices(db, query, concepts, t.lang)
  const title = t('practices.title')
  const about = { title, description: t('practices.lead'), canonical: practicesPath }
  return draw(about, <PracticeList t={t} viewer={viewer} query={query} page={page} facets={facets} />)
}

async function showPractice(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw, settings } = c.var
  const id = idFrom(c.req.param('address'))
  if (id === undefined) throw notFound()
  const [practice, shared, related] = await Promise.all([
    getPractice(db, id, t.lang),
    readShared(c, 'practice', id),
    listRelated(db, id, 5, t.lang),
  ])
  const path = practicePath(practice.id, practice.title)
  if (c.req.path !== path && c.req.path !== encodeURI(path)) return c.redirect(path, 301)
  const isPublic = practice.state === 'published' && practice.audienceKind === 'public'
  const open = isPublic
    ? { canonical: path, description: practice.summary, jsonLd: jsonLdOf(practice, settings.baseUrl) }
    : {}
  const page = { title: practice.title, breadcrumb: [crumb(c)], ...open }
  return draw(
    page,
    <PracticePage t={t} viewer={viewer} practice={practice} related={related} {...drawShared(c, practice, shared)} />,
  )
}

/** The form, empty or as typed; `db` is the page's or a fresh transaction of a POST that was refused. */
async function drawForm(
  c: PageVisit | ActVisit,
  db: Db,
  typed: Typed,
  issues: readonly Issue[],
  id?: number,
): Promise<Response> {
  const { t, viewer, draw } = c.var
  const title = t(id === undefined ? 'practices.write' : 'practices.edit-title')
  const audiences = (await listAudiences(db, t.lang)).filter(({ kind }) => kind !== 'persons' || id !== undefined)
  const paths =
    id === undefined
      ? { action: practicesPath, cancel: practicesPath }
      : { action: changePracticePath(id), cancel: practicePath(id, '') }
  const props = { t, title, typed, issues, audiences, proposed: proposeConcepts(typed), ...paths }
  if (viewer.person === undefined) throw forbidden()
  return draw({ title, breadcrumb: [crumb(c)], status: issues.length > 0 ? 422 : 200 }, <PracticeForm {...props} />)
}

function showNewForm(c: PageVisit): Promise<Response> {
  const { t, db } = c.var
  signedIn(c)
  return drawForm(c, db, { lang: t.lang, audience: String(networkAudience) }, [])
}

async function showEditForm(c: PageVisit): Promise<Response> {
  const { db, viewer } = c.var
  const practice = await getPractice(db, idFrom(c.req.param('address')), c.var.t.lang)
  if (!mayEditPractice(viewer, practice)) throw forbidden()
  return drawForm(c, db, typedFrom(practice), [], practice.id)
}

const refusalFields: Record<ChangeRefusal, string> = {
  'audience-unknown': 'audience',
  'persons-unknown': 'persons',
  widening: 'widen',
  'changed-meanwhile': '',
  incomplete: '',
}
const issueOf = (refusal: ChangeRefusal): Issue => ({
  field: refusalFields[refusal],
  message: `practices.refusal-${refusal}`,
})
const again = (c: ActVisit, typed: Typed, issues: readonly Issue[], id?: number): Promise<Response> =>
  c.var.asPerson((db) => drawForm(c, db, typed, issues, id))

async function write(c: ActVisit): Promise<Response> {
  const input = await readForm(c, practiceInput)
  if (!input.valid) return again(c, input.typed, input.issues)
  const outcome = await writePractice(c.var.asPerson, signedIn(c), input.value)
  if (!outcome.done) return again(c, input.typed, [issueOf(outcome.refusal)])
  return c.var.seeOther(practicePath(outcome.value, input.value.title), 'practices.done-saved')
}

async function change(c: ActVisit): Promise<Response> {
  const id = idFrom(c.req.param('address'))
  const input = await readForm(c, practiceInput)
  const practice: Practice = await c.var.asPerson((db) => getPractice(db, id, c.var.t.lang))
  if (!mayEditPractice(c.var.viewer, practice)) throw forbidden()
  if (!input.valid) return again(c, input.typed, input.issues, practice.id)
  const outcome = await changePractice(c.var.asPerson, signedIn(c), id, input.value, c.var.now)
  if (!outcome.done) return again(c, input.typed, [issueOf(outcome.refusal)], practice.id)
  return c.var.seeOther(practicePath(outcome.value.id, outcome.value.title), 'practices.done-saved')
}

async function publish(c: ActVisit): Promise<Response> {
  const id = idFrom(c.req.param('address'))
  const outcome = await publishPractice(c.var.asPerson, signedIn(c), id, c.var.now)
  if (outcome.done)
    return c.var.seeOther(practicePath(outcome.value.id, outcome.value.title), 'practices.done-published')
  return c.var.seeOther(practicePath(id ?? 0, ''), `practices.refusal-${outcome.refusal}`)
}

async function withdraw(c: ActVisit): Promise<Response> {
  const id = idFrom(c.req.param('address'))
  const outcome = await withdrawPractice(c.var.asPerson, signedIn(c), id, c.var.now)
  if (outcome.done) return c.var.seeOther(practicesPath, 'practices.done-withdrawn')
  return c.var.seeOther(practicePath(id ?? 0, ''), `practices.refusal-${outcome.refusal}`)
}

export const routes: readonly Route[] = [
  get(practicesPath, showList),
  post(practicesPath, write),
  get(newPracticePath, showNewForm),
  get('/practices/:address', showPractice),
  post('/practices/:address', change),
  get('/practices/:address/edit', showEditForm),
  post('/practices/:address/publication', publish),
  post('/practices/:address/withdrawal', withdraw),
]
