// What meetings hand to the page of a room: the next ones aside, what is to do and the last minutes in the middle.
import { onceMark } from '#platform/http/once.ts'
import type { RoomPart } from '#platform/page-parts.ts'
import { listMembers } from '../rooms/public.tsx'
import { sorted } from './meeting.ts'
import { listMeetings, listOpenTasks } from './store.ts'
import { listMinutes } from './store-minutes.ts'
import { NextMeetings } from './views/next-meetings.tsx'
import { TasksOfRoom } from './views/tasks-of-room.tsx'

const mostShown = 3

const next: RoomPart = {
  name: 'meetings.next',
  place: 'aside',
  position: 10,
  draw: async ({ var: { t, db, now } }, { id, writable }) => {
    const [meetings, minutes] = await Promise.all([listMeetings(db, id), listMinutes(db, id, mostShown)])
    const { coming } = sorted(meetings, now)
    return <NextMeetings {...{ t, roomId: id, writable, minutes }} coming={coming.slice(0, mostShown)} />
  },
}

const tasks: RoomPart = {
  name: 'meetings.tasks',
  place: 'main',
  position: 30,
  draw: async ({ var: { t, db } }, { id, writable }) => {
    const [open, members] = await Promise.all([listOpenTasks(db, id), listMembers(db, id, t.lang)])
    return <TasksOfRoom {...{ t, roomId: id, writable, members }} tasks={open} once={onceMark()} />
  },
}

export const meetingParts: readonly RoomPart[] = [next, tasks]
