// Every query of minutes and decisions of a room.
import { sql } from 'kysely'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import type { MinutesInput } from './inputs.ts'
import type { Decision, Minutes, MinutesLine } from './meeting.ts'
import type { MeetingTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<MeetingTables>()

const query = (db: Db) =>
  tablesOf(db)
    .selectFrom('minutes as n')
    .leftJoin('meeting as m', 'm.id', 'n.meeting_id')
    .select([
      'n.id',
      'n.meeting_id as meetingId',
      'm.title as meetingTitle',
      'n.title',
      'n.text',
      'n.lang',
      'n.revision',
    ])
    .select(sql<string>`n.held_on::text`.as('heldOn'))

/** Of one room, the newest first; without their texts. */
export const listMinutes = (db: Db, roomId: number, most: number): Promise<MinutesLine[]> =>
  tablesOf(db)
    .selectFrom('minutes as n')
    .select(['n.id', 'n.title', 'n.lang', sql<string>`n.held_on::text`.as('heldOn')])
    .where('n.audience_id', '=', roomId)
    .orderBy('n.held_on', 'desc')
    .orderBy('n.id', 'desc')
    .limit(most)
    .execute()

export async function getMinutes(db: Db, roomId: number, id: number | undefined): Promise<Minutes> {
  const minutes = await query(db)
    .where('n.audience_id', '=', roomId)
    .where('n.id', '=', id ?? 0)
    .executeTakeFirst()
  if (minutes === undefined) throw notFound()
  return minutes
}

const columnsOf = ({ title, heldOn, meeting, text, lang }: MinutesInput) => ({
  ...{ title, text, lang, held_on: heldOn, meeting_id: meeting },
})

/** Gives the id. */
export async function insertMinutes(db: Db, roomId: number, personId: number, input: MinutesInput): Promise<number> {
  const row = await tablesOf(db)
    .insertInto('minutes')
    .values({ audience_id: roomId, created_by: personId, ...columnsOf(input) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False: somebody else was faster. */
export async function updateMinutes(db: Db, minutes: Minutes, input: MinutesInput): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('minutes')
    .set({ ...columnsOf(input), revision: minutes.revision + 1 })
    .where('id', '=', minutes.id)
    .where('revision', '=', input.revision)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export const insertDecision = (
  db: Db,
  roomId: number,
  personId: number,
  fresh: { readonly minutesId: number; readonly text: string },
): Promise<unknown> =>
  tablesOf(db)
    .insertInto('decision')
    .values({ audience_id: roomId, minutes_id: fresh.minutesId, text: fresh.text, created_by: personId })
    .execute()

/** Those of these minutes, with their numbers in the room. */
export const listDecisions = (db: Db, roomId: number, minutesId: number): Promise<Decision[]> =>
  tablesOf(db)
    .selectFrom((from) =>
      from
        .selectFrom('decision')
        .select(['text', 'minutes_id', sql<number>`(row_number() over (order by id))::int`.as('number')])
        .where('audience_id', '=', roomId)
        .as('d'),
    )
    .select(['d.number', 'd.text'])
    .where('d.minutes_id', '=', minutesId)
    .orderBy('d.number')
    .execute()
