// Handlers of telling: the steps of the form, and saving one of them.
import type { Child } from 'hono/jsx'
import { idFrom } from '#kernel/address.ts'
import type { Audience } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { judgeTyped, readForm, readQuery } from '#platform/http/input.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { listAudiences } from '#trunk/audiences.ts'
import { type ChangeRefusal, changePractice } from './actions/change-practice.ts'
import { firstAudience } from './actions/choose-audience.ts'
import { writePractice } from './actions/write-practice.ts'
import { contentOf, joinContents } from './content.ts'
import { fillIn } from './fill-in.ts'
import { type PracticeInput, practiceFields, practiceInput, stepInput, stepQuery } from './inputs.ts'
import { drawListParts } from './list-parts.ts'
import { editPracticePath, newPracticePath, practicePath, practicesPath, previewPath } from './paths.ts'
import { mayEditPractice, maySteerPractice } from './permissions.ts'
import type { Practice } from './practice.ts'
import { proposeConcepts } from './propose-concepts.ts'
import { getPractice } from './store.ts'
import { type Kept, listKept } from './store-kept.ts'
import { findRevision } from './store-revisions.ts'
import { fieldsOf, missingOn, stepAfter, stepOf, type TellingStep, tellingSteps } from './telling.ts'
import { typedFrom } from './typed.ts'
import { Changes } from './views/revisions-page.tsx'
import { TellingPage } from './views/telling-page.tsx'

interface Shown {
  readonly step: TellingStep
  readonly typed: Typed
  readonly issues?: readonly Issue[]
  readonly practice?: Practice | undefined
  readonly kept?: readonly Kept[]
  readonly meanwhile?: Child
  readonly carried?: Readonly<Record<string, string>>
}

/** Also the one that it has although it does not reach its author any more: else a list would begin at the widest, unasked. */
async function audiencesFor(db: Db, lang: Lang, practice: Practice | undefined): Promise<Audience[]> {
  const all = await listAudiences(db, lang)
  if (practice === undefined) return all.filter(({ kind }) => kind !== 'persons')
  const known = all.some(({ id }) => id === practice.audienceId)
  return known ? all : [{ id: practice.audienceId, kind: practice.audienceKind, name: null }, ...all]
}

/** A step, empty or as typed; `db` is the page's or a fresh transaction of a POST that was refused. */
async function drawStep(c: PageVisit | ActVisit, db: Db, shown: Shown): Promise<Response> {
  const { t, viewer, draw } = c.var
  if (viewer.person === undefined) throw forbidden()
  const { issues = [], practice, typed, kept = [], meanwhile } = shown
  const carried = { ...shown.carried, ...(practice === undefined ? { once: onceMark() } : {}) }
  const steers = practice === undefined || maySteerPractice(viewer, practice)
  const audiences = steers ? await audiencesFor(db, t.lang, practice) : undefined
  const breadcrumb = [
    { label: t('practices.title'), href: practicesPath },
    ...(practice ? [{ label: practice.title, href: practicePath(practice.id, practice.title) }] : []),
  ]
  const instead = practice === undefined ? drawListParts(c, 'form') : []
  const props = { t, step: shown.step, typed, issues, practice, kept, meanwhile, carried, audiences, instead }
  return draw(
    { title: t(`practices.step-${shown.step}`), breadcrumb, status: issues.length > 0 ? 422 : 200 },
    <TellingPage {...props} proposed={proposeConcepts(typed)} />,
  )
}

const beginning = async (c: PageVisit | ActVisit, db: Db): Promise<Typed> => ({
  lang: c.var.t.lang,
  audience: String(await firstAudience(db, signedIn(c))),
})

async function showNewForm(c: PageVisit): Promise<Response> {
  const { db } = c.var
  signedIn(c)
  const [kept, fresh] = await Promise.all([listKept(db, null), beginning(c, db)])
  const typed = { ...fresh, ...kept[0]?.typed }
  return drawStep(c, db, { step: 'beginning', typed, kept, carried: carriedBeside('beginning', kept[0]?.typed ?? {}) })
}

async function showEditForm(c: PageVisit): Promise<Response> {
  const { db, viewer } = c.var
  const practice = await getPractice(db, idFrom(c.req.param('address')), c.var.t.lang)
  if (!mayEditPractice(viewer, practice)) throw forbidden()
  const kept = await listKept(db, practice.id)
  const query = readQuery(c, stepQuery)
  const asked = query.valid ? query.value.step : undefined
  const step = asked ?? tellingSteps.find((one) => missingOn(one, practice).length > 0) ?? 'beginning'
  const typed = { ...typedFrom(practice), ...kept.find((one) => one.step === step)?.typed }
  return drawStep(c, db, { step, typed, practice, kept })
}

const refusalFields: Record<ChangeRefusal, string> = {
  'audience-unknown': 'audience',
  'persons-unknown': 'persons',
  'persons-by-author': 'audience',
  widening: 'widen',
  'changed-meanwhile': '',
  incomplete: '',
}
const issueOf = (refusal: ChangeRefusal): Issue => ({
  field: refusalFields[refusal],
  message: `practices.refusal-${refusal}`,
})

