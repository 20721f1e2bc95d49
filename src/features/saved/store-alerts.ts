// The mails that come at once: to whom, what each says, and that it was sent; as the system, reach judged for the person now.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { isTold, mayBeTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { concerns, wantsOnlyCity } from '../notices/public.ts'
import { markTold } from './store-digest.ts'
import { reachOf } from './store-matches.ts'
import type { SavedTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<SavedTables & TrunkTables>()

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
  readonly contributionId: number
  readonly raisedAt: Date
}

/** Undefined: it is gone. */
export async function findPersonOf(system: Db, alertId: number): Promise<number | undefined> {
  const { rows } = await sql<{ personId: number }>`
    select person_id as "personId" from saved_alert where id = ${alertId}`.execute(tablesOf(system))
  return rows[0]?.personId
}

/** To whom; undefined when it was sent, or the person may be told no more. */
export async function findReader(system: Db, alertId: number): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`
    select a.id as "alertId", p.id as "personId", p.name, p.email, p.lang, a.contribution_id as "contributionId", a.raised_at as "raisedAt"
    from saved_alert a join person p on p.id = a.person_id join organisation o on o.id = p.organisation_id
    where a.id = ${alertId} and a.sent_at is null and ${mayBeTold}`.execute(tablesOf(system))
  return rows[0]
}

/** The thing, and one search that it answers. */
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
      join saved_match m on m.saved_search_id = s.id and m.contribution_id = a.contribution_id and m.told_at is null
      join contribution c on c.id = m.contribution_id and c.state = 'published'
      join audience au on au.id = c.audience_id join organisation co on co.id = c.organisation_id
    where a.id = ${alertId} and s.rhythm = 'at-once' and c.audience_id = any (${reachOf}) and ${isTold(sql`p.id`, sql`c.id`)}
      and not app.keeps_away(p.id, c.author_id)
      and (not ${wantsOnlyCity(sql`p.id`)} or ${concerns(sql`p.organisation_id`)})
    order by s.name, s.id`.execute(tablesOf(system))
  return rows
}

/** `told`: otherwise there was nothing to tell. */
export async function markSent(
  transaction: Db,
  { alertId, personId, contributionId }: Reader,
  told: boolean,
  now: Date,
): Promise<void> {
  await tablesOf(transaction).updateTable('saved_alert').set({ sent_at: now }).where('id', '=', alertId).execute()
  if (told) await markTold(transaction, personId, [contributionId], now)
}
