// What study visits give to calendars: the days that were agreed.
import { dayOf, type Translate } from '#kernel/locale.ts'
import type { CalendarDate, DateSource } from '#platform/calendar/calendar-date.ts'
import { visitPath } from './paths.ts'
import { type DatedVisit, listDatedVisits } from './store-dates.ts'

const dateOf =
  (t: Translate) =>
  (visit: DatedVisit): CalendarDate => ({
    key: `visit-${visit.wishId}`,
    title: t('visits.date-title', { title: visit.title }),
    // Who comes to whom is the two cities' affair, also where everybody reads the offer.
    audience: visit.audienceKind === 'persons' ? 'persons' : 'organisation',
    when: { firstDay: visit.firstDay, lastDay: visit.lastDay },
    busy: true,
    cancelled: visit.ended,
    place: visit.place,
    path: visitPath(visit.contributionId, ''),
    version: visit.steps,
    changedAt: visit.changedAt,
  })

export const visitDates: DateSource = {
  name: 'visits.dates',
  list: async (db, _viewer, { t, since }) => (await listDatedVisits(db, dayOf(since))).map(dateOf(t)),
}
