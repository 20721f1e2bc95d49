// One meeting as a file for calendars. Whoever takes it has its page before them: it says what the page says.
import { idFrom } from '#kernel/address.ts'
import { notFound } from '#kernel/stop.ts'
import { calendarType, writeCalendar } from '#platform/calendar/write-calendar.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { getOwnRoom } from '../rooms/public.tsx'
import { dateOf } from './dates.ts'
import { findDatedMeeting } from './store-dates.ts'

async function takeFile(c: PageVisit): Promise<Response> {
  const { t, db, settings } = c.var
  const room = await getOwnRoom(db, idFrom(c.req.param('address')), t.lang)
  const meeting = await findDatedMeeting(db, room.id, idFrom(c.req.param('meeting')) ?? 0)
  if (meeting === undefined) throw notFound()
  const { path, place = '', text = '', ...date } = dateOf(meeting)
  const entry = { ...date, place, text, url: `${settings.baseUrl}${path}` }
  const { hostname: host } = new URL(settings.baseUrl)
  const body = writeCalendar({ name: settings.networkName, lang: t.lang, host, entries: [entry] })
  return c.body(body, 200, {
    'content-type': calendarType,
    'content-disposition': `attachment; filename="${meeting.startsAt.toISOString().slice(0, 10)}.ics"`,
    'cache-control': 'private, no-store',
  })
}

export const calendarRoutes: readonly Route[] = [get('/rooms/:address/meetings/:meeting/calendar.ics', takeFile)]
