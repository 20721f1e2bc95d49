// Whom a step on the way to a visit is told to: those who act for the other city. As the system, since addresses are nobody else's to read.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { isTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Act, Days } from './study-visit.ts'
import type { VisitTables } from './tables.ts'

export interface StepNews extends Days {
  readonly personId: number
  readonly email: string
  readonly name: string
  readonly lang: Lang
  readonly visitId: number
  readonly title: string
  /** The city that took the step. */
  readonly cityName: string
  readonly act: Act
  readonly text: string
  readonly people: number
}

/**
 * Whoever looks after the visit, or wished, in the city that did not take the step; where they are gone, its coordinators.
 * Only whom the visit reaches in this moment, and who has not muted it.
 */
export async function listStepNews(system: Db, stepId: number): Promise<StepNews[]> {
  const { rows } = await sql<StepNews>`
    select p.id as "personId", p.email, p.name, p.lang, c.id as "visitId", c.title, coalesce(taker.names ->> p.lang, taker.name) as "cityName",
      s.act, s.text, s.first_day::text as "firstDay", s.last_day::text as "lastDay", w.people
    from visit_step s join visit_wish w on w.id = s.wish_id join contribution c on c.id = w.contribution_id
      join organisation taker on taker.id = s.organisation_id
      cross join lateral (select
        case when s.organisation_id = c.organisation_id then w.organisation_id else c.organisation_id end as organisation,
        case when s.organisation_id = c.organisation_id then w.person_id else c.steward_id end as person) other
      left join person first on first.id = other.person and first.left_at is null and first.organisation_id = other.organisation
      join person p on p.left_at is null and p.organisation_id = other.organisation
        and case when first.id is null then p.role = 'coordinator' else p.id = first.id end
    where s.id = ${stepId} and c.state = 'published' and not c.demonstration
      and ${isTold(sql`p.id`, sql`c.id`)} and (p.id = c.steward_id or c.audience_id = any (string_to_array(app.audiences_of(p.id), ',')::int[]))
    order by p.id`.execute(system.withTables<TrunkTables & VisitTables>())
  return rows
}
