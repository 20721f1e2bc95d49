// Handlers of reading: the list and one poll.
import { idFrom } from '#kernel/address.ts'
import { atPage, pageCount } from '#kernel/page.ts'
import { notFound } from '#kernel/stop.ts'
import { coordinates, type SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { largestFile } from '#platform/files/uploads.ts'
import { readQuery } from '#platform/http/input.ts'
import { type AnyVisit, get, type PageVisit, type Route, signedIn } from '#platform/http/visit.ts'
import { drawShared, readShared } from '../discussion/public.tsx'
import { findRoom } from '../rooms/public.tsx'
import { pollListQuery } from './inputs.ts'
import { pollPath, pollsPath } from './paths.ts'
import { getPoll } from './store.ts'
import { findOwnAnswer, listEarlierAnswers, listFilesOf } from './store-answers.ts'
import { listAsked } from './store-asked.ts'
import { findNamed, listColleagues } from './store-colleagues.ts'
import { listPolls } from './store-lists.ts'
import { AskedPage } from './views/asked-page.tsx'
import { PollList } from './views/poll-list.tsx'
import { PollPage } from './views/poll-page.tsx'

export const crumb = (c: AnyVisit) => ({ label: c.var.t('polls.title'), href: pollsPath })

async function showList(c: PageVisit): Promise<Response> {
  const { t, db, draw, now } = c.var
  const viewer = signedIn(c)
  const input = readQuery(c, pollListQuery)
  const query = input.valid ? input.value : pollListQuery.parse({})
  const { organisationId } = viewer.person
  const page = await listPolls(db, { state: query.state, page: query.page }, { organisationId, lang: t.lang, now })
  if (page.number > pageCount(page)) return c.redirect(atPage(c.req.url, pageCount(page)), 303)
  return draw({ title: t('polls.title') }, <PollList {...{ t, viewer, now, query, page }} />)
}

/** What the viewer's own city has to do with it. */
async function readOurs(db: Db, id: number, viewer: SignedIn) {
  const { organisationId } = viewer.person
  const [own, named, colleagues] = await Promise.all([
    findOwnAnswer(db, id, organisationId),
    findNamed(db, id, organisationId),
    coordinates(viewer, organisationId) ? listColleagues(db, id, organisationId) : [],
  ])
  const earlier = await listEarlierAnswers(db, id, organisationId)
  const files = await listFilesOf(
    db,
    [own, ...earlier].flatMap((answer) => answer?.id ?? []),
  )
  return { own, earlier, named, colleagues, files }
}

async function showPoll(c: PageVisit): Promise<Response> {
  const { t, db, draw, now } = c.var
  const viewer = signedIn(c)
  const id = idFrom(c.req.param('address'))
  if (id === undefined) throw notFound()
  const reader = { organisationId: viewer.person.organisationId, lang: t.lang }
  const [poll, ours, things] = await Promise.all([
    getPoll(db, id, reader),
    readOurs(db, id, viewer),
    readShared(c, 'poll', id),
  ])
  const path = pollPath(poll.id, poll.title)
  if (c.req.path !== path && c.req.path !== encodeURI(path)) return c.redirect(path, 301)
  const room = await findRoom(db, poll.audienceId, t.lang)
  const inside = { named: ours.named, colleagues: poll.asksUs ? ours.colleagues : [] }
  const props = {
    t,
    viewer,
    now,
    poll,
    room,
    own: ours.own,
    earlier: ours.earlier,
    files: ours.files,
    largest: largestFile,
    inside,
  }
  const page = { title: poll.title, breadcrumb: [crumb(c)] }
  return draw(page, <PollPage {...props} shared={drawShared(c, poll, things)} />)
}

async function showAsked(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const { organisationId } = signedIn(c).person
  const poll = await getPoll(db, idFrom(c.req.param('address')), { organisationId, lang: t.lang })
  const [cities, room] = await Promise.all([listAsked(db, poll.id, t.lang), findRoom(db, poll.audienceId, t.lang)])
  const breadcrumb = [crumb(c), { label: poll.title, href: pollPath(poll.id, poll.title) }]
  return draw({ title: t('polls.who-is-asked'), breadcrumb }, <AskedPage {...{ t, poll, room, cities }} />)
}

export const routes: readonly Route[] = [
  get(pollsPath, showList),
  get('/polls/:address', showPoll),
  get('/polls/:address/asked', showAsked),
]
