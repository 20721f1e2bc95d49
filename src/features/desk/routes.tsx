// The handler of the desk.
import { forbidden } from '#kernel/stop.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { deskPath } from './paths.ts'
import { hasDesk, isPlaceOf } from './permissions.ts'
import { findForumName } from './store.ts'
import { DeskPage, type ShownPlace } from './views/desk-page.tsx'

/** For the network, or for the forum by its name: one office never stands in for the other. */
async function leadOf({ var: { t, db, viewer } }: PageVisit): Promise<string> {
  const { person } = viewer
  if (person?.role !== 'office') return t('desk.membership-lead')
  const forum = person.forumId === null ? undefined : await findForumName(db, person.forumId, t.lang)
  return forum === undefined ? t('desk.office-lead') : t('desk.forum-lead', { forum })
}

async function showDesk(c: PageVisit): Promise<Response> {
  const { t, viewer, draw, features } = c.var
  if (!hasDesk(viewer)) throw forbidden()
  const places = features
    .flatMap((feature) => feature.desk ?? [])
    .filter((place) => isPlaceOf(viewer, place))
    .sort((one, other) => one.position - other.position)
  const shown = await Promise.all(
    places.map(
      async ({ label, about, href, waiting }): Promise<ShownPlace> => ({
        label: t(label),
        about: t(about),
        href,
        waiting: (await waiting?.(c)) ?? 0,
      }),
    ),
  )
  const office = viewer.person?.role === 'office'
  const words = { title: t(office ? 'desk.office' : 'desk.membership'), lead: await leadOf(c) }
  return draw({ title: words.title }, <DeskPage t={t} {...words} places={shown} />)
}

export const routes: readonly Route[] = [get(deskPath, showDesk)]
