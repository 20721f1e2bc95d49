// Every query of meetings and tasks of a room.
import { type RawBuilder, sql } from 'kysely'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { MeetingInput, TaskInput } from './inputs.ts'
import type { Meeting, Task } from './meeting.ts'
import type { MeetingTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & MeetingTables>()

const local = (column: string, format: string) =>
  sql<string>`coalesce(to_char(${sql.ref(column)} at time zone m.zone, ${format}), '')`

const meetings = (db: Db) =>
  tablesOf(db)
    .selectFrom('meeting as m')
    .select(['m.id', 'm.title', 'm.starts_at as startsAt', 'm.ends_at as endsAt', 'm.zone', 'm.place', 'm.link'])
    .select(['m.notes', 'm.cancelled_at as cancelledAt', 'm.revision'])
    .select([
      local('m.starts_at', 'YYYY-MM-DD').as('day'),
      local('m.starts_at', 'HH24:MI').as('from'),
      local('m.ends_at', 'HH24:MI').as('to'),
    ])

/** Of one room, in the order of time. */
export const listMeetings = (db: Db, roomId: number): Promise<Meeting[]> =>
  meetings(db).where('m.audience_id', '=', roomId).orderBy('m.starts_at').orderBy('m.id').limit(1000).execute()

export async function getMeeting(db: Db, roomId: number, id: number | undefined): Promise<Meeting> {
  const meeting = await meetings(db)
    .where('m.audience_id', '=', roomId)
    .where('m.id', '=', id ?? 0)
    .executeTakeFirst()
  if (meeting === undefined) throw notFound()
  return meeting
}

const at = (day: string, time: string, zone: string): RawBuilder<Date> =>
  sql<Date>`((${day}::date + ${time}::time) at time zone ${zone})`

const columnsOf = ({ title, day, from, to, zone, place, link, notes }: MeetingInput) => ({
  ...{ title, zone, place, link, notes },
  starts_at: at(day, from, zone),
  ends_at: to === '' ? null : at(day, to, zone),
})

/** Gives its id. */
export async function insertMeeting(db: Db, roomId: number, personId: number, input: MeetingInput): Promise<number> {
  const row = await tablesOf(db)
    .insertInto('meeting')
    .values({ audience_id: roomId, created_by: personId, ...columnsOf(input) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

const changed = { changes: sql<number>`changes + 1`, changed_at: sql<Date>`now()` }

/** False: somebody else was faster. */
export async function updateMeeting(db: Db, meeting: Meeting, input: MeetingInput): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('meeting')
    .set({ ...columnsOf(input), revision: meeting.revision + 1, ...changed })
    .where('id', '=', meeting.id)
    .where('revision', '=', input.revision)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** `moment` null: it takes place after all. False: it was so already, also where somebody clicked twice. */
export async function setCancelled(db: Db, id: number, moment: Date | null): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('meeting')
    .set({ cancelled_at: moment, ...changed })
    .where('id', '=', id)
    .where('cancelled_at', moment === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

const tasks = (db: Db) =>
  tablesOf(db)
    .selectFrom('task as t')
    .leftJoin('person as p', 'p.id', 't.person_id')
    .select(['t.id', 't.text', 't.person_id as personId', 'p.name as personName', 't.done_at as doneAt'])
    .select(sql<string | null>`t.due_on::text`.as('dueOn'))

const soonest = sql`t.due_on nulls last, t.id`

/** Not done yet, the most urgent first. */
export const listOpenTasks = (db: Db, roomId: number): Promise<Task[]> =>
  tasks(db).where('t.audience_id', '=', roomId).where('t.done_at', 'is', null).orderBy(soonest).limit(200).execute()

export const listTasksOf = (db: Db, minutesId: number): Promise<Task[]> =>
  tasks(db).where('t.minutes_id', '=', minutesId).orderBy('t.id').limit(200).execute()

/** `chatham`: no mail names it. */
export type OwnTask = Task & { readonly roomId: number; readonly roomName: string; readonly chatham: boolean }

/** In all rooms, what somebody has taken on. */
export const listTasksFor = (db: Db, personId: number, most: number): Promise<OwnTask[]> =>
  tasks(db)
    .innerJoin('room as r', 'r.audience_id', 't.audience_id')
    .select(['r.audience_id as roomId', 'r.name as roomName', 'r.chatham'])
    .where('t.person_id', '=', personId)
    .where('t.done_at', 'is', null)
    .where('r.archived_at', 'is', null)
    .orderBy(soonest)
    .limit(most)
    .execute()

/** Gives its id. */
export async function insertTask(db: Db, roomId: number, personId: number, input: TaskInput): Promise<number> {
  const row = await tablesOf(db)
    .insertInto('task')
    .values({
      ...{ audience_id: roomId, created_by: personId, minutes_id: input.minutes, text: input.task },
      ...{ person_id: input.person, due_on: input.dueOn },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Gives the minutes it stands in; undefined where there is no such task. `moment` null: open again. */
export async function setDone(
  db: Db,
  roomId: number,
  id: number,
  moment: Date | null,
): Promise<{ readonly minutesId: number | null } | undefined> {
  const row = await tablesOf(db)
    .updateTable('task')
    .set({ done_at: moment })
    .where('audience_id', '=', roomId)
    .where('id', '=', id)
    .returning('minutes_id as minutesId')
    .executeTakeFirst()
  return row
}

export type RoomMeeting = Meeting & Pick<OwnTask, 'roomId' | 'roomName' | 'chatham'>

const meetingsOfRooms = (db: Db) =>
  meetings(db)
    .innerJoin('room as r', 'r.audience_id', 'm.audience_id')
    .select(['r.audience_id as roomId', 'r.name as roomName', 'r.chatham'])

/** Those of them in rooms of the viewer. */
export const listMeetingsById = async (db: Db, ids: readonly number[]): Promise<RoomMeeting[]> =>
  ids.length === 0
    ? []
    : meetingsOfRooms(db)
        .where('m.id', 'in', [...ids])
        .orderBy('m.starts_at')
        .execute()

/** In all rooms of the viewer, what begins between these moments and was not called off, the next first. */
export const listMeetingsWithin = (db: Db, from: Date, until: Date, most: number): Promise<RoomMeeting[]> =>
  meetingsOfRooms(db)
    .where('r.archived_at', 'is', null)
    .where('m.cancelled_at', 'is', null)
    .where(sql<boolean>`m.starts_at between ${from} and ${until}`)
    .orderBy('m.starts_at')
    .orderBy('m.id')
    .limit(most)
    .execute()
