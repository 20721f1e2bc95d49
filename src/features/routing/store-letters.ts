// What is said to somebody who is asked: as the system, judged for that person in this moment.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { isTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Reason } from './reason.ts'
import type { RoutingTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables & RoutingTables>()

export interface Letter {
  /** By which they were asked. */
  readonly factId: number
  readonly personId: number
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly kind: string
  /** Of the asking city, in the reader's language; in a room under the Chatham House Rule of the room. */
  readonly cityName: string
  readonly reasons: readonly Reason[]
  /** Those of the things named there that reach this person now; none for named persons, a mail passes through other hands. */
  readonly shown: readonly number[]
  readonly named: boolean
  /** Null: nobody did, or it is not told under the Chatham House Rule. */
  readonly namedBy: string | null
}

/**
 * To whom and why; undefined where there is nothing to send: sent before, declined, wants a pause, muted it, has left or moved, or the
 * question does not reach them any more. The row is held until the transaction ends, so that nobody sends it beside.
 */
export async function findLetter(
  transaction: Db,
  questionId: number,
  personId: number,
  today: string,
): Promise<Letter | undefined> {
  const { rows } = await sql<Letter>`
    select p.id as "personId", p.name, p.email, p.lang, c.kind, (select max(f.id) from fact f where f.name = 'question.handed'
        and f.contribution_id = c.id and f.data ->> 'person' = p.id::text) as "factId", coalesce(rule.name, o.names ->> p.lang, o.name) as "cityName",
      a.named_by is not null as named, case when rule.name is null then n.name end as "namedBy",
      a.reasons, array(select s.id from jsonb_array_elements(a.reasons) r cross join jsonb_array_elements(r -> 'ids') i
        join contribution s on s.id = i::int and s.state = 'published' and s.audience_id = any (reach.audiences)
        join audience sa on sa.id = s.audience_id and sa.kind <> 'persons') as shown
    from asked_person a join contribution c on c.id = a.contribution_id and c.state = 'published' and not c.demonstration
      join organisation o on o.id = c.organisation_id
      join person p on p.id = a.person_id and p.left_at is null and p.organisation_id = a.organisation_id
      left join person n on n.id = a.named_by
      left join room rule on rule.audience_id = c.audience_id and rule.chatham
      cross join lateral (select string_to_array(app.audiences_of(p.id), ',')::int[] as audiences) reach
    where a.contribution_id = ${questionId} and a.person_id = ${personId} and a.mailed_at is null and a.declined_at is null
      and c.audience_id = any (reach.audiences) and ${isTold(sql`p.id`, sql`c.id`)}
      and not exists (select 1 from asking_pause w where w.person_id = p.id and w.until >= ${today}::date)
    for update of a`.execute(tablesOf(transaction))
  return rows[0]
}

export const markMailed = (transaction: Db, questionId: number, personId: number, now: Date): Promise<unknown> =>
  tablesOf(transaction)
    .updateTable('asked_person')
    .set({ mailed_at: now })
    .where('contribution_id', '=', questionId)
    .where('person_id', '=', personId)
    .execute()

/** Whom no mail reached though its tries are over, within the last days: whether there is one to send is judged when it is sent. */
export async function listUnsent(
  system: Db,
  asked: { readonly since: Date; readonly before: Date },
): Promise<{ readonly questionId: number; readonly personId: number }[]> {
  const { rows } = await sql<{ questionId: number; personId: number }>`
    select a.contribution_id as "questionId", a.person_id as "personId"
    from asked_person a join contribution c on c.id = a.contribution_id and c.state = 'published' and not c.demonstration
    where a.mailed_at is null and a.declined_at is null and a.asked_at between ${asked.since} and ${asked.before}
    order by a.asked_at, a.contribution_id, a.person_id limit 500`.execute(tablesOf(system))
  return rows
}
