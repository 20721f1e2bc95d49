// What polls give to calendars: until when a city can answer.
import { lastDay } from '#kernel/days.ts'
import type { Translate } from '#kernel/locale.ts'
import { dayOf } from '#kernel/locale.ts'
import type { CalendarDate, DateSource } from '#platform/calendar/calendar-date.ts'
import { pollPath } from './paths.ts'
import { type DatedPoll, listDatedPolls } from './store-dates.ts'

const dateOf =
  (t: Translate) =>
  (poll: DatedPoll): CalendarDate => {
    const day = dayOf(lastDay(poll.endsAt))
    return {
      key: `poll-${poll.id}`,
      title: t('polls.date-title', { title: poll.title }),
      audience: poll.audienceKind,
      unattributed: poll.chatham,
      when: { firstDay: day, lastDay: day },
      busy: false,
      // Closed early: nobody can answer until then any more.
      cancelled: poll.closedAt !== null && poll.closedAt < poll.endsAt,
      path: pollPath(poll.id, ''),
      version: poll.changes,
      changedAt: poll.changedAt,
    }
  }

export const pollDates: DateSource = {
  name: 'polls.dates',
  list: async (db, { person }, { t, since }) => (await listDatedPolls(db, person.organisationId, since)).map(dateOf(t)),
}
