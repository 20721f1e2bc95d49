// What digests ask of notices: who wishes for one and when, what is new for its reader and in no mail yet, and that a mail told it.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { mayBeTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { News } from './notice.ts'
import { type Area, areas, type NoticeSetting, type Rhythm, type Rhythms, usualRhythm, usualSetting } from './rhythm.ts'
import { concerns, newsAreas, wantsOnlyCity } from './store-concerning.ts'
import { noteDecided } from './store-defaults.ts'
import type { NoticeTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & NoticeTables>()

export interface Habits {
  readonly personId: number
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly rhythms: Rhythms
  readonly setting: NoticeSetting
}

interface HabitRow extends Pick<Habits, 'personId' | 'country'> {
  readonly chosen: Partial<Record<Area, Rhythm>>
  readonly setting: NoticeSetting | null
}

const habitRows = (system: Db) =>
  tablesOf(system)
    .selectFrom('person as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .leftJoin('notice_setting as s', 's.person_id', 'p.id')
    .select(['p.id as personId', 'o.country'])
    .select([
      sql<HabitRow['chosen']>`coalesce((select jsonb_object_agg(r.area, r.rhythm) from notice_rhythm r
        where r.person_id = p.id), '{}')`.as('chosen'),
      sql<NoticeSetting | null>`case when s.person_id is not null then jsonb_build_object(
        'quietFrom', to_char(s.quiet_from, 'HH24:MI'), 'quietTo', to_char(s.quiet_to, 'HH24:MI'), 'timeZone', s.time_zone,
        'holidays', s.holidays, 'onlyMyCity', s.only_my_city, 'digestHour', s.digest_hour, 'digestWeekday', s.digest_weekday) end`.as(
        'setting',
      ),
    ])
    .where(mayBeTold)

const habitsFrom = ({ personId, country, chosen, setting }: HabitRow): Habits => ({
  ...{ personId, country },
  rhythms: { ...usualRhythm, ...chosen },
  setting: setting ?? usualSetting,
})

/** As the system: everybody who may be told something, in the order of their numbers. */
export async function listHabits(system: Db, after: number, most: number): Promise<Habits[]> {
  const rows = await habitRows(system).where('p.id', '>', after).orderBy('p.id').limit(most).execute()
  return rows.map(habitsFrom)
}

/** Undefined: they may be told nothing any more. */
export async function findHabits(system: Db, personId: number): Promise<Habits | undefined> {
  const row = await habitRows(system).where('p.id', '=', personId).executeTakeFirst()
  return row && habitsFrom(row)
}

export interface Fresh extends Pick<News, 'contributionId' | 'what' | 'why'> {
  /** The number of the notice. */
  readonly id: number
}

/** More than the longest rhythm, with holidays. What is older is no news to whoever wishes for a digest from today on. */
const daysOfNews = 14

/** They may have chosen that after it was raised. Of a notice. */
const concernsReader = sql<boolean>`(notice.area not in ${newsAreas} or not ${wantsOnlyCity(sql`app.person()`)}
  or exists (select 1 from contribution c where c.id = notice.contribution_id
    and ${concerns(sql`(select me.organisation_id from person me where me.id = app.person())`)}))`

/** As the reader: things with something unread about them that no mail told, each with what happened last; the newest first. */
export const listUnmailed = (
  db: Db,
  { area, now, most }: { readonly area: Area; readonly now: Date; readonly most: number },
): Promise<Fresh[]> =>
  tablesOf(db)
    .selectFrom((from) =>
      from
        .selectFrom('notice')
        .distinctOn('contribution_id')
        .select(['id', 'contribution_id as contributionId', 'what', 'why'])
        .where('area', '=', area)
        .where('contribution_id', 'is not', null)
        .where('mailed_at', 'is', null)
        .where('read_at', 'is', null)
        .where(sql<boolean>`created_at > ${now}::timestamptz - make_interval(days => ${daysOfNews})`)
        .where(concernsReader)
        .orderBy('contribution_id')
        .orderBy('id', 'desc')
        .as('newest'),
    )
    .selectAll()
    .orderBy('id', 'desc')
    .limit(most)
    .$castTo<Fresh>()
    .execute()

/** As the reader: a notice about it was mailed to them, or read. */
export const wasNoticed = (contribution: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  exists (select 1 from notice told where told.contribution_id = ${contribution}
    and (told.mailed_at is not null or told.read_at is not null))`

/** As the system, in the transaction that sends: this person was told what there was about these things, and in their rooms, until then. */
export async function markMailed(
  transaction: Db,
  personId: number,
  { of, wanted, until }: { readonly of: readonly number[]; readonly wanted: readonly string[]; readonly until: Date },
): Promise<void> {
  const told = areas.filter((area) => wanted.includes(area))
  if (told.length === 0) return
  await tablesOf(transaction)
    .updateTable('notice')
    .set({ mailed_at: until })
    .where('person_id', '=', personId)
    .where((is) =>
      is.or([is('room_id', 'is not', null), is('contribution_id', '=', sql<number>`any (${[...of]}::int[])`)]),
    )
    .where('area', 'in', told)
    .where('mailed_at', 'is', null)
    .where('created_at', '<=', until)
    .execute()
}

/** No more digests; what comes at once goes on coming. */
export async function endDigests(db: Db, personId: number): Promise<void> {
  const { rows } = await sql<{ area: Area; rhythm: Rhythm }>`
    select area, rhythm from notice_rhythm where person_id = ${personId}`.execute(db)
  const rhythms = { ...usualRhythm, ...Object.fromEntries(rows.map(({ area, rhythm }) => [area, rhythm])) }
  const gathered = areas.filter((area) => rhythms[area] === 'daily' || rhythms[area] === 'weekly')
  await noteDecided(db, personId)
  if (gathered.length === 0) return
  await tablesOf(db)
    .insertInto('notice_rhythm')
    .values(gathered.map((area) => ({ person_id: personId, area, rhythm: 'never' as const })))
    .onConflict((conflict) => conflict.columns(['person_id', 'area']).doUpdateSet({ rhythm: 'never' }))
    .execute()
}
