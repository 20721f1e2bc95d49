// One date as a file for somebody's calendar, taken by hand from its page: it says what the page says.
import type { PageVisit } from '../http/visit.ts'
import type { CalendarDate } from './calendar-date.ts'
import { calendarType, writeCalendar } from './write-calendar.ts'

/** `file`: its name, without ending. The date has the same name in the world as in a calendar that somebody follows. */
export function giveDate(c: PageVisit, { path, place = '', text = '', ...date }: CalendarDate, file: string): Response {
  const { t, settings } = c.var
  const { hostname: host } = new URL(settings.baseUrl)
  const entry = { ...date, place, text, url: `${settings.baseUrl}${path}` }
  return c.body(writeCalendar({ name: settings.networkName, lang: t.lang, host, entries: [entry] }), 200, {
    'content-type': calendarType,
    'content-disposition': `attachment; filename="${file}.ics"`,
    'cache-control': 'private, no-store',
  })
}
