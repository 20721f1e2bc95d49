// The ends of polls as dates of somebody's calendar: of those that ask their city and reach them.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { PollTables } from './tables.ts'

export interface DatedPoll {
  readonly id: number
  readonly title: string
  readonly audienceKind: AudienceKind
  readonly chatham: boolean
  readonly endsAt: Date
  readonly closedAt: Date | null
  /** How often its end was set, and when the last time was: prolonged or closed. */
  readonly changes: number
  readonly changedAt: Date
}

const mostDates = 500
const moves = ['poll.prolonged', 'poll.closed']

/** Those that end at `since` or later; one that was closed before its end is among them. */
export const listDatedPolls = (db: Db, organisationId: number, since: Date): Promise<DatedPoll[]> =>
  db
    .withTables<TrunkTables & PollTables>()
    .selectFrom('contribution as c')
    .innerJoin('poll as p', 'p.contribution_id', 'c.id')
    .innerJoin('audience as a', 'a.id', 'c.audience_id')
    .innerJoin('poll_asked as q', 'q.contribution_id', 'c.id')
    .select(['c.id', 'c.title', 'a.kind as audienceKind', 'p.ends_at as endsAt', 'p.closed_at as closedAt'])
    .select([
      sql<boolean>`exists (select 1 from room r where r.audience_id = c.audience_id and r.chatham)`.as('chatham'),
      sql<number>`(select count(*)::int from fact f where f.contribution_id = c.id and f.name = any (${moves}))`.as(
        'changes',
      ),
      sql<Date>`greatest(c.published_at, (select max(f.at) from fact f where f.contribution_id = c.id and f.name = any (${moves})))`.as(
        'changedAt',
      ),
    ])
    .where('c.state', '=', 'published')
    .where(sql<boolean>`c.hidden_at is null`)
    .where('q.organisation_id', '=', organisationId)
    .where('p.ends_at', '>=', since)
    .orderBy('p.ends_at')
    .orderBy('c.id')
    .limit(mostDates)
    .execute()
