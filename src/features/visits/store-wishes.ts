// Wishes about a study visit and the steps on the way; of the two cities alone. And whom a mail goes to, asked as the system.
import { type RawBuilder, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import { notFound } from '#kernel/stop.ts'
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Act, Days, Step, Wish, WishState } from './study-visit.ts'
import type { VisitTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & VisitTables>()

export const stepsOf = (lang: Lang) => sql<(Omit<Step, 'at'> & { at: string })[]>`coalesce((
  select jsonb_agg(jsonb_build_object('act', s.act, 'by', p.name, 'organisationName', ${organisationName(lang)}, 'text', s.text,
    'at', s.at, 'firstDay', s.first_day::text, 'lastDay', s.last_day::text) order by s.id)
  from visit_step s join organisation o on o.id = s.organisation_id left join person p on p.id = s.person_id
  where s.wish_id = w.id), '[]')`

export const datedSteps = (steps: readonly (Omit<Step, 'at'> & { at: string })[]): Step[] =>
  steps.map((step) => ({ ...step, at: new Date(step.at) }))

async function readWishes(db: Db, lang: Lang, where: RawBuilder<boolean>): Promise<Wish[]> {
  const rows = await tablesOf(db)
    .selectFrom('visit_wish as w')
    .innerJoin('organisation as o', 'o.id', 'w.organisation_id')
    .leftJoin('person as q', 'q.id', 'w.person_id')
    .select([
      'w.id',
      'w.organisation_id as organisationId',
      'o.slug as organisationSlug',
      'o.country',
      'w.people',
      'w.state',
    ])
    .select(['w.days_by as daysBy', 'q.name as personName', 'q.slug as personSlug'])
    .select([
      organisationName(lang).as('organisationName'),
      sql<string>`w.first_day::text`.as('firstDay'),
      sql<string>`w.last_day::text`.as('lastDay'),
      sql<number | null>`app.visit_side(w.contribution_id, w.person_id, w.organisation_id)`.as('side'),
      stepsOf(lang).as('steps'),
    ])
    .where(where)
    .orderBy('w.id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, steps: datedSteps(row.steps) }))
}

/** As far as they are the viewer's city's, or about what it shares; the newest first. */
export const listWishes = (db: Db, visitId: number, lang: Lang): Promise<Wish[]> =>
  readWishes(db, lang, sql<boolean>`w.contribution_id = ${visitId}`)

/** Of this visit and within reach, or the stop `not-found`. */
export async function getWish(db: Db, visitId: number, wishId: number | undefined, lang: Lang): Promise<Wish> {
  const [wish] = await readWishes(db, lang, sql<boolean>`w.contribution_id = ${visitId} and w.id = ${wishId ?? 0}`)
  if (wish === undefined) throw notFound()
  return wish
}

export interface NewWish extends Days {
  readonly visitId: number
  readonly people: number
}

/** Gives its id; undefined where the city has a wish about this visit already. */
export async function insertWish(
  db: Db,
  person: Pick<Person, 'id' | 'organisationId'>,
  { visitId, people, firstDay, lastDay }: NewWish,
): Promise<number | undefined> {
  const of = { contribution_id: visitId, person_id: person.id, organisation_id: person.organisationId, people }
  const row = await tablesOf(db)
    .insertInto('visit_wish')
    .values({ ...of, first_day: firstDay, last_day: lastDay, days_by: person.organisationId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** False where it went on meanwhile: the days or the state are not those that were read. */
export async function moveWish(
  db: Db,
  { id, state, firstDay, lastDay }: Pick<Wish, 'id' | 'state' | 'firstDay' | 'lastDay'>,
  to: Days & { readonly state: WishState; readonly daysBy: number },
): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('visit_wish')
    .set({ state: to.state, first_day: to.firstDay, last_day: to.lastDay, days_by: to.daysBy })
    .where('id', '=', id)
    .where('state', '=', state)
    .where(sql<boolean>`first_day = ${firstDay}::date and last_day = ${lastDay}::date`)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Gives its id. */
export async function insertStep(
  db: Db,
  wishId: number,
  person: Pick<Person, 'id' | 'organisationId'>,
  { act, text, firstDay, lastDay, at }: Days & { readonly act: Act; readonly text: string; readonly at?: Date },
): Promise<number> {
  const of = { wish_id: wishId, person_id: person.id, organisation_id: person.organisationId }
  const { id } = await tablesOf(db)
    .insertInto('visit_step')
    .values({ ...of, act, text, first_day: firstDay, last_day: lastDay, ...(at === undefined ? {} : { at }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Agreed, or still to be agreed, for days that are not over. */
export async function hasWishesAhead(db: Db, visitId: number, today: string): Promise<boolean> {
  const row = await tablesOf(db)
    .selectFrom('visit_wish')
    .select('id')
    .where('contribution_id', '=', visitId)
    .where('state', '<>', 'ended')
    .where(sql<boolean>`(state = 'open' or last_day >= ${today}::date)`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export interface WaitingWish {
  readonly visitId: number
  readonly title: string
  readonly lang: string
  readonly organisationName: string
}

/** Where the viewer is the one to answer. */
export const listWaitingWishes = (db: Db, lang: Lang): Promise<WaitingWish[]> =>
  tablesOf(db)
    .selectFrom('visit_wish as w')
    .innerJoin('contribution as c', 'c.id', 'w.contribution_id')
    .innerJoin('organisation as o', 'o.id', 'w.days_by')
    .select(['c.id as visitId', 'c.title', 'c.lang'])
    .select(organisationName(lang).as('organisationName'))
    .where('w.state', '=', 'open')
    .where(sql<boolean>`w.days_by <> app.organisation()`)
    .where(sql<boolean>`app.visit_side(w.contribution_id, w.person_id, w.organisation_id) is not null`)
    .orderBy('w.id')
    .limit(20)
    .execute()

export interface AgreedWish extends Pick<WaitingWish, 'visitId' | 'organisationName'> {
  readonly firstDay: string
}

/** Agreed, where the viewer acts for one side, beginning between these moments; named is the other city. */
export const listAgreedWithin = (db: Db, from: Date, until: Date, lang: Lang): Promise<AgreedWish[]> =>
  tablesOf(db)
    .selectFrom('visit_wish as w')
    .innerJoin('contribution as c', 'c.id', 'w.contribution_id')
    .innerJoin('organisation as o', (join) =>
      join.on(
        sql<boolean>`o.id = case when w.organisation_id = app.organisation() then c.organisation_id else w.organisation_id end`,
      ),
    )
    .select(['c.id as visitId', sql<string>`w.first_day::text`.as('firstDay')])
    .select(organisationName(lang).as('organisationName'))
    .where('w.state', '=', 'agreed')
    .where(sql<boolean>`w.first_day between ${from}::timestamptz::date and ${until}::timestamptz::date`)
    .where(sql<boolean>`app.visit_side(w.contribution_id, w.person_id, w.organisation_id) is not null`)
    .orderBy('w.first_day')
    .orderBy('w.id')
    .limit(20)
    .execute()
