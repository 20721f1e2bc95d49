// Study visits; row-level security leaves out what does not reach the viewer.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import { getContribution, whyOutOfReach } from '#trunk/contributions.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Direction, StudyVisit, VisitLine } from './study-visit.ts'
import type { VisitTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & VisitTables>()

export const insertVisit = (
  db: Db,
  id: number,
  {
    firstDay,
    lastDay,
    ...rest
  }: Pick<StudyVisit, 'direction' | 'text' | 'place' | 'firstDay' | 'lastDay' | 'people' | 'languages'>,
): Promise<unknown> =>
  tablesOf(db)
    .insertInto('study_visit')
    .values({ contribution_id: id, ...rest, first_day: firstDay, last_day: lastDay })
    .execute()

/** Wishes, and what changes or ends a visit, come one after the other: what is read after this holds until the commit. */
export const holdVisit = (db: Db, id: number | undefined): Promise<unknown> =>
  sql`select app.hold_visit(${id ?? 0})`.execute(db)

export const updateVisit = (
  db: Db,
  id: number,
  { firstDay, lastDay, ...rest }: Pick<StudyVisit, 'text' | 'place' | 'firstDay' | 'lastDay' | 'people' | 'languages'>,
): Promise<unknown> =>
  tablesOf(db)
    .updateTable('study_visit')
    .set({ ...rest, first_day: firstDay, last_day: lastDay })
    .where('contribution_id', '=', id)
    .execute()

const own = ['v.direction', 'v.text', 'v.place', 'v.people', 'v.languages'] as const
const days = [
  sql<string | null>`v.first_day::text`.as('firstDay'),
  sql<string | null>`v.last_day::text`.as('lastDay'),
] as const

/** Within the viewer's reach, or a stop (not found, gone). */
export async function getVisit(db: Db, id: number | undefined, lang: Lang): Promise<StudyVisit> {
  const [contribution, row] = await Promise.all([
    getContribution(db, 'visit', id, lang),
    tablesOf(db)
      .selectFrom('study_visit as v')
      .select(own)
      .select([...days, sql<boolean>`v.closed_at is not null`.as('ended')])
      .where('v.contribution_id', '=', id ?? 0)
      .executeTakeFirst(),
  ])
  if (row === undefined) throw await whyOutOfReach(db, id ?? 0)
  return { ...contribution, ...row }
}

/** Takes no further wishes from then on, or takes them again. */
export const setClosed = (db: Db, id: number, at: Date | null): Promise<unknown> =>
  tablesOf(db).updateTable('study_visit').set({ closed_at: at }).where('contribution_id', '=', id).execute()

/** What takes wishes, and is not over on this day. */
const open = (db: Db, today: string, direction: Direction | undefined) => {
  const query = tablesOf(db)
    .selectFrom('contribution as c')
    .innerJoin('study_visit as v', 'v.contribution_id', 'c.id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .where('c.state', '=', 'published')
    .where('v.closed_at', 'is', null)
    .where(sql<boolean>`coalesce(v.last_day, 'infinity') >= ${today}::date`)
  return direction === undefined ? query : query.where('v.direction', '=', direction)
}

const visitsPerPage = 20

/** The newest first. */
export async function listVisits(
  db: Db,
  { direction, page }: { readonly direction?: Direction | undefined; readonly page: number },
  today: string,
  lang: Lang,
): Promise<PageOf<VisitLine>> {
  const size = visitsPerPage
  const [{ total }, items] = await Promise.all([
    open(db, today, direction)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    open(db, today, direction)
      .select(['c.id', 'c.title', 'c.lang', 'c.concepts', 'o.slug as organisationSlug', 'o.country'])
      .select([
        'v.direction',
        'v.place',
        'v.people',
        'v.languages',
        ...days,
        organisationName(lang).as('organisationName'),
      ])
      .orderBy('c.published_at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
  ])
  return { items, number: page, size, total }
}
