// What somebody watches, and how often they want to hear of it: their own rows, seen by nobody else. Whoever changes one has
// decided: nothing is chosen for them any more.
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Subscription } from './notice.ts'
import { type Area, type NoticeSetting, type Rhythm, type Rhythms, usualRhythm, usualSetting } from './rhythm.ts'
import { noteDecided } from './store-defaults.ts'
import type { NoticeTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & NoticeTables>()

/** One's own, by kind and then as they were added. */
export const listSubscriptions = (db: Db): Promise<(Subscription & { readonly byDefault: boolean })[]> =>
  tablesOf(db)
    .selectFrom('subscription')
    .select(['kind', 'ref', 'by_default as byDefault'])
    .orderBy('kind')
    .orderBy('created_at')
    .orderBy('ref')
    .execute()

export async function isSubscribed(db: Db, { kind, ref }: Subscription): Promise<boolean> {
  const row = await tablesOf(db)
    .selectFrom('subscription')
    .select('ref')
    .where('kind', '=', kind)
    .where('ref', '=', ref)
    .executeTakeFirst()
  return row !== undefined
}

export async function countSubscriptions(db: Db): Promise<number> {
  const row = await tablesOf(db)
    .selectFrom('subscription')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** A second time changes nothing. */
export async function subscribe(db: Db, personId: number, subscriptions: readonly Subscription[]): Promise<void> {
  if (subscriptions.length === 0) return
  await noteDecided(db, personId)
  await tablesOf(db)
    .insertInto('subscription')
    .values(subscriptions.map(({ kind, ref }) => ({ person_id: personId, kind, ref })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function unsubscribe(db: Db, personId: number, { kind, ref }: Subscription): Promise<void> {
  await noteDecided(db, personId)
  await tablesOf(db)
    .deleteFrom('subscription')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('ref', '=', ref)
    .execute()
}

/** Of this person, what they did not choose as it is usual. */
export async function findRhythms(db: Db, personId: number): Promise<Rhythms> {
  const rows = await tablesOf(db)
    .selectFrom('notice_rhythm')
    .select(['area', 'rhythm'])
    .where('person_id', '=', personId)
    .execute()
  return { ...usualRhythm, ...Object.fromEntries(rows.map(({ area, rhythm }) => [area, rhythm])) }
}

export async function setRhythm(db: Db, personId: number, area: Area, rhythm: Rhythm): Promise<void> {
  await noteDecided(db, personId)
  await tablesOf(db)
    .insertInto('notice_rhythm')
    .values({ person_id: personId, area, rhythm })
    .onConflict((conflict) => conflict.columns(['person_id', 'area']).doUpdateSet({ rhythm }))
    .execute()
}

const minutes = (time: string | null): string | null => time?.slice(0, 5) ?? null

export async function findSetting(db: Db, personId: number): Promise<NoticeSetting> {
  const row = await tablesOf(db)
    .selectFrom('notice_setting')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (row === undefined) return usualSetting
  return {
    quietFrom: minutes(row.quiet_from),
    quietTo: minutes(row.quiet_to),
    timeZone: row.time_zone,
    holidays: row.holidays,
    onlyMyCity: row.only_my_city,
    digestHour: row.digest_hour,
    digestWeekday: row.digest_weekday,
  }
}

export async function setSetting(db: Db, personId: number, setting: NoticeSetting): Promise<void> {
  const row = {
    quiet_from: setting.quietFrom,
    quiet_to: setting.quietTo,
    time_zone: setting.timeZone,
    holidays: setting.holidays,
    only_my_city: setting.onlyMyCity,
    digest_hour: setting.digestHour,
    digest_weekday: setting.digestWeekday,
  }
  await noteDecided(db, personId)
  await tablesOf(db)
    .insertInto('notice_setting')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute()
}
