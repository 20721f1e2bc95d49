// Handlers: the page about what was hidden, asking to look again, looking again, and taking it back.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, post, type Route, signedIn } from '#platform/http/visit.ts'
import { actOnHiding, type HidingAct } from './actions/act-on-hiding.ts'
import type { Hiding } from './care.ts'
import { appealInput, emptyInput, judgementInput } from './inputs.ts'
import { carePath, hidingPath } from './paths.ts'
import { findHiding, placeOfHiding } from './store.ts'
import { HidingPage } from './views/hiding-page.tsx'
import { hrefOf } from './where.ts'

interface Again {
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Whose form it was. */
  readonly may: (hiding: Hiding) => boolean
}

async function drawHiding(c: AnyVisit, db: Db, again?: Again): Promise<Response> {
  const { t, draw } = c.var
  const id = idFrom(c.req.param('id'))
  const hiding = id === undefined ? undefined : await findHiding(db, id)
  if (hiding === undefined) throw notFound()
  if (again !== undefined && !again.may(hiding)) throw forbidden()
  const { typed = {}, issues = [] } = again ?? {}
  const href = await hrefOf(c, db, await placeOfHiding(db, hiding.id))
  const breadcrumb = [{ label: t('care.title'), href: carePath }]
  const page = { title: t('care.hidden-one'), breadcrumb, status: issues.length > 0 ? 422 : 200 } as const
  return unkept(draw(page, <HidingPage t={t} hiding={hiding} href={href} typed={typed} issues={issues} />))
}

async function act(c: ActVisit, deed: HidingAct, notice: string): Promise<Response> {
  signedIn(c)
  const id = idFrom(c.req.param('id'))
  const outcome = await actOnHiding(c.var.asPerson, id, deed)
  // Shown again, what does not reach them is no more theirs to look at.
  const stays = await c.var.asPerson((db) => findHiding(db, id ?? 0))
  return c.var.seeOther(
    stays === undefined ? carePath : hidingPath(id ?? 0),
    outcome.done ? notice : 'care.refusal-done',
  )
}

async function appeal(c: ActVisit): Promise<Response> {
  const { typed, ...input } = await readForm(c, appealInput)
  if (!input.valid)
    return c.var.asPerson((db) => drawHiding(c, db, { typed, issues: input.issues, may: ({ own }) => own }))
  return act(c, { act: 'appeal', words: input.value.words }, 'care.done-appealed')
}

async function judge(c: ActVisit): Promise<Response> {
  const { typed, ...input } = await readForm(c, judgementInput)
  if (!input.valid)
    return c.var.asPerson((db) => drawHiding(c, db, { typed, issues: input.issues, may: ({ judges }) => judges }))
  const { outcome, words } = input.value
  return act(c, { act: 'judgement', lifted: outcome === 'lifted', words }, 'care.done-judged')
}

async function end(c: ActVisit): Promise<Response> {
  await readForm(c, emptyInput)
  return act(c, { act: 'end' }, 'care.done-shown')
}

export const hidingRoutes: readonly Route[] = [
  get('/care/hidden/:id', (c) => drawHiding(c, c.var.db)),
  post('/care/hidden/:id/appeal', appeal),
  post('/care/hidden/:id/judgement', judge),
  post('/care/hidden/:id/end', end),
]
