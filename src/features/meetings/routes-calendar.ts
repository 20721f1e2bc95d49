// One meeting as a file for calendars. Whoever takes it has its page before them.
import { idFrom } from '#kernel/address.ts'
import { notFound } from '#kernel/stop.ts'
import { giveDate } from '#platform/calendar/give-date.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { getOwnRoom } from '../rooms/public.tsx'
import { dateOf } from './dates.ts'
import { findDatedMeeting } from './store-dates.ts'

async function takeFile(c: PageVisit): Promise<Response> {
  const { t, db } = c.var
  const room = await getOwnRoom(db, idFrom(c.req.param('address')), t.lang)
  const meeting = await findDatedMeeting(db, room.id, idFrom(c.req.param('meeting')) ?? 0)
  if (meeting === undefined) throw notFound()
  return giveDate(c, dateOf(meeting), meeting.startsAt.toISOString().slice(0, 10))
}

export const calendarRoutes: readonly Route[] = [get('/rooms/:address/meetings/:meeting/calendar.ics', takeFile)]
