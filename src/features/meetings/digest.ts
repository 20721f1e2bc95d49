// What meetings hand to the digest: those of one's rooms in the next days, and what one has taken on until then.
import { dayOf, formatDate } from '#kernel/locale.ts'
import { type DigestPart, soonUntil } from '#platform/digest-parts.ts'
import { signedIn } from '#platform/http/visit.ts'
import { roomPath } from '../rooms/public.tsx'
import { formatWhen } from './meeting.ts'
import { meetingPath } from './paths.ts'
import { listMeetingsWithin, listTasksFor } from './store.ts'

const most = 30

export const meetingsDigest: readonly DigestPart[] = [
  {
    name: 'meetings.coming',
    area: 'rooms',
    position: 20,
    list: async ({ var: { db, t, now } }) =>
      (await listMeetingsWithin(db, now, soonUntil(now), most)).map((meeting) => ({
        section: 'ends',
        key: `meeting ${meeting.id} ${meeting.startsAt.getTime()}`,
        title: meeting.title,
        namedNowhere: meeting.chatham,
        audienceKind: 'room',
        of: meeting.roomName,
        note: formatWhen(t.lang, meeting),
        href: meetingPath(meeting.roomId, meeting.id),
      })),
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
