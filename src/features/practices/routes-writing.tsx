// Handlers of telling: the steps of the form, and saving one of them.
import { idFrom } from '#kernel/address.ts'
import type { Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { judgeTyped, readForm, readQuery } from '#platform/http/input.ts'
import { doOnce } from '#platform/http/once.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { changePractice } from './actions/change-practice.ts'
import { firstAudience } from './actions/choose-audience.ts'
import { writePractice } from './actions/write-practice.ts'
import { carriedBeside, drawAgain, drawBeside, drawStep, issueOf } from './draw-step.tsx'
import { fillIn } from './fill-in.ts'
import { practiceInput, stepInput, stepQuery } from './inputs.ts'
import { editPracticePath, newPracticePath, practicePath, practicesPath, previewPath } from './paths.ts'
import { mayEditPractice } from './permissions.ts'
import { getPractice } from './store.ts'
import { listKept } from './store-kept.ts'
import { findRevision } from './store-revisions.ts'
import { missingOn, stepAfter, type TellingStep, tellingSteps } from './telling.ts'
import { typedFrom } from './typed.ts'

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
  if (!input.valid) return drawAgain(c, sent, input.issues)
  const outcome = await doOnce(viewer.person.id, { mark: form.typed['once'], sent: form.typed }, () =>
    writePractice(c.var.asPerson, viewer, input.value, step ?? 'beginning'),
  )
  if (!outcome.done) return drawAgain(c, sent, [issueOf(outcome.refusal)])
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
  if (!input.valid) return drawAgain(c, sent, input.issues)
  const outcome = await changePractice(c.var.asPerson, viewer, id, { ...input.value, typedOn: step }, c.var.now)
  if (!outcome.done && outcome.refusal === 'changed-meanwhile') return drawBeside(c, sent, input.value)
  if (!outcome.done) return drawAgain(c, sent, [issueOf(outcome.refusal)])
  const path = onward === 'next' ? pathAfter(step, practice.id) : practicePath(practice.id, outcome.value.title)
  return c.var.seeOther(path, outcome.value.joined ? 'practices.done-joined' : 'practices.done-saved')
}

export const writingRoutes: readonly Route[] = [
  post(practicesPath, write),
  get(newPracticePath, showNewForm),
  post('/practices/:address', change),
  get('/practices/:address/edit', showEditForm),
]
