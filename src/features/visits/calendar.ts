// An agreed visit as an entry for a calendar (RFC 5545): whole days, which are the same days in every zone.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Translate } from '#kernel/locale.ts'
import { agreementPath } from './paths.ts'
import type { Agreement } from './study-visit.ts'

const statuses = {
  agreed: ICalEventStatus.CONFIRMED,
  open: ICalEventStatus.TENTATIVE,
  ended: ICalEventStatus.CANCELLED,
} as const

/** The same entry each time, so that whoever takes it once more gets what has changed. `baseUrl`: of this installation. */
export function calendarOf(t: Translate, agreement: Agreement, baseUrl: string): string {
  const { id, cities, firstDay, lastDay, place, people, state, steps } = agreement
  const [one, other] = cities
  const address = `${baseUrl}${agreementPath(id)}`
  const calendar = ical({ prodId: '//Vicinia//Study visits//EN', method: ICalCalendarMethod.PUBLISH })
  calendar.createEvent({
    id: `visit-${id}@${new URL(baseUrl).hostname}`,
    sequence: steps.length,
    stamp: steps.at(-1)?.at ?? new Date(firstDay),
    start: new Date(firstDay),
    // The first day that is free again.
    end: new Date(Date.parse(lastDay) + 86_400_000),
    allDay: true,
    timezone: 'UTC',
    summary: t('visits.agreed-between', { one, other }),
    location: place || null,
    description: `${t('visits.count', { people })}\n${address}`,
    url: address,
    status: statuses[state],
  })
  return calendar.toString()
}
