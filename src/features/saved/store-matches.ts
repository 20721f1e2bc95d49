// What has just come in and which saved searches it answers; as the system, since it concerns everybody's.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { arrivedAt } from '#trunk/arrivals.ts'
import { recordFact } from '#trunk/facts.ts'
import { mayBeTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Asked } from './matching.ts'
import type { Rhythm } from './saved-search.ts'
import type { SavedTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<SavedTables & TrunkTables>()

export type Candidate = Asked & { readonly id: number }

/** Saved searches that share a term with it: found by the index on their keys, without reading the others. */
export async function listCandidates(
  system: Db,
  keys: readonly number[],
  after: number,
  most: number,
): Promise<Candidate[]> {
  return tablesOf(system)
    .selectFrom('saved_search')
    .select(['id', 'text', 'lang', 'filters'])
    .where(sql<boolean>`keys && ${[...keys]}::bigint[]`)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute()
}

export const reachOf = sql`string_to_array(app.audiences_of(p.id), ',')::int[]`

/** Days between coming within reach and the fact by which we hear of it: an edit months later is no news. */
const daysOfArriving = 7

/**
 * Keeps which of these searches it answers: once, and only where it came within their person's reach after they saved the
 * search, and is not their own. Gives the fresh ones.
 */
async function insertMatches(
  system: Db,
  contributionId: number,
  searches: readonly number[],
  heardAt: Date,
): Promise<{ id: number; person: number; rhythm: Rhythm; demonstration: boolean }[]> {
  const { rows } = await sql<{ id: number; person: number; rhythm: Rhythm; demonstration: boolean }>`
    with reading as materialized (
      select p.id, ${reachOf} as reached from person p join organisation o on o.id = p.organisation_id
      where ${mayBeTold} and p.id in (select person_id from saved_search where id = any (${[...searches]}::int[]))
    ), arrived as materialized (
      select reading.id as person, c.demonstration, ${arrivedAt(sql`reading.reached`)} as at
      from reading join contribution c on c.id = ${contributionId} and c.state = 'published'
        and c.author_id is distinct from reading.id and c.audience_id = any (reading.reached)
    ), fresh as (
      insert into saved_match (saved_search_id, contribution_id)
      select s.id, ${contributionId} from saved_search s join arrived a on a.person = s.person_id
      where s.id = any (${[...searches]}::int[]) and a.at > s.created_at
        and ${heardAt}::timestamptz <= a.at + make_interval(days => ${daysOfArriving})
      on conflict do nothing returning saved_search_id as id
    )
    select s.id, s.person_id as person, s.rhythm, a.demonstration
    from fresh join saved_search s on s.id = fresh.id join arrived a on a.person = s.person_id
    order by s.id`.execute(tablesOf(system))
  return rows
}

/** One alert a person, however many of their searches it answers; each with a fact, so that each mail is a job of its own. */
async function raiseAlerts(db: Db, contributionId: number, persons: readonly number[]): Promise<void> {
  const alerts = await tablesOf(db)
    .insertInto('saved_alert')
    .values(persons.map((person_id) => ({ person_id, contribution_id: contributionId })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  for (const { id } of alerts) await recordFact(db, { name: 'alert.raised', data: { alert: id } })
}

/** All in one transaction: matches, alerts and their facts, or nothing. Done twice it changes nothing. */
export const keepMatches = (
  system: Db,
  contributionId: number,
  searches: readonly number[],
  heardAt: Date,
): Promise<void> =>
  system.transaction().execute(async (db) => {
    const fresh = await insertMatches(db, contributionId, searches, heardAt)
    // What the demonstration brought is nobody's news.
    const atOnce = fresh.filter(({ rhythm, demonstration }) => rhythm === 'at-once' && !demonstration)
    const persons = [...new Set(atOnce.map(({ person }) => person))]
    if (persons.length > 0) await raiseAlerts(db, contributionId, persons)
  })

/** For the nightly round: all searches, a few at a time. */
export const listToUnderstand = (system: Db, after: number, most: number) =>
  tablesOf(system)
    .selectFrom('saved_search')
    .select(['id', 'text', 'lang', 'keys'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute()

export async function changeKeys(system: Db, id: number, keys: readonly number[]): Promise<void> {
  await tablesOf(system)
    .updateTable('saved_search')
    .set({ keys: [...keys] })
    .where('id', '=', id)
    .execute()
}

/** What has been told or seen long ago. A match stays as long as an edit could make it news again. */
export async function forgetOld(system: Db, before: Date): Promise<void> {
  const tables = tablesOf(system)
  await tables.deleteFrom('saved_match').where('matched_at', '<', before).execute()
  await tables.deleteFrom('saved_alert').where('raised_at', '<', before).execute()
}