/** Typed fields that stand on other steps: a form of another time, or a program, may send them all at once. */
const carriedBeside = (step: TellingStep, typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      typeof value === 'string' &&
      practiceFields.includes(name) &&
      name !== 'revision' &&
      !fieldsOf[step].includes(name)
        ? [[name, value]]
        : [],
    ),
  )

interface Sent {
  readonly step: TellingStep | undefined
  /** As sent, and filled in with what was not sent. */
  readonly sent: Typed
  readonly typed: Typed
  readonly practice?: Practice
}

/** The same step with what was typed; where the trouble is on another step, that one. */
const again = (c: ActVisit, { step, sent, typed, practice }: Sent, issues: readonly Issue[]): Promise<Response> => {
  const [first] = issues
  const inSight =
    step !== undefined && (first === undefined || first.field === '' || fieldsOf[step].includes(first.field))
  const shown = inSight ? step : stepOf(first?.field ?? '')
  return c.var.asPerson((db) =>
    drawStep(c, db, { step: shown, typed, issues, practice, carried: carriedBeside(shown, sent) }),
  )
}

/** Somebody else saved the same field: theirs against what was typed, and saving again is then a decision. */
async function beside(c: ActVisit, sent: Sent, input: PracticeInput): Promise<Response> {
  const { t, asPerson } = c.var
  const [practice, base] = await asPerson(async (db) =>
    Promise.all([getPractice(db, sent.practice?.id, t.lang), findRevision(db, sent.practice?.id ?? 0, input.revision)]),
  )
  const joined = joinContents(base?.content ?? contentOf(practice), contentOf(practice), contentOf(input))
  const untouched = input.audience === String(base?.audienceId)
  const audience = untouched ? String(practice.audienceId) : input.audience
  const typed: Typed = { ...sent.typed, ...typedFrom({ ...practice, ...joined.content }), audience }
  const step = sent.step ?? stepOf(joined.conflicts[0] ?? '')
  const meanwhile = <Changes t={t} before={contentOf(practice)} after={joined.content} />
  const issues = [issueOf('changed-meanwhile')]
  // What was sent for other steps, joined as well: else saving again would put back what others changed there, unseen.
  const besides = Object.fromEntries(Object.keys(sent.sent).map((name) => [name, typed[name] ?? '']))
  const carried = carriedBeside(step, { ...besides, audience })
  return asPerson((db) => drawStep(c, db, { step, typed, issues, practice, meanwhile, carried }))
}

const pathAfter = (step: TellingStep | undefined, id: number): string => {
  const next = stepAfter(step ?? 'readers')
  return next === undefined ? previewPath(id) : editPracticePath(id, next)
}

async function write(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const form = await readForm(c, stepInput)
  const { step, onward } = form.valid ? form.value : {}
  const typed = fillIn(await c.var.asPerson((db) => beginning(c, db)), form.typed, step)
  const sent = { step, sent: form.typed, typed }
  const input = judgeTyped(practiceInput, typed)
  if (!input.valid) return again(c, sent, input.issues)
  const outcome = await doOnce(viewer.person.id, { mark: form.typed['once'], sent: form.typed }, () =>
    writePractice(c.var.asPerson, viewer, input.value, step ?? 'beginning'),
  )
  if (!outcome.done) return again(c, sent, [issueOf(outcome.refusal)])
  const path = onward === 'next' ? pathAfter(step, outcome.value) : practicePath(outcome.value, input.value.title)
  return c.var.seeOther(path, 'practices.done-saved')
}

/** The practice that one may change, and as the form was filled with it. */
const readBefore = (c: ActVisit, id: number | undefined, revision: number) =>
  c.var.asPerson(async (db) => {
    const practice = await getPractice(db, id, c.var.t.lang)
    if (!mayEditPractice(c.var.viewer, practice)) throw forbidden()
    const base = revision === practice.revision ? undefined : await findRevision(db, practice.id, revision)
    return { practice, before: typedFrom(base === undefined ? practice : { ...base, ...base.content }) }
  })

async function change(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const id = idFrom(c.req.param('address'))
  const form = await readForm(c, stepInput)
  const { step, onward, revision = 0 } = form.valid ? form.value : {}
  const { practice, before } = await readBefore(c, id, revision)
  const typed = fillIn(before, { ...form.typed, revision: String(revision) }, step)
  const sent = { step, sent: form.typed, typed, practice }
  const input = judgeTyped(practiceInput, typed)
  if (!input.valid) return again(c, sent, input.issues)
  const outcome = await changePractice(c.var.asPerson, viewer, id, { ...input.value, typedOn: step }, c.var.now)
  if (!outcome.done && outcome.refusal === 'changed-meanwhile') return beside(c, sent, input.value)
  if (!outcome.done) return again(c, sent, [issueOf(outcome.refusal)])
  const path = onward === 'next' ? pathAfter(step, practice.id) : practicePath(practice.id, outcome.value.title)
  return c.var.seeOther(path, outcome.value.joined ? 'practices.done-joined' : 'practices.done-saved')
}

export const writingRoutes: readonly Route[] = [
  post(practicesPath, write),
  get(newPracticePath, showNewForm),
  post('/practices/:address', change),
  get('/practices/:address/edit', showEditForm),
]
