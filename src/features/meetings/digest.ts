// What meetings hand to the digest: those of one's rooms in the next days, and what one has taken on until then.
import { dayOf, formatDate, type Translate } from '#kernel/locale.ts'
import { type DigestPart, endsSoon, soonUntil, type ToldOther } from '#platform/digest-parts.ts'
import { signedIn } from '#platform/http/visit.ts'
import { type Happening, type ItemNews, listUnmailedItems } from '../notices/public.ts'
import { roomPath } from '../rooms/public.tsx'
import { formatWhen } from './meeting.ts'
import { meetingPath } from './paths.ts'
import { listMeetingsById, listMeetingsWithin, listTasksFor, type RoomMeeting } from './store.ts'

const most = 30

const shown = (lang: string, meeting: RoomMeeting): Omit<ToldOther, 'section' | 'key'> => ({
  ...{ title: meeting.title, namedNowhere: meeting.chatham, audienceKind: 'room', of: meeting.roomName },
  ...{ note: formatWhen(lang, meeting), href: meetingPath(meeting.roomId, meeting.id) },
})

/** One that is called off is told as such only; a new one that begins soon stands among what comes up, its change is told besides. */
const isTold = ({ startsAt, cancelledAt }: RoomMeeting, what: Happening, now: Date): boolean =>
  startsAt > now &&
  (cancelledAt !== null) === (what === 'meeting-off') &&
  (what !== 'meeting' || !endsSoon(startsAt, now))

const changes = { 'meeting-moved': 'digest-moved', 'meeting-off': 'digest-off', 'meeting-on': 'digest-on' } as const
const isChange = (what: Happening): what is keyof typeof changes => what in changes

function toldAs(t: Translate, meeting: RoomMeeting, { what, notice }: ItemNews): ToldOther {
  const about = shown(t.lang, meeting)
  if (!isChange(what)) return { section: 'news', key: `new meeting ${meeting.id}`, ...about }
  const note = t(`meetings.${changes[what]}`, { when: formatWhen(t.lang, meeting) })
  return { section: 'news', key: `${what} ${meeting.id} ${notice}`, ...about, note }
}

export const meetingsDigest: readonly DigestPart[] = [
  {
    name: 'meetings.coming',
    area: 'rooms',
    position: 20,
    list: async ({ var: { db, t, now } }) =>
      (await listMeetingsWithin(db, now, soonUntil(now), most)).map((meeting) => ({
        section: 'ends',
        key: `meeting ${meeting.id} ${meeting.startsAt.getTime()}`,
        ...shown(t.lang, meeting),
      })),
  },
  {
    name: 'meetings.new',
    area: 'rooms',
    position: 60,
    list: async ({ var: { db, t, now } }) => {
      const news = await listUnmailedItems(db, 'meeting', now)
      const meetings = await listMeetingsById(db, [...news.keys()])
      return meetings.flatMap((one) => {
        const about = news.get(one.id)
        return about !== undefined && isTold(one, about.what, now) ? [toldAs(t, one, about)] : []
      })
    },
  },
  {
    name: 'meetings.tasks',
    area: 'rooms',
    position: 30,
    list: async (c) => {
      const { db, t, now } = c.var
      const until = dayOf(soonUntil(now))
      const tasks = await listTasksFor(db, signedIn(c).person.id, most)
      return tasks.flatMap(({ id, text, dueOn, roomId, roomName, chatham }) => {
        if (dueOn === null || dueOn > until) return []
        const note = t('meetings.digest-due', { day: formatDate(t.lang, new Date(dueOn)) })
        const href = `${roomPath(roomId, roomName)}#tasks`
        const about = { key: `task ${id}`, title: text, note, href, namedNowhere: chatham }
        return [{ section: 'ends', audienceKind: 'room', of: roomName, ...about }]
      })
    },
  },
]
