// Meetings and tasks as dates of somebody's calendar: of all rooms that they are in.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { MeetingTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & MeetingTables>()

/** What calendars are told of a meeting. */
export interface DatedMeeting {
  readonly id: number
  readonly roomId: number
  readonly roomName: string
  readonly chatham: boolean
  readonly title: string
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly zone: string
  readonly place: string
  readonly link: string
  readonly notes: string
  readonly cancelledAt: Date | null
  readonly changes: number
  readonly changedAt: Date
}

const mostDates = 500

const read = (db: Db, where: RawBuilder<boolean>): Promise<DatedMeeting[]> =>
  tablesOf(db)
    .selectFrom('meeting as m')
    .innerJoin('room as r', 'r.audience_id', 'm.audience_id')
    .select(['m.id', 'm.audience_id as roomId', 'r.name as roomName', 'r.chatham', 'm.title', 'm.zone', 'm.place'])
    .select(['m.starts_at as startsAt', 'm.ends_at as endsAt', 'm.link', 'm.notes', 'm.changes'])
    .select(['m.cancelled_at as cancelledAt', 'm.changed_at as changedAt'])
    .where(where)
    .orderBy('m.starts_at')
    .orderBy('m.id')
    .limit(mostDates)
    .execute()

export const listDatedMeetings = (db: Db, since: Date): Promise<DatedMeeting[]> =>
  read(db, sql<boolean>`coalesce(m.ends_at, m.starts_at) >= ${since}`)

export const findDatedMeeting = async (db: Db, roomId: number, id: number): Promise<DatedMeeting | undefined> =>
  (await read(db, sql<boolean>`m.audience_id = ${roomId} and m.id = ${id}`))[0]
