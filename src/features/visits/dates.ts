// What study visits give to calendars: the days that were agreed, in the one that somebody follows and as a file to take along.
import { dayOf, type Translate } from '#kernel/locale.ts'
import type { CalendarDate, DateSource } from '#platform/calendar/calendar-date.ts'
import { agreementPath } from './paths.ts'
import { type DatedVisit, listDatedVisits } from './store-dates.ts'
import type { Agreement } from './study-visit.ts'

/** `between`: its title where it has no other. */
function dateOf(t: Translate, visit: DatedVisit, between = ''): CalendarDate {
  const { wishId, title, audienceKind, place, people, firstDay, lastDay, state, steps, changedAt } = visit
  return {
    key: `visit-${wishId}`,
    title: title === null ? between : t('visits.date-title', { title }),
    // Who comes to whom is the two cities' affair, also where everybody reads the offer.
    audience: audienceKind === 'persons' ? 'persons' : 'organisation',
    when: { firstDay, lastDay },
    busy: true,
    cancelled: state === 'ended',
    tentative: state === 'open',
    ...{ place, text: t('visits.count', { people }), path: agreementPath(wishId) },
    ...{ version: steps, changedAt },
  }
}

/** Of one agreement, whose page is before whoever takes it. */
export function dateOfAgreement(t: Translate, agreement: Agreement): CalendarDate {
  const { id, cities, visitTitle, steps, ...rest } = agreement
  const [one, other] = cities
  const changedAt = steps.at(-1)?.at ?? new Date(rest.firstDay)
  const dated = { ...rest, wishId: id, title: visitTitle, audienceKind: null, steps: steps.length, changedAt }
  return dateOf(t, dated, t('visits.agreed-between', { one, other }))
}

export const visitDates: DateSource = {
  name: 'visits.dates',
  list: async (db, _viewer, { t, since }) => (await listDatedVisits(db, dayOf(since))).map((visit) => dateOf(t, visit)),
}
