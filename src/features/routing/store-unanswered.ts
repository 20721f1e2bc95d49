// The office's list: questions that nobody has answered though they were carried twice; through the office's own policies.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { RoutingTables } from './tables.ts'

export interface Unanswered {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly lang: string
  readonly organisationName: string
  readonly publishedAt: Date
  readonly persons: number
  readonly declined: number
}

const tablesOf = (db: Db) => db.withTables<TrunkTables & RoutingTables>()

const listed = (db: Db, { forumId }: Person) =>
  tablesOf(db)
    .selectFrom('routing as r')
    .innerJoin('contribution as c', 'c.id', 'r.contribution_id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .innerJoin('audience as a', 'a.id', 'c.audience_id')
    .where('r.listed_at', 'is not', null)
    .where('c.state', '=', 'published')
    // Each office its own: the network's what the whole network reads, a forum's what its forum reads.
    .where(forumId === null ? sql<boolean>`a.kind in ('public', 'network')` : sql<boolean>`a.forum_id = ${forumId}`)
    .where(sql<boolean>`not exists (select 1 from reply p where p.contribution_id = c.id and p.withdrawn_at is null
      and p.organisation_id <> c.organisation_id)`)

/** The oldest first; whether they were marked as answered is asked of their feature. */
export const listUnanswered = (db: Db, office: Person, lang: Lang): Promise<Unanswered[]> =>
  listed(db, office)
    .innerJoinLateral(
      () => sql<{ persons: number; declined: number }>`app.asked_about(c.id)`.as<'n'>(sql`n`),
      (join) => join.onTrue(),
    )
    .select(['c.id', 'c.kind', 'c.title', 'c.lang', organisationName(lang).as('organisationName')])
    .select([
      sql<Date>`c.published_at`.as('publishedAt'),
      sql<number>`n.persons`.as('persons'),
      sql<number>`n.declined`.as('declined'),
    ])
    .orderBy('r.listed_at')
    .orderBy('c.id')
    .limit(200)
    .execute()

/** Their ids. */
export async function listUnansweredIds(db: Db, office: Person): Promise<number[]> {
  const rows = await listed(db, office).select('c.id').limit(200).execute()
  return rows.map(({ id }) => id)
}
