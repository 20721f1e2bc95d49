// What two cities agreed: read by both, also where the visit itself no longer reaches one of them. And whom a merger hands it to.
import { type RawBuilder, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { datedSteps, stepsOf } from './store-wishes.ts'
import type { Agreement } from './study-visit.ts'
import type { VisitTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & VisitTables>()

const nameOf = (lang: Lang, column: 'w.agreed_with' | 'w.organisation_id') =>
  sql<string>`(select ${organisationName(lang)} from organisation o where o.id = ${sql.ref(column)})`

async function readAgreements(db: Db, lang: Lang, where: RawBuilder<boolean>): Promise<Agreement[]> {
  const rows = await tablesOf(db)
    .selectFrom('visit_wish as w')
    // Left out by row-level security where it reaches the viewer no more.
    .leftJoin('contribution as c', 'c.id', 'w.contribution_id')
    .select([
      'w.id',
      'c.id as visitId',
      'c.title as visitTitle',
      'w.people',
      'w.state',
      nameOf(lang, 'w.agreed_with').as('with'),
    ])
    .select([
      nameOf(lang, 'w.organisation_id').as('wishing'),
      sql<string>`coalesce(w.agreed_place, '')`.as('place'),
      sql<string>`w.first_day::text`.as('firstDay'),
      sql<string>`w.last_day::text`.as('lastDay'),
      stepsOf(lang).as('steps'),
    ])
    .where('w.agreed_with', 'is not', null)
    .where(sql<boolean>`app.organisation() in (w.organisation_id, w.agreed_with)`)
    .where(where)
    .orderBy('w.first_day')
    .orderBy('w.id')
    .limit(50)
    .execute()
  return rows.map(({ with: other, wishing, steps, ...row }) => ({
    ...row,
    cities: [other, wishing] as const,
    steps: datedSteps(steps),
  }))
}

/** Those whose days are not over. */
export const listAgreements = (db: Db, today: string, lang: Lang): Promise<Agreement[]> =>
  readAgreements(db, lang, sql<boolean>`w.state = 'agreed' and w.last_day >= ${today}::date`)

/** Of one's own city, or the stop `not-found`; also what has been called off since. */
export async function getAgreement(db: Db, wishId: number | undefined, lang: Lang): Promise<Agreement> {
  const [agreement] = await readAgreements(db, lang, sql<boolean>`w.id = ${wishId ?? 0}`)
  if (agreement === undefined) throw notFound()
  return agreement
}

/**
 * As the system: what a municipality that has merged into another still has ahead becomes the other's. What that one has asked for
 * itself stays its own, and nobody visits themselves. What was said on the way stays as it was said.
 */
export async function followMerger(system: Db, organisationId: number, today: string): Promise<void> {
  await sql`with heir as (
      select k.organisation_id as id from succession s
        join succession_part p on p.succession_id = s.id and p.part = 'predecessor' and p.organisation_id = ${organisationId}
        join succession_part k on k.succession_id = s.id and k.part = 'successor' and k.organisation_id <> p.organisation_id
        join organisation o on o.id = p.organisation_id and not o.active
      where s.kind = 'merger' and s.on_day <= ${today}::date order by s.on_day desc, s.id desc limit 1)
    update visit_wish w set organisation_id = heir.id, days_by = case when w.days_by = w.organisation_id then heir.id else w.days_by end
    from heir, contribution c
    where w.organisation_id = ${organisationId} and c.id = w.contribution_id and c.organisation_id <> heir.id
      and w.state <> 'ended' and w.last_day >= ${today}::date
      and not exists (select 1 from visit_wish other where other.contribution_id = w.contribution_id
        and other.organisation_id = heir.id and other.state <> 'ended')`.execute(system)
}
