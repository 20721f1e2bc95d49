// Handlers of the acts: a form, a page that says what will happen, and the act itself; and the two that only end what stands.
import { compareIn, dayOf } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { takeNoticeBack } from './actions/give-notice.ts'
import { perform } from './actions/perform.ts'
import { lift } from './actions/suspend.ts'
import { type Around, acts, fieldOf } from './acts.ts'
import { historyOf } from './history.ts'
import { liftInput, withdrawalInput } from './inputs.ts'
import { phaseOn } from './membership.ts'
import { type ActName, actNames, historyPath, membershipsPath } from './paths.ts'
import { mayAct, mayResign, maySuspend } from './permissions.ts'
import { readHistory } from './read-history.ts'
import { findSubject, listForumLines, listNeighbours } from './store.ts'
import { sealOf, type Told } from './told.ts'
import { ActPage } from './views/act-page.tsx'
import { ConfirmPage } from './views/confirm-page.tsx'
import { HistoryPage } from './views/history-page.tsx'
import { namesOf } from './words.ts'

interface Desk extends Around {
  /** Those that this viewer may resign or suspend. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

async function readDesk(c: AnyVisit, db: Db, viewer: SignedIn, act: ActName): Promise<Desk> {
  const { t, now } = c.var
  const subject = await findSubject(db, c.req.param('slug') ?? '', t.lang)
  if (subject === undefined) throw notFound()
  if (!mayAct(viewer, act, subject.memberships)) throw forbidden()
  const today = dayOf(now)
  const nameOf = namesOf(t, await listForumLines(db, t.lang))
  const may = act === 'resignation' ? mayResign : maySuspend
  const open = subject.memberships.filter(
    (one) => may(viewer, one) && ['current', 'coming'].includes(phaseOn(one, today)),
  )
  const neighbours =
    act === 'merger' ? await listNeighbours(db, subject.country, viewer.person.forumId, today, t.lang) : []
  return {
    ...{ t, subject, nameOf },
    neighbours: neighbours.sort((one, other) => compareIn(t.lang)(one.name, other.name)),
    choices: open.map((one) => ({ value: String(one.id), label: nameOf(one.forumId) })),
  }
}

const titleOf = ({ t, subject }: Desk, act: ActName): string => `${t(`memberships.act-${act}`)}: ${subject.name}`
const crumbsOf = ({ t, subject }: Around) => [
  { label: t('memberships.title'), href: membershipsPath },
  { label: subject.name, href: historyPath(subject.slug) },
]

function drawForm(c: AnyVisit, desk: Desk, act: ActName, typed: Typed, issues: readonly Issue[]) {
  const { draw, viewer, now } = c.var
  const title = titleOf(desk, act)
  const status = issues.length > 0 ? 422 : 200
  const office = viewer.person?.role === 'office'
  const props = { ...desk, act, title, typed, issues, office, today: dayOf(now) }
  return draw({ title, breadcrumb: crumbsOf(desk), status }, <ActPage {...props} />)
}

const showForm =
  (act: ActName) =>
  async (c: PageVisit): Promise<Response> => {
    const desk = await readDesk(c, c.var.db, signedIn(c), act)
    return drawForm(c, desk, act, { membership: desk.choices[0]?.value ?? '' }, [])
  }

function drawQuestion(c: ActVisit, desk: Desk, act: ActName, said: { typed: Typed; told: Told; moved: boolean }) {
  const title = titleOf(desk, act)
  const page = { title, breadcrumb: crumbsOf(desk), status: said.moved ? 422 : 200 } as const
  return c.var.draw(page, <ConfirmPage {...desk} {...said} act={act} title={title} once={onceMark()} />)
}

const carryOut =
  (name: ActName) =>
  async (c: ActVisit): Promise<Response> => {
    const viewer = signedIn(c)
    const desk = await c.var.asPerson((db) => readDesk(c, db, viewer, name))
    const { typed, issues, prepared } = await acts[name](c, desk)
    if (prepared === undefined) return drawForm(c, desk, name, typed, issues)
    const { slug } = desk.subject
    const agreed = (told: Told) => typed['confirmed'] === sealOf(told)
    // A yes that is sent twice is one.
    const outcome = await doOnce(viewer.person.id, { mark: typed['once'], sent: [slug, name, typed] }, () =>
      perform(c.var.asPerson, viewer, slug, { ...prepared, agreed, now: c.var.now }),
    )
    if (!outcome.done) {
      const issue = { field: fieldOf(outcome.refusal), message: `memberships.refusal-${outcome.refusal}` }
      return drawForm(c, desk, name, typed, [issue])
    }
    if (outcome.value.performed) return c.var.seeOther(historyPath(slug), `memberships.done-${name}`)
    // A yes to something else: what it was is no longer what would happen.
    return drawQuestion(c, desk, name, { typed, told: outcome.value, moved: typed['confirmed'] !== undefined })
  }

/** Asked on the page of the member itself. */
const atOnce = () => true

/** The page of the member again, with what was wrong at its field. */
async function drawHistory(c: ActVisit, slug: string, typed: Typed, issues: readonly Issue[]): Promise<Response> {
  const { t, viewer, now } = c.var
  return c.var.asPerson(async (db) => {
    const nameOf = namesOf(t, await listForumLines(db, t.lang))
    const known = await readHistory(db, viewer, slug, { lang: t.lang, now })
    if (known === undefined) throw notFound()
    const props = { ...known, nameOf, today: dayOf(now), entries: historyOf(known, t, nameOf), typed, issues }
    return c.var.draw({ title: known.subject.name, status: 422 }, <HistoryPage t={t} {...props} />)
  })
}

async function withdraw(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const desk = await c.var.asPerson((db) => readDesk(c, db, viewer, 'resignation'))
  const { slug } = desk.subject
  const input = await readForm(c, withdrawalInput)
  if (!input.valid) return drawHistory(c, slug, input.typed, input.issues)
  const act = { carry: takeNoticeBack(input.value.membership), agreed: atOnce, now: c.var.now }
  const outcome = await perform(c.var.asPerson, viewer, slug, act)
  return c.var.seeOther(
    historyPath(slug),
    outcome.done ? 'memberships.done-withdrawal' : `memberships.refusal-${outcome.refusal}`,
  )
}

async function endSuspension(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const desk = await c.var.asPerson((db) => readDesk(c, db, viewer, 'suspension'))
  const { slug } = desk.subject
  const input = await readForm(c, liftInput)
  if (!input.valid) return drawHistory(c, slug, input.typed, input.issues)
  const outcome = await perform(c.var.asPerson, viewer, slug, {
    carry: lift(input.value),
    agreed: atOnce,
    now: c.var.now,
  })
  if (outcome.done) return c.var.seeOther(historyPath(slug), 'memberships.done-lift')
  return drawHistory(c, slug, input.typed, [{ field: 'from', message: `memberships.refusal-${outcome.refusal}` }])
}

const pathOf = (act: ActName): string => `/memberships/:slug/${act}`

export const actRoutes: readonly Route[] = [
  ...actNames.flatMap((act) => [get(pathOf(act), showForm(act)), post(pathOf(act), carryOut(act))]),
  post('/memberships/:slug/resignation/withdrawal', withdraw),
  post('/memberships/:slug/suspension/end', endSuspension),
]
