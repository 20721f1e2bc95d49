// Study visits that two cities agreed on, as dates of whoever acts for one of them.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Days, WishState } from './study-visit.ts'
import type { VisitTables } from './tables.ts'

/** An agreement as it stands now. */
export interface DatedVisit extends Days {
  readonly wishId: number
  /** Null: the visit itself does not reach the viewer. */
  readonly title: string | null
  readonly audienceKind: AudienceKind | null
  readonly place: string
  readonly people: number
  readonly state: WishState
  /** How much was said on the way so far, and when the last of it was. */
  readonly steps: number
  readonly changedAt: Date
}

const mostDates = 200

/** Agreed, also if it was called off or other days were proposed afterwards; `since` is a day. */
export const listDatedVisits = (db: Db, since: string): Promise<DatedVisit[]> =>
  db
    .withTables<TrunkTables & VisitTables>()
    .selectFrom('visit_wish as w')
    .innerJoin('contribution as c', 'c.id', 'w.contribution_id')
    .innerJoin('audience as a', 'a.id', 'c.audience_id')
    .innerJoin(
      (query) =>
        query
          .selectFrom('visit_step as s')
          .select(['s.wish_id', sql<number>`count(*)::int`.as('steps'), sql<Date>`max(s.at)`.as('changedAt')])
          .groupBy('s.wish_id')
          .as('s'),
      (join) => join.onRef('s.wish_id', '=', 'w.id'),
    )
    .select(['w.id as wishId', 'c.title', 'a.kind as audienceKind', 'w.people', 'w.state'])
    .select(sql<string>`coalesce(w.agreed_place, '')`.as('place'))
    .select([sql<string>`w.first_day::text`.as('firstDay'), sql<string>`w.last_day::text`.as('lastDay')])
    .select(['s.steps', 's.changedAt'])
    .where('w.agreed_with', 'is not', null)
    .where('c.state', '=', 'published')
    .where(sql<boolean>`c.hidden_at is null`)
    .where(sql<boolean>`w.last_day >= ${since}::date`)
    .where(sql<boolean>`app.visit_side(w.contribution_id, w.person_id, w.organisation_id) is not null`)
    .orderBy('w.first_day')
    .orderBy('w.id')
    .limit(mostDates)
    .execute()
