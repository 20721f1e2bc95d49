// Handlers of five steps: guard, input, action, store, view.
import { idFrom } from '#kernel/address.ts'
import { networkAudience } from '#kernel/audience.ts'
import { dayOf } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { listAudiences } from '#trunk/audiences.ts'
import { drawShared, readShared } from '../discussion/public.tsx'
import { publishAnnouncement } from './actions/publish-announcement.ts'
import { withdrawAnnouncement } from './actions/withdraw-announcement.ts'
import { announcementInput, announcementListQuery } from './inputs.ts'
import { announcementPath, announcementsPath, newAnnouncementPath } from './paths.ts'
import { mayPublishAnnouncement } from './permissions.ts'
import { getAnnouncement, listAnnouncements } from './store.ts'
import { AnnouncementForm } from './views/announcement-form.tsx'
import { AnnouncementList } from './views/announcement-list.tsx'
import { AnnouncementPage } from './views/announcement-page.tsx'

const crumb = (c: AnyVisit) => ({ label: c.var.t('announcements.title'), href: announcementsPath })

async function showList(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw, now } = c.var
  const input = readQuery(c, announcementListQuery)
  const page = await listAnnouncements(db, input.valid ? input.value.page : 1, dayOf(now), t.lang)
  return draw({ title: t('announcements.title') }, <AnnouncementList t={t} viewer={viewer} page={page} />)
}

async function showAnnouncement(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const id = idFrom(c.req.param('address'))
  const [announcement, shared] = await Promise.all([
    getAnnouncement(db, id, t.lang),
    readShared(c, 'announcement', id ?? 0),
  ])
  const page = { title: announcement.title, breadcrumb: [crumb(c)] }
  return draw(
    page,
    <AnnouncementPage t={t} viewer={viewer} announcement={announcement} {...drawShared(c, announcement, shared)} />,
  )
}

/** The form, empty or as typed; `db` is the page's or a fresh transaction of a POST that was refused. */
async function drawForm(c: AnyVisit, db: Db, typed: Typed, issues: readonly Issue[]): Promise<Response> {
  const { t, draw } = c.var
  const audiences = (await listAudiences(db, t.lang)).filter(({ kind }) =>
    ['public', 'network', 'forum'].includes(kind),
  )
  const page = {
    title: t('announcements.write'),
    breadcrumb: [crumb(c)],
    status: issues.length > 0 ? 422 : 200,
  } as const
  return draw(page, <AnnouncementForm t={t} typed={typed} issues={issues} audiences={audiences} once={onceMark()} />)
}

function showForm(c: PageVisit): Promise<Response> {
  if (!mayPublishAnnouncement(c.var.viewer)) throw forbidden()
  return drawForm(c, c.var.db, { topic: 'offer', lang: c.var.t.lang, audience: String(networkAudience) }, [])
}

const again = (c: ActVisit, typed: Typed, issues: readonly Issue[]): Promise<Response> =>
  c.var.asPerson((db) => drawForm(c, db, typed, issues))

async function publish(c: ActVisit): Promise<Response> {
  if (!mayPublishAnnouncement(c.var.viewer)) throw forbidden()
  const input = await readForm(c, announcementInput)
  if (!input.valid) return again(c, input.typed, input.issues)
  const viewer = signedIn(c)
  const outcome = await doOnce(viewer.person.id, { mark: input.typed['once'], sent: input.typed }, () =>
    publishAnnouncement(c.var.asPerson, viewer, input.value, c.var.now),
  )
  if (outcome.done)
    return c.var.seeOther(announcementPath(outcome.value, input.value.title), 'announcements.done-published')
  return again(c, input.typed, [{ field: 'audience', message: `announcements.refusal-${outcome.refusal}` }])
}

async function withdraw(c: ActVisit): Promise<Response> {
  await withdrawAnnouncement(c.var.asPerson, signedIn(c), idFrom(c.req.param('address')), c.var.now)
  return c.var.seeOther(announcementsPath, 'announcements.done-withdrawn')
}

export const routes: readonly Route[] = [
  get(announcementsPath, showList),
  post(announcementsPath, publish),
  get(newAnnouncementPath, showForm),
  get('/announcements/:address', showAnnouncement),
  post('/announcements/:address/withdrawal', withdraw),
]
