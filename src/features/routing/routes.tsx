// Handlers of being asked: saying no, naming who knows better, a pause; and the office's list of what nobody has answered.
import { idFrom } from '#kernel/address.ts'
import { dayOf } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { listAnswered } from '../questions/public.ts'
import { type NameRefusal, nameWhoKnows } from './actions/name-colleague.ts'
import { namingInput, pauseInput } from './inputs.ts'
import { ownProfileHref, pausePath, unansweredPath } from './paths.ts'
import { mayReadUnanswered } from './permissions.ts'
import { decline, listNamesakes, type Namesake } from './store-asked.ts'
import { findPause, setPause } from './store-pause.ts'
import { listUnanswered } from './store-unanswered.ts'
import { NamingPage } from './views/naming-page.tsx'
import { PausePage } from './views/pause-form.tsx'
import { UnansweredPage } from './views/unanswered-page.tsx'

const pathOf = (c: AnyVisit, { kind, id, title }: Contribution): string => c.var.kinds.get(kind)?.path(id, title) ?? '/'

async function getAbout(c: ActVisit): Promise<Contribution> {
  const id = idFrom(c.req.param('id'))
  const thing = await c.var.asPerson(async (db) =>
    id === undefined ? undefined : findAnyContribution(db, id, c.var.t.lang),
  )
  if (thing === undefined) throw notFound()
  return thing
}

async function refuse(c: ActVisit): Promise<Response> {
  signedIn(c)
  const id = idFrom(c.req.param('id')) ?? 0
  if (!(await c.var.asPerson((db) => decline(db, id, c.var.now)))) throw notFound()
  return c.var.seeOther('/', 'routing.done-declined')
}

const refusals: Record<NameRefusal, string> = {
  unknown: 'routing.refusal-unknown',
  several: 'routing.refusal-several',
  absent: 'routing.refusal-absent',
  'out-of-reach': 'routing.refusal-out-of-reach',
  enough: 'routing.refusal-enough',
  answered: 'routing.refusal-answered',
}

async function name(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const thing = await getAbout(c)
  const input = await readForm(c, namingInput)
  const again = (typed: Typed, issues: readonly Issue[], namesakes: readonly Namesake[] = []) => {
    const { t, draw } = c.var
    const href = pathOf(c, thing)
    const page = { title: t('routing.name'), status: 422, breadcrumb: [{ label: thing.title, href }] } as const
    return draw(page, <NamingPage {...{ t, id: thing.id, title: thing.title, typed, issues, namesakes }} />)
  }
  if (!input.valid) return again(input.typed, input.issues)
  const outcome = await nameWhoKnows(c.var.asPerson, viewer, thing.id, input.value, c.var.now)
  if (outcome.done) return c.var.seeOther(pathOf(c, thing), 'routing.done-named')
  if (outcome.refusal === 'several') {
    const namesakes = await c.var.asPerson((db) => listNamesakes(db, input.value.colleague, c.var.t.lang))
    return again(input.typed, [{ field: 'person', message: refusals.several }], namesakes)
  }
  return again(input.typed, [{ field: 'colleague', message: refusals[outcome.refusal] }])
}

async function pause(c: ActVisit): Promise<Response> {
  const { t, draw, now, asPerson } = c.var
  const { person } = signedIn(c)
  const today = dayOf(now)
  const input = await readForm(c, pauseInput(today))
  if (!input.valid) {
    const paused = await asPerson((db) => findPause(db, person.id, today))
    const page = { title: t('routing.pause'), status: 422 } as const
    return draw(page, <PausePage {...{ t, typed: input.typed, issues: input.issues, paused }} />)
  }
  const until = input.value.until === '' ? undefined : input.value.until
  await asPerson((db) => setPause(db, person.id, until))
  return c.var.seeOther(ownProfileHref, until === undefined ? 'routing.done-unpaused' : 'routing.done-paused')
}

async function showUnanswered(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw, kinds } = c.var
  if (!mayReadUnanswered(viewer)) throw forbidden()
  const all = await listUnanswered(db, signedIn(c).person, t.lang)
  const answered = await listAnswered(
    db,
    all.map(({ id }) => id),
  )
  const lines = all
    .filter(({ id }) => !answered.includes(id))
    .map((line) => ({ ...line, href: kinds.get(line.kind)?.path(line.id, line.title) ?? '/' }))
  return draw({ title: t('routing.unanswered') }, <UnansweredPage t={t} lines={lines} />)
}

export const routes: readonly Route[] = [
  get(unansweredPath, showUnanswered),
  post(pausePath, pause),
  post('/asked/:id/refusal', refuse),
  post('/asked/:id/colleague', name),
]
