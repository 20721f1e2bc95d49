// Meetings, as notices name them to whoever is in their room; and that they hear of a new one, and of one that is moved or called off.
import type { Listener } from '#platform/feature.ts'
import type { RoomThings } from '#platform/page-parts.ts'
import { type Happening, raiseInRoom } from '../notices/public.ts'
import { formatWhen } from './meeting.ts'
import { meetingsPath } from './paths.ts'
import { listMeetingsById } from './store.ts'

export const meetingThings: RoomThings = {
  sort: 'meeting',
  list: async (db, ids) =>
    (await listMeetingsById(db, ids)).map((meeting) => ({
      ...{ id: meeting.id, title: meeting.title, roomName: meeting.roomName, chatham: meeting.chatham },
      ...{ at: meeting.startsAt, calledOff: meeting.cancelledAt !== null },
      when: (lang) => formatWhen(lang, meeting),
      path: meetingsPath(meeting.roomId),
    })),
}

export const listeners: readonly Listener[] = [
  {
    name: 'meetings.tell-room',
    facts: ['meeting.set', 'meeting.changed'],
    hear: async ({ id: factId, audienceId: roomId, data }, { system }) => {
      // Facts of former versions do not say which; of a new title or other notes nobody is told.
      const { meeting, what } = data
      if (roomId === null || meeting === undefined || what === undefined) return
      await raiseInRoom(system, { roomId, item: `meeting ${Number(meeting)}`, factId, what: what as Happening })
    },
  },
]
