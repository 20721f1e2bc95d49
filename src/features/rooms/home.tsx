// What rooms hand to the home page: invitations and requests that wait, and what is new in one's rooms.
import type { HomePart } from '#platform/feature.ts'
import { signedIn } from '#platform/http/visit.ts'
import { findLastVisit } from '#trunk/visits.ts'
import { listInvitedTo } from './store.ts'
import { countRequests } from './store-people.ts'
import { listNews } from './store-threads.ts'
import { RoomNews } from './views/room-news.tsx'
import { RoomsWaiting } from './views/rooms-waiting.tsx'

const days = 30
const mostShown = 6

const waiting: HomePart = {
  name: 'rooms.waiting',
  for: 'signed-in',
  place: 'top',
  position: 30,
  draw: async ({ var: { t, db } }) => {
    const [invited, requests] = await Promise.all([listInvitedTo(db), countRequests(db)])
    if (invited.length === 0 && requests.length === 0) return undefined
    return <RoomsWaiting t={t} invited={invited} requests={requests} />
  },
}

const news: HomePart = {
  name: 'rooms.news',
  for: 'signed-in',
  place: 'main',
  position: 12,
  draw: async (c) => {
    const { t, db, now, viewer, kinds } = c.var
    const since = new Date(now.getTime() - days * 86_400_000)
    const [lines, lastVisit] = await Promise.all([
      listNews(db, signedIn(c).person.id, since, mostShown, t.lang),
      findLastVisit(db, viewer, now),
    ])
    if (lines.length === 0) return undefined
    const shown = lines.map((line) => ({
      ...line,
      href: kinds.get(line.kind)?.path(line.id, line.title) ?? '/',
      fresh: lastVisit !== undefined && line.at > lastVisit,
    }))
    return <RoomNews t={t} lines={shown} />
  },
}

export const roomsHome: readonly HomePart[] = [waiting, news]
