// Watching that was chosen for somebody: as the system, and only for whoever has decided nothing about it.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { mayBeTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { hasDevice } from '../push/public.ts'
import type { Subscription } from './notice.ts'
import type { NoticeTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & NoticeTables>()

/**
 * May be told something and has decided nothing. No guest: they came for their rooms. Nobody with a device: it would tell them at
 * once. Of `p` and `o`.
 */
const isUndecided: RawBuilder<boolean> = sql<boolean>`${mayBeTold} and not p.guest and not ${hasDevice(sql`p.id`)}
  and not exists (select 1 from notice_default d where d.person_id = p.id and d.settled_at is not null)`

const undecided = (system: Db) =>
  tablesOf(system)
    .selectFrom('person as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select('p.id')
    .where(isUndecided)

/** Their numbers, in order. */
export async function listUndecided(system: Db, after: number, most: number): Promise<number[]> {
  const rows = await undecided(system).where('p.id', '>', after).orderBy('p.id').limit(most).execute()
  return rows.map(({ id }) => id)
}

export async function isStillUndecided(system: Db, personId: number): Promise<boolean> {
  return (await undecided(system).where('p.id', '=', personId).executeTakeFirst()) !== undefined
}

/** Whoever chooses at the same moment waits, or is waited for; false: they have decided. */
async function beginSetting(transaction: Db, personId: number): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    insert into notice_default (person_id) values (${personId})
    on conflict (person_id) do update set settled_at = notice_default.settled_at
    returning settled_at is null as open`.execute(tablesOf(transaction))
  return rows[0]?.open === true
}

/** `settled`: for good. Otherwise they are looked at again, as long as they decide nothing. */
export const setByDefault = (
  system: Db,
  personId: number,
  {
    watched,
    settled,
    now,
  }: { readonly watched: readonly Subscription[]; readonly settled: boolean; readonly now: Date },
): Promise<void> =>
  system.transaction().execute(async (transaction) => {
    if (!(await beginSetting(transaction, personId))) return
    const tables = tablesOf(transaction)
    if (watched.length > 0)
      await tables
        .insertInto('subscription')
        .values(watched.map(({ kind, ref }) => ({ person_id: personId, kind, ref, by_default: true })))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    if (settled)
      await tables.updateTable('notice_default').set({ settled_at: now }).where('person_id', '=', personId).execute()
  })

/** They chose for themselves: from now on nothing is chosen for them. */
export async function noteDecided(db: Db, personId: number): Promise<void> {
  await sql`insert into notice_default (person_id, settled_at) values (${personId}, now())
    on conflict (person_id) do update set settled_at = coalesce(notice_default.settled_at, excluded.settled_at)`.execute(
    db,
  )
}
