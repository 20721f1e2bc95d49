// Handlers of veils: what they are, the office's look behind one, and whether one's own coordinator may know.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/input.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { answersFor, findVeil, listLiftings } from '#trunk/veils.ts'
import { lookBehindVeil } from './actions/look-behind-veil.ts'
import { tellOwnCoordinator } from './actions/tell-own-coordinator.ts'
import { reasonInput, tellInput } from './inputs.ts'
import { explanationPath, veilPath } from './paths.ts'
import { findUnnamed, type Unnamed } from './store.ts'
import { ExplanationPage } from './views/explanation-page.tsx'
import { VeilPage } from './views/veil-page.tsx'

/** What was withdrawn has no page for an office any more, but for this one. */
const pathOf = (c: AnyVisit, { kind, id, title }: Unnamed): string =>
  title === '' ? veilPath(id) : (c.var.kinds.get(kind)?.path(id, title) ?? '/')
const titleOf = (c: AnyVisit, { id, title }: Unnamed): string =>
  title === '' ? c.var.t('veils.withdrawn', { id: String(id) }) : title

const explain = (c: PageVisit) => c.var.draw({ title: c.var.t('veils.title') }, <ExplanationPage t={c.var.t} />)

/** For the office that answers for it; to everybody else there is nothing here. */
async function getAnswered(c: AnyVisit, db: Db): Promise<Unnamed> {
  const id = idFrom(c.req.param('id'))
  const thing = id === undefined ? undefined : await findUnnamed(db, id)
  if (thing === undefined || !(await answersFor(db, thing.id))) throw notFound()
  return thing
}

async function drawVeil(c: AnyVisit, db: Db, typed: Typed = {}, issues: readonly Issue[] = []): Promise<Response> {
  const { t, draw } = c.var
  const thing = await getAnswered(c, db)
  const [back, title] = [thing.title === '' ? '/' : pathOf(c, thing), titleOf(c, thing)]
  const [liftings, veil] = await Promise.all([listLiftings(db, thing.id, t.lang), findVeil(db, thing.id, t.lang)])
  const breadcrumb = thing.title === '' ? [] : [{ label: title, href: back }]
  const page = { title: t('veils.look-behind'), breadcrumb } as const
  const props = { t, id: thing.id, title, back, veil, liftings, typed, issues, once: onceMark() }
  return unkept(draw({ ...page, status: issues.length > 0 ? 422 : 200 }, <VeilPage {...props} />))
}

const showVeil = (c: PageVisit) => drawVeil(c, c.var.db)

async function look(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const thing = await c.var.asPerson((db) => getAnswered(c, db))
  const input = await readForm(c, reasonInput)
  if (!input.valid) return c.var.asPerson((db) => drawVeil(c, db, input.typed, input.issues))
  const sent = { id: thing.id, ...input.typed }
  await doOnce(viewer.person.id, { mark: input.typed['once'], sent }, () =>
    lookBehindVeil(c.var.asPerson, viewer, thing.id, input.value.reason),
  )
  return c.var.seeOther(pathOf(c, thing), 'veils.done-look')
}

async function tell(c: ActVisit): Promise<Response> {
  signedIn(c)
  const id = idFrom(c.req.param('id')) ?? 0
  const input = await readForm(c, tellInput)
  const knows = input.valid && input.value.told === 'yes'
  await tellOwnCoordinator(c.var.asPerson, id, knows)
  const thing = await c.var.asPerson((db) => findUnnamed(db, id))
  return c.var.seeOther(thing === undefined ? '/' : pathOf(c, thing), knows ? 'veils.done-told' : 'veils.done-untold')
}

export const routes: readonly Route[] = [
  get(explanationPath, explain),
  get('/veils/:id', showVeil),
  post('/veils/:id', look),
  post('/veils/:id/coordinator', tell),
]
