// Study visits that two cities agreed on, as dates of whoever acts for one of them.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { VisitTables } from './tables.ts'

export interface DatedVisit {
  readonly wishId: number
  readonly contributionId: number
  readonly title: string
  readonly place: string
  readonly audienceKind: AudienceKind
  readonly firstDay: string
  readonly lastDay: string
  readonly ended: boolean
  /** What was said on the way so far, and when the last of it was. */
  readonly steps: number
  readonly changedAt: Date
}

const mostDates = 200

/** Agreed, also if it was called off afterwards; `since` is a day. */
export const listDatedVisits = (db: Db, since: string): Promise<DatedVisit[]> =>
  db
    .withTables<TrunkTables & VisitTables>()
    .selectFrom('visit_wish as w')
    .innerJoin('contribution as c', 'c.id', 'w.contribution_id')
    .innerJoin('study_visit as v', 'v.contribution_id', 'c.id')
    .innerJoin('audience as a', 'a.id', 'c.audience_id')
    .innerJoin(
      (query) =>
        query
          .selectFrom('visit_step as s')
          .select(['s.wish_id', sql<number>`count(*)::int`.as('steps'), sql<Date>`max(s.at)`.as('changedAt')])
          .select(sql<boolean>`bool_or(s.act = 'agreed')`.as('agreed'))
          .groupBy('s.wish_id')
          .as('s'),
      (join) => join.onRef('s.wish_id', '=', 'w.id'),
    )
    .select(['w.id as wishId', 'c.id as contributionId', 'c.title', 'v.place', 'a.kind as audienceKind'])
    .select([sql<string>`w.first_day::text`.as('firstDay'), sql<string>`w.last_day::text`.as('lastDay')])
    .select([sql<boolean>`w.state = 'ended'`.as('ended'), 's.steps', 's.changedAt'])
    .where('s.agreed', '=', true)
    .where('c.state', '=', 'published')
    .where(sql<boolean>`c.hidden_at is null`)
    .where(sql<boolean>`w.state <> 'open' and w.last_day >= ${since}::date`)
    .where(sql<boolean>`app.visit_side(w.contribution_id, w.person_id, w.organisation_id) is not null`)
    .orderBy('w.first_day')
    .orderBy('w.id')
    .limit(mostDates)
    .execute()
