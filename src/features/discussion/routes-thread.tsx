// Handlers of a thread as a whole: what somebody is writing, whom they may call, what came of it, and reading along.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { notFound, tooMany } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import {
  type ActVisit,
  type AnyVisit,
  type ApartVisit,
  get,
  getApart,
  type PageVisit,
  post,
  type Route,
  signedIn,
} from '#platform/http/visit.ts'
import { findAnyContribution } from '#trunk/contributions.ts'
import { listChangedSince } from '#trunk/readers.ts'
import { PageTitle } from '#ui/page/page.tsx'
import { keepTypedReply } from './actions/keep-reply.ts'
import { getSteered, summarise } from './actions/summarise.ts'
import { pathOf } from './guards.ts'
import { keptInput, peopleQuery, summaryInput } from './inputs.ts'
import { summaryPath, unsentPath } from './paths.ts'
import { listProposed } from './store-answers.ts'
import { forgetKeptReply, listUnsent } from './store-kept.ts'
import { findSummary, listSummaries } from './store-summary.ts'
import { withPlaces } from './unsent-places.ts'
import { ChangeForm } from './views/change-form.tsx'
import { People } from './views/people.tsx'
import { UnsentPage } from './views/unsent.tsx'
import { Wordings } from './views/wordings.tsx'

const idOf = (c: AnyVisit): number | undefined => idFrom(c.req.param('id'))

async function keep(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const { typed } = await readForm(c, keptInput)
  await keepTypedReply(c.var.asPerson, viewer, idOf(c), typed, c.var.now)
  return c.body(null, 204)
}

async function showUnsent(c: PageVisit): Promise<Response> {
  signedIn(c)
  const { t, db, draw } = c.var
  const lines = withPlaces(c, await listUnsent(db))
  return draw({ title: t('discussion.unsent') }, <UnsentPage t={t} lines={lines} />)
}

async function discard(c: ActVisit): Promise<Response> {
  signedIn(c)
  const input = await readForm(c, keptInput)
  const of = input.valid ? input.value.of : undefined
  if (of === undefined) return c.var.seeOther(unsentPath)
  const thing = await c.var.asPerson(async (db) => {
    await forgetKeptReply(db, of)
    return findAnyContribution(db, of, c.var.t.lang)
  })
  return c.var.seeOther(thing === undefined ? unsentPath : `${pathOf(c, thing)}#replies`, 'discussion.done-discarded')
}

/** As fast as somebody types, and not as fast as somebody collects names. */
const proposals: Limit = { name: 'people to call', tries: 120, seconds: 60 }

async function showPeople(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const id = idOf(c)
  const { person } = signedIn(c)
  countTry(proposals, String(person.id), c.var.now)
  const thing = id === undefined ? undefined : await findAnyContribution(db, id, t.lang)
  if (thing === undefined) throw notFound()
  const query = readQuery(c, peopleQuery)
  const beginning = query.valid ? query.value.q : ''
  const people = beginning.length < 2 ? [] : await listProposed(db, thing.id, beginning, t.lang)
  return draw({ title: t('discussion.call') }, <People people={people} />)
}

async function getThing(c: PageVisit) {
  const id = idOf(c)
  const thing = id === undefined ? undefined : await findAnyContribution(c.var.db, id, c.var.t.lang)
  if (thing === undefined) throw notFound()
  return thing
}

async function showSummaries(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const thing = await getThing(c)
  const title = t('discussion.summary')
  const path = pathOf(c, thing)
  return draw(
    { title, breadcrumb: [{ label: thing.title, href: path }] },
    <>
      <PageTitle t={t} title={title} kind={thing.title} />
      <Wordings t={t} wordings={await listSummaries(db, thing.id)} back={`${path}#replies`} />
    </>,
  )
}

async function drawSummaryForm(c: AnyVisit, db: Db, typed?: Typed, issues: readonly Issue[] = []): Promise<Response> {
  const { t, draw } = c.var
  const thing = await getSteered(db, signedIn(c), idOf(c))
  const before = await findSummary(db, thing.id)
  const title = t('discussion.summarise')
  const path = pathOf(c, thing)
  const form = { t, action: summaryPath(thing.id), label: t('discussion.summary'), contributionId: thing.id }
  return draw(
    { title, status: issues.length > 0 ? 422 : 200, breadcrumb: [{ label: thing.title, href: path }] },
    <>
      <PageTitle t={t} title={title} lead={t('discussion.summary-lead')} />
      <ChangeForm
        {...form}
        hidden={{ number: before?.number ?? 0 }}
        typed={typed ?? { text: before?.text ?? '', lang: before?.lang ?? t.lang }}
        issues={issues}
        back={`${path}#replies`}
      />
    </>,
  )
}

async function writeSummary(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const { asPerson } = c.var
  await asPerson((db) => getSteered(db, viewer, idOf(c)))
  const input = await readForm(c, summaryInput)
  const again = (issues: readonly Issue[]) => asPerson((db) => drawSummaryForm(c, db, input.typed, issues))
  if (!input.valid) return again(input.issues)
  const outcome = await summarise(asPerson, viewer, idOf(c), input.value)
  if (!outcome.done) return again([{ field: 'text', message: `discussion.refusal-${outcome.refusal}` }])
  return c.var.seeOther(`${pathOf(c, outcome.value)}#replies`, 'discussion.done-summarised')
}

/** Clocks of several machines differ a little, and a change is seen when it is committed. Milliseconds. */
const overlap = 10_000

/** A page stays open for days; what says more is no moment that a page of ours had, and perhaps none that PostgreSQL knows. */
const farthest = 366 * 24 * 3_600_000

/** The last message that a browser has, else the moment at which its page was drawn. */
const sinceOf = (c: ApartVisit): Date => {
  const now = c.var.now.getTime()
  const since = new Date(c.req.header('last-event-id') ?? c.req.query('since') ?? '').getTime()
  return new Date((Math.abs(since - now) <= farthest ? since : now) - overlap)
}

/** Holds no connection to the database: it is asked here, and again for each change. */
function readAlong(c: ApartVisit): Promise<Response> {
  const { person } = signedIn(c)
  const { database, key, streams } = c.var
  const id = idOf(c)
  if (!('session' in key) || id === undefined) throw notFound()
  if (streams.isFull()) throw tooMany(60)
  return streams.open({ topic: id, personId: person.id, session: key.session }, () =>
    database.read(key, async (db) => {
      const thing = await findAnyContribution(db, id, c.var.t.lang)
      if (thing === undefined) throw notFound()
      return listChangedSince(db, thing.id, sinceOf(c))
    }),
  )
}

export const threadRoutes: readonly Route[] = [
  post('/contributions/:id/replies/kept', keep),
  get(unsentPath, showUnsent),
  post(`${unsentPath}/removal`, discard),
  get('/contributions/:id/people', showPeople),
  get('/contributions/:id/summary', showSummaries),
  get('/contributions/:id/summary/edit', (c) => drawSummaryForm(c, c.var.db)),
  post('/contributions/:id/summary', writeSummary),
  getApart('/contributions/:id/live', readAlong),
]
