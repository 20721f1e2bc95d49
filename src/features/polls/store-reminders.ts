// Who is to be reminded, asked as the system: addresses are nobody else's to read, and reach is judged for each person.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { isTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { PollTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PollTables>()

/** Published, open, its moment come, nobody reminded yet; invented ones remind nobody, nor do those of archived rooms. */
async function listDue(system: Db, now: Date): Promise<number[]> {
  const rows = await tablesOf(system)
    .selectFrom('poll as p')
    .innerJoin('contribution as c', 'c.id', 'p.contribution_id')
    .select('c.id')
    .where('c.state', '=', 'published')
    .where('c.demonstration', '=', false)
    .where(sql<boolean>`not app.is_archived(c.audience_id)`)
    .where('p.reminded_at', 'is', null)
    .where('p.closed_at', 'is', null)
    .where('p.remind_at', '<=', now)
    .where('p.ends_at', '>', now)
    .orderBy('c.id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Persons of cities that are asked and have not answered: their coordinators, and whom these named; in a room, where the
 * coordinator may not be, all of theirs who are in it. Only whom the poll reaches in this moment, and who has not muted it.
 */
const toRemind = sql`
  select c.id as poll, p.id as person from contribution c
    join poll_asked q on q.contribution_id = c.id
    join audience w on w.id = c.audience_id
    join person p on p.organisation_id = q.organisation_id and p.left_at is null
  where c.state = 'published' and not app.is_archived(c.audience_id)
    and not exists (select 1 from poll_answer a where a.contribution_id = c.id and a.organisation_id = q.organisation_id)
    and (p.role = 'coordinator' or w.kind = 'room' or exists (select 1 from poll_colleague k where k.contribution_id = c.id and k.person_id = p.id
      and k.organisation_id = p.organisation_id))
    and c.audience_id = any (string_to_array(app.audiences_of(p.id), ',')::int[]) and ${isTold(sql`p.id`, sql`c.id`)}`

/** Whoever answers for a city that this poll asks, and why: for notices, which judge reach and muting themselves. */
export const askedPersons = (pollId: number) => sql`
  select distinct p.id as person_id, 'city' as area, '[{"by": "city"}]'::jsonb as why, null::timestamptz as since
  from contribution c join poll_asked q on q.contribution_id = c.id join audience w on w.id = c.audience_id
    join person p on p.organisation_id = q.organisation_id and p.left_at is null
  where c.id = ${pollId} and not app.is_archived(c.audience_id)
    and (p.role = 'coordinator' or w.kind = 'room' or exists (select 1 from poll_colleague k where k.contribution_id = c.id
      and k.person_id = p.id and k.organisation_id = p.organisation_id))`

/** One fact for each person, so that each mail is a job of its own: what fails for one is not sent twice to another. */
const noteOne = (system: Db, pollId: number, now: Date): Promise<void> =>
  system.transaction().execute(async (db) => {
    const result = await tablesOf(db)
      .updateTable('poll')
      .set({ reminded_at: now })
      .where('contribution_id', '=', pollId)
      .where('reminded_at', 'is', null)
      .executeTakeFirst()
    if (result.numUpdatedRows !== 1n) return
    const { rows } = await sql<{ person: number }>`
      select person from (${toRemind}) r where poll = ${pollId} order by person`.execute(db)
    for (const { person } of rows)
      await recordFact(db, { name: 'poll-reminder.noted', contributionId: pollId, data: { person } })
  })

/** Done twice it changes nothing. */
export async function noteReminders(system: Db, now: Date): Promise<void> {
  for (const pollId of await listDue(system, now)) await noteOne(system, pollId, now)
}

export interface Reminded {
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly title: string
  /** Null under the Chatham House Rule: a mail leaves the room. */
  readonly cityName: string | null
  readonly endsAt: Date
}

/** What the mail says; undefined where the city has answered meanwhile, the poll is over, or it does not reach the person any more. */
export async function findReminded(
  system: Db,
  pollId: number,
  personId: number,
  now: Date,
): Promise<Reminded | undefined> {
  const { rows } = await sql<Reminded>`
    select p.name, p.email, p.lang, c.title, p2.ends_at as "endsAt",
      case when not exists (select 1 from room where room.audience_id = c.audience_id and room.chatham)
        then coalesce(o.names ->> p.lang, o.name) end as "cityName"
    from (${toRemind}) r join contribution c on c.id = r.poll join poll p2 on p2.contribution_id = c.id
      join person p on p.id = r.person join organisation o on o.id = c.organisation_id
    where r.poll = ${pollId} and r.person = ${personId} and p2.closed_at is null and p2.ends_at > ${now}`.execute(
    tablesOf(system),
  )
  return rows[0]
}
