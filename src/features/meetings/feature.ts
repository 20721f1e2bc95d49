// The manifest of meetings, minutes and tasks.
import type { Feature } from '#platform/feature.ts'
import { meetingDates } from './dates.ts'
import { loadMeetings } from './demonstration.ts'
import { meetingsDigest } from './digest.ts'
import { meetingsHome } from './home.tsx'
import { createMeetings } from './migrations/001-create.ts'
import { meetingsChanged } from './migrations/002-changed.ts'
import { meetingParts } from './room-parts.tsx'
import { listeners, meetingThings } from './room-things.ts'
import { routes } from './routes.tsx'
import { calendarRoutes } from './routes-calendar.ts'
import { minutesRoutes } from './routes-minutes.tsx'

export const meetings: Feature = {
  name: 'meetings',
  uses: ['discussion', 'notices', 'rooms'],
  routes: [...routes, ...calendarRoutes, ...minutesRoutes],
  permissions: {
    'read meetings, minutes, decisions and tasks': 'whoever is in the room',
    'set and change a meeting, write minutes, note a decision, take on or finish a task':
      'whoever is in the room, unless it is archived',
    'remove a decision': 'nobody',
  },
  facts: {
    'meeting.set': 'meetings.fact-meeting-set',
    'meeting.changed': 'meetings.fact-meeting-changed',
    'minutes.written': 'meetings.fact-minutes-written',
    'minutes.changed': 'meetings.fact-minutes-changed',
    'decision.noted': 'meetings.fact-decision-noted',
    'task.added': 'meetings.fact-task-added',
    'task.finished': 'meetings.fact-task-finished',
    'task.reopened': 'meetings.fact-task-reopened',
  },
  home: meetingsHome,
  digest: meetingsDigest,
  dates: [meetingDates],
  rooms: meetingParts,
  roomThings: [meetingThings],
  hears: listeners,
  personal: {
    'meeting.created_by': { erasure: 'keep', part: 'rooms' },
    'minutes.created_by': { erasure: 'keep', part: 'rooms' },
    'decision.created_by': { erasure: 'keep', part: 'rooms' },
    'task.created_by': { erasure: 'keep', part: 'rooms' },
    // Whoever has time takes it on.
    'task.person_id': { erasure: 'empty', part: 'rooms' },
  },
  migrations: [createMeetings, meetingsChanged],
  demonstration: loadMeetings,
}
