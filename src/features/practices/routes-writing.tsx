// Handlers of telling: the form, saving, publishing, withdrawing.
import type { Child } from 'hono/jsx'
import { idFrom } from '#kernel/address.ts'
import { networkAudience } from '#kernel/audience.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { listAudiences } from '#trunk/audiences.ts'
import { type ChangeRefusal, changePractice } from './actions/change-practice.ts'
import { publishPractice } from './actions/publish-practice.ts'
import { withdrawPractice } from './actions/withdraw-practice.ts'
import { writePractice } from './actions/write-practice.ts'
import { contentOf } from './content.ts'
import { type PracticeInput, practiceInput } from './inputs.ts'
import { changePracticePath, newPracticePath, practicePath, practicesPath } from './paths.ts'
import { mayEditPractice } from './permissions.ts'
import type { Practice } from './practice.ts'
import { proposeConcepts } from './propose-concepts.ts'
import { getPractice } from './store.ts'
import { findKept, type Kept } from './store-kept.ts'
import { typedFrom } from './typed.ts'
import { PracticeForm } from './views/practice-form.tsx'
import { Changes } from './views/revisions-page.tsx'

interface About {
  readonly id?: number
  readonly meanwhile?: Child
  readonly kept?: Kept | undefined
}

/** The form, empty or as typed; `db` is the page's or a fresh transaction of a POST that was refused. */
async function drawForm(
  c: PageVisit | ActVisit,
  db: Db,
  typed: Typed,
  issues: readonly Issue[],
  { id, meanwhile, kept }: About = {},
): Promise<Response> {
  const { t, viewer, draw } = c.var
  const title = t(id === undefined ? 'practices.write' : 'practices.edit-title')
  const audiences = (await listAudiences(db, t.lang)).filter(({ kind }) => kind !== 'persons' || id !== undefined)
  const paths =
    id === undefined
      ? { action: practicesPath, cancel: practicesPath }
      : { action: changePracticePath(id), cancel: practicePath(id, '') }
  const props = { t, title, typed, issues, audiences, proposed: proposeConcepts(typed), meanwhile, kept, id, ...paths }
  if (viewer.person === undefined) throw forbidden()
  return draw(
    {
      title,
      breadcrumb: [{ label: t('practices.title'), href: practicesPath }],
      status: issues.length > 0 ? 422 : 200,
    },
    <PracticeForm {...props} />,
  )
}

async function showNewForm(c: PageVisit): Promise<Response> {
  const { t, db } = c.var
  signedIn(c)
  const kept = await findKept(db, null)
  const typed = kept?.typed ?? { lang: t.lang, audience: String(networkAudience) }
  return drawForm(c, db, typed, [], { kept })
}

async function showEditForm(c: PageVisit): Promise<Response> {
  const { db, viewer } = c.var
  const practice = await getPractice(db, idFrom(c.req.param('address')), c.var.t.lang)
  if (!mayEditPractice(viewer, practice)) throw forbidden()
  const kept = await findKept(db, practice.id)
  return drawForm(c, db, kept?.typed ?? typedFrom(practice), [], { id: practice.id, kept })
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
  c.var.asPerson((db) => drawForm(c, db, typed, issues, id === undefined ? {} : { id }))

/** Somebody else saved the same field: theirs against what was typed, and saving again is then a decision. */
const beside = (c: ActVisit, typed: Typed, input: PracticeInput, id: number | undefined): Promise<Response> =>
  c.var.asPerson(async (db) => {
    const practice = await getPractice(db, id, c.var.t.lang)
    const meanwhile = <Changes t={c.var.t} before={contentOf(practice)} after={contentOf(input)} />
    const issues = [issueOf('changed-meanwhile')]
    return drawForm(c, db, { ...typed, revision: String(practice.revision) }, issues, { id: practice.id, meanwhile })
  })

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
  if (!outcome.done && outcome.refusal === 'changed-meanwhile') return beside(c, input.typed, input.value, practice.id)
  if (!outcome.done) return again(c, input.typed, [issueOf(outcome.refusal)], practice.id)
  const notice = outcome.value.joined ? 'practices.done-joined' : 'practices.done-saved'
  return c.var.seeOther(practicePath(outcome.value.id, outcome.value.title), notice)
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

export const writingRoutes: readonly Route[] = [
  post(practicesPath, write),
  get(newPracticePath, showNewForm),
  post('/practices/:address', change),
  get('/practices/:address/edit', showEditForm),
  post('/practices/:address/publication', publish),
  post('/practices/:address/withdrawal', withdraw),
]
