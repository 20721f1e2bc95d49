// Checked tables of inhabitants; row-level security shows each person their own, as long as they work in that office.
import { type ColumnType, type Generated, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { CheckedFigures, KnownMember, NewFigure } from './figure-rows.ts'

export interface ImportReport extends Omit<CheckedFigures, 'unclear'> {
  /** As the person calls the file. */
  readonly file: string
  /** The first ones. */
  readonly unclear: CheckedFigures['unclear']
  /** Of all rows that are no member's, or not clearly. */
  readonly left: number
}
export interface FigureRun {
  readonly id: number
  readonly report: ImportReport
  readonly good: readonly NewFigure[]
  readonly doneAt: Date | null
}

type ImportTables = {
  figure_import: {
    id: Generated<number>
    person_id: number
    forum_id: number | null
    at: Date
    report: ColumnType<ImportReport, string, never>
    good: ColumnType<NewFigure[], string, string>
    done_at: Date | null
  }
}
const tablesOf = (db: Db) => db.withTables<ImportTables>()

interface Owner {
  readonly id: number
  readonly forumId: number | null
}

/** One waits at a time: a newer file takes the place of an older one that nobody said yes to. */
export async function keepRun(
  db: Db,
  owner: Owner,
  report: ImportReport,
  good: readonly NewFigure[],
  now: Date,
): Promise<number> {
  await tablesOf(db).deleteFrom('figure_import').where('done_at', 'is', null).execute()
  const { id } = await tablesOf(db)
    .insertInto('figure_import')
    .values({
      ...{ person_id: owner.id, forum_id: owner.forumId, at: now, done_at: null },
      report: JSON.stringify(report),
      good: JSON.stringify(good),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const runQuery = (db: Db, id: number) =>
  tablesOf(db).selectFrom('figure_import').select(['id', 'report', 'good', 'done_at as doneAt']).where('id', '=', id)
export const findRun = (db: Db, id: number): Promise<FigureRun | undefined> => runQuery(db, id).executeTakeFirst()
/** Whoever comes second waits here until the first is done or has failed. */
export const lockRun = (db: Db, id: number): Promise<FigureRun | undefined> =>
  runQuery(db, id).forUpdate().executeTakeFirst()

export async function finishRun(db: Db, id: number, now: Date): Promise<void> {
  await tablesOf(db).updateTable('figure_import').set({ good: '[]', done_at: now }).where('id', '=', id).execute()
}
/** False: there is none. */
export async function forgetRun(db: Db, id: number): Promise<boolean> {
  const result = await tablesOf(db).deleteFrom('figure_import').where('id', '=', id).executeTakeFirstOrThrow()
  return result.numDeletedRows > 0n
}

/** As the system, every day. */
export async function forgetOldRuns(system: Db, before: Date): Promise<void> {
  await tablesOf(system).deleteFrom('figure_import').where('at', '<', before).execute()
}

/** All that an office may record inhabitants of, with every name and every figure. */
export async function listKnown(db: Db, issuer: number | null, lang: Lang): Promise<KnownMember[]> {
  const { rows } = await sql<KnownMember>`
    with own as (select distinct organisation_id as id from membership m
      where m.forum_id is not distinct from ${issuer}::int and (m.ends_on is null or m.ends_on >= m.begins_on))
    select o.id, o.slug, ${organisationName(lang)} as name, o.country,
      array(select distinct one from (select o.name as one union select me.local_name union select value from jsonb_each_text(o.names)) n where one is not null) as names,
      coalesce((select json_agg(json_build_object('asOf', p.as_of, 'population', p.population)) from population_figure p where p.organisation_id = o.id), '[]') as figures
    from own join organisation o on o.id = own.id left join member me on me.organisation_id = o.id order by o.slug`.execute(
    db,
  )
  return rows
}
