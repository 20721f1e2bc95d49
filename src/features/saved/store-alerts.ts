// The mails: which digests are due, what each says, and that it was sent; as the system, reach judged for the person now.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { isTold, mayBeTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { concerns, wantsOnlyCity } from '../notices/public.ts'
import { reachOf } from './store-matches.ts'
import type { SavedTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<SavedTables & TrunkTables>()

/**
 * Notes for each person whose digest is due and not empty one alert, with its fact. Daily ones are due every day, weekly ones
 * once a week from Monday on: a round that was missed is made up for. `today` as `YYYY-MM-DD`.
 */
export const raiseDigests = (system: Db, today: string): Promise<void> =>
  system.transaction().execute(async (db) => {
    const { rows } = await sql<{ id: number }>`
      with due as (
        update saved_search set digested_on = ${today}::date
        where (rhythm = 'daily' and digested_on < ${today}::date)
          or (rhythm = 'weekly' and digested_on < date_trunc('week', ${today}::date)::date)
        returning id, person_id, alerts_from
      )
      insert into saved_alert (person_id, day, searches)
      select person_id, ${today}::date, array_agg(id order by id) from due
      where exists (select 1 from saved_match m where m.saved_search_id = due.id and m.told_at is null and m.matched_at > due.alerts_from)
      group by person_id
      on conflict do nothing returning id`.execute(tablesOf(db))
    for (const { id } of rows) await recordFact(db, { name: 'alert.raised', data: { alert: id } })
  })

/** Sent by now, or its job was given up while the mail server was away for long: the latter gets another. */
const hoursToWait = 1
const daysToTry = 7

export async function raiseAgain(system: Db): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select id from saved_alert where sent_at is null
      and raised_at between now() - make_interval(days => ${daysToTry}) and now() - make_interval(hours => ${hoursToWait})
    order by id`.execute(tablesOf(system))
  for (const { id } of rows) await recordFact(system, { name: 'alert.raised', data: { alert: id } })
}

export interface Reader {
  readonly alertId: number
  readonly personId: number
  readonly name: string
  readonly email: string
  readonly lang: Lang
  /** Null: a digest. */
  readonly contributionId: number | null
  readonly raisedAt: Date
}

/** One mail to one person at a time, over all processes, until the transaction ends: whoever waited sees what was told. */
export async function waitForMails(transaction: Db, alertId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(7013851, person_id) from saved_alert where id = ${alertId}`.execute(
    transaction,
  )
}

/** To whom; undefined when it was sent, or the person may be told no more. */
export async function findReader(system: Db, alertId: number): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`
    select a.id as "alertId", p.id as "personId", p.name, p.email, p.lang, a.contribution_id as "contributionId", a.raised_at as "raisedAt"
    from saved_alert a join person p on p.id = a.person_id join organisation o on o.id = p.organisation_id
    where a.id = ${alertId} and a.sent_at is null and ${mayBeTold}`.execute(tablesOf(system))
  return rows[0]
}

/** One thing that answers one search. */
export interface News {
  readonly searchId: number
  readonly searchName: string
  readonly contributionId: number
  readonly kind: string
  readonly title: string
  readonly audienceKind: AudienceKind
  readonly organisationName: string
  readonly byId: number | null
}

/** What the mail tells: not told yet, wanted in this rhythm still, published, within the person's reach in this moment, not muted, by nobody whom they block. */
export async function listNews(system: Db, alertId: number): Promise<News[]> {
  const { rows } = await sql<News>`
    select s.id as "searchId", s.name as "searchName", c.id as "contributionId", c.kind, c.title, au.kind as "audienceKind", c.author_id as "byId",
      -- Under the Chatham House Rule the room, not the city.
      coalesce((select r.name from room r where r.audience_id = c.audience_id and r.chatham), co.names ->> p.lang, co.name) as "organisationName"
    from saved_alert a join person p on p.id = a.person_id join saved_search s on s.person_id = p.id
      join saved_match m on m.saved_search_id = s.id and m.told_at is null
      join contribution c on c.id = m.contribution_id and c.state = 'published'
      join audience au on au.id = c.audience_id join organisation co on co.id = c.organisation_id
    where a.id = ${alertId} and c.audience_id = any (${reachOf}) and ${isTold(sql`p.id`, sql`c.id`)}
      and not app.keeps_away(p.id, c.author_id)
      and (not ${wantsOnlyCity(sql`p.id`)} or ${concerns(sql`p.organisation_id`)})
      and case when a.contribution_id is null
        then s.id = any (a.searches) and s.rhythm in ('daily', 'weekly') and m.matched_at > s.alerts_from
        else c.id = a.contribution_id and s.rhythm = 'at-once' end
    order by s.name, s.id, m.matched_at desc, c.id`.execute(tablesOf(system))
  return rows
}

/** A thing that one mail told of is told by none of this person's other searches again. */
export async function markSent(
  transaction: Db,
  { alertId, personId }: Reader,
  told: readonly number[],
  now: Date,
): Promise<void> {
  const tables = tablesOf(transaction)
  await tables.updateTable('saved_alert').set({ sent_at: now }).where('id', '=', alertId).execute()
  if (told.length === 0) return
  await tables
    .updateTable('saved_match')
    .set({ told_at: now })
    .where('contribution_id', 'in', told)
    .where('told_at', 'is', null)
    .where('saved_search_id', 'in', (where) =>
      where.selectFrom('saved_search').select('id').where('person_id', '=', personId),
    )
    .execute()
}
