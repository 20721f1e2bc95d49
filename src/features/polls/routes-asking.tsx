// Handlers of asking: a line, a look at what was asked before, the whole form, and sending.
import { dayOf } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { judgeTyped, readForm, readQuery } from '#platform/http/input.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { listAudiences } from '#trunk/audiences.ts'
import { type AskRefusal, askPoll } from './actions/ask-poll.ts'
import { findEarlier } from './find-earlier.ts'
import { newPollQuery, pollInput, titleInput } from './inputs.ts'
import { emptyItem, itemsFrom, withAnother } from './items.ts'
import { newPollPath, pollPath, pollsPath } from './paths.ts'
import { mayAskCities } from './permissions.ts'
import { crumb } from './routes.tsx'
import { chooseAsked, listCountries } from './store-asked.ts'
import { AskPage } from './views/ask-page.tsx'

const guard = (c: AnyVisit) => {
  const viewer = signedIn(c)
  if (!mayAskCities(viewer)) throw forbidden()
  return viewer
}

const circles = ['network', 'forum', 'room']
const threeWeeks = 21 * 86_400_000

/** What the form begins with. */
const begun = (c: AnyVisit, audience: number | undefined): Typed => ({
  lang: c.var.t.lang,
  remind: 'three-days',
  endsOn: dayOf(new Date(c.var.now.getTime() + threeWeeks)),
  shown: '1',
  ...(audience === undefined ? {} : { audience: String(audience) }),
  ...emptyItem(1),
})

interface Shown {
  readonly typed: Typed
  readonly issues?: readonly Issue[]
  /** The title alone was asked for so far. */
  readonly first?: boolean
}

/** How many cities the form means; undefined while its circle cannot be read. */
async function countMeant(db: Db, typed: Typed, audiences: Awaited<ReturnType<typeof listAudiences>>) {
  const audience = audiences.find(({ id }) => String(id) === typed['audience'])
  const circle = pollInput.pick({ countries: true, sizes: true }).safeParse(typed)
  if (audience === undefined || !circle.success) return undefined
  return (await chooseAsked(db, audience, circle.data)).length
}

/** `db` is the page's or a fresh transaction of a POST. */
async function drawAsk(c: AnyVisit, db: Db, { typed, issues = [], first = false }: Shown): Promise<Response> {
  const { t, draw } = c.var
  const title = judgeTyped(titleInput, typed)
  const [audiences, countries] = await Promise.all([listAudiences(db, t.lang), listCountries(db)])
  const reached = audiences.filter(({ kind }) => circles.includes(kind))
  const [widest] = reached
  const filled = typed['shown'] === undefined ? { ...begun(c, widest?.id), ...typed } : typed
  const [earlier, meant] = first
    ? [undefined, undefined]
    : await Promise.all([title.valid ? findEarlier(c, db, title.value.title) : [], countMeant(db, filled, reached)])
  const props = { t, typed: filled, issues, audiences: reached, countries, earlier, meant, once: onceMark() }
  const page = { title: t('polls.write'), breadcrumb: [crumb(c)], status: issues.length > 0 ? 422 : 200 } as const
  return draw(page, <AskPage {...props} />)
}

function showForm(c: PageVisit): Promise<Response> {
  guard(c)
  const query = readQuery(c, newPollQuery)
  const audience = query.valid ? query.value.audience : undefined
  return drawAsk(c, c.var.db, { typed: audience === undefined ? {} : { audience }, first: true })
}

/** Writes nothing: the same page with what was asked before, one more item, or how many cities are meant now. */
async function look(c: ActVisit): Promise<Response> {
  guard(c)
  const input = await readForm(c, titleInput)
  const first = input.typed['shown'] === undefined && !input.valid
  const typed = input.typed['another'] === undefined ? input.typed : withAnother(input.typed)
  return c.var.asPerson((db) => drawAsk(c, db, { typed, issues: input.valid ? [] : input.issues, first }))
}

const issues: Record<AskRefusal, Issue> = {
  'audience-unknown': { field: 'audience', message: 'polls.issue-audience' },
  'room-archived': { field: 'audience', message: 'polls.refusal-room-archived' },
  'nobody-asked': { field: 'audience', message: 'polls.refusal-nobody-asked' },
  'day-past': { field: 'endsOn', message: 'polls.refusal-day-past' },
  'day-far': { field: 'endsOn', message: 'polls.refusal-day-far' },
}

async function ask(c: ActVisit): Promise<Response> {
  const viewer = guard(c)
  const input = await readForm(c, pollInput)
  const { typed } = input
  const again = (wrong: readonly Issue[]) => c.var.asPerson((db) => drawAsk(c, db, { typed, issues: wrong }))
  const asked = itemsFrom(typed)
  if (!input.valid || asked.issues.length > 0) return again([...(input.valid ? [] : input.issues), ...asked.issues])
  const asking = { ...input.value, items: asked.items }
  const outcome = await doOnce(viewer.person.id, { mark: typed['once'], sent: typed }, () =>
    askPoll(c.var.asPerson, viewer, asking, c.var.now),
  )
  if (!outcome.done) return again([issues[outcome.refusal]])
  return c.var.seeOther(pollPath(outcome.value, asking.title), 'polls.done-asked')
}

export const askingRoutes: readonly Route[] = [
  post(pollsPath, ask),
  get(newPollPath, showForm),
  post(newPollPath, look),
]
