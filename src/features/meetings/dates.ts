// What meetings give to calendars: to the one that somebody follows, and as a file to take along.
import type { CalendarDate, DateSource } from '#platform/calendar/calendar-date.ts'
import { meetingsPath } from './paths.ts'
import { type DatedMeeting, listDatedMeetings } from './store-dates.ts'

export const dateOf = (meeting: DatedMeeting): CalendarDate => ({
  key: `meeting-${meeting.id}`,
  title: `${meeting.title} (${meeting.roomName})`,
  audience: 'room',
  unattributed: meeting.chatham,
  when: { starts: meeting.startsAt, ends: meeting.endsAt, zone: meeting.zone },
  busy: true,
  cancelled: meeting.cancelledAt !== null,
  place: meeting.place,
  text: [meeting.link, meeting.notes].filter((part) => part !== '').join('\n\n'),
  path: meetingsPath(meeting.roomId),
  version: meeting.changes,
  changedAt: meeting.changedAt,
})

export const meetingDates: DateSource = {
  name: 'meetings.dates',
  list: async (db, _viewer, { since }) => (await listDatedMeetings(db, since)).map(dateOf),
}
