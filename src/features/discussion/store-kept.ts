// Replies that somebody is writing; row-level security shows each only their own, wherever they stand.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Typed } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { DiscussionTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & DiscussionTables>()

export interface KeptReply {
  readonly typed: Typed
  readonly at: Date
}

export async function keepReply(
  db: Db,
  personId: number,
  contributionId: number,
  typed: Typed,
  now: Date,
): Promise<void> {
  const row = { typed: JSON.stringify(typed), at: now }
  await tablesOf(db)
    .insertInto('discussion_kept_text')
    .values({ person_id: personId, contribution_id: contributionId, ...row })
    .onConflict((conflict) => conflict.columns(['person_id', 'contribution_id']).doUpdateSet(row))
    .execute()
}

export const findKeptReply = (db: Db, contributionId: number): Promise<KeptReply | undefined> =>
  tablesOf(db)
    .selectFrom('discussion_kept_text')
    .select(['typed', 'at'])
    .where('contribution_id', '=', contributionId)
    .executeTakeFirst()

export const forgetKeptReply = (db: Db, contributionId: number): Promise<unknown> =>
  tablesOf(db).deleteFrom('discussion_kept_text').where('contribution_id', '=', contributionId).execute()

/** Whoever's they are: for the system. */
export const forgetOldKept = (system: Db, before: Date): Promise<unknown> =>
  tablesOf(system).deleteFrom('discussion_kept_text').where('at', '<', before).execute()

export interface Unsent extends KeptReply {
  readonly contributionId: number
  /** Null where the contribution is closed, or out of reach by now: nothing of it but one's own words. */
  readonly about: { readonly kind: string; readonly title: string; readonly lang: Lang } | null
}

/** Newest first. */
export const listUnsent = (db: Db, most = 50): Promise<Unsent[]> =>
  tablesOf(db)
    .selectFrom('discussion_kept_text as k')
    .leftJoin('contribution as c', (join) =>
      join.onRef('c.id', '=', 'k.contribution_id').on('c.state', '=', 'published'),
    )
    .select(['k.contribution_id as contributionId', 'k.typed', 'k.at'])
    .select(
      sql<Unsent['about']>`case when c.id is not null
        then json_build_object('kind', c.kind, 'title', c.title, 'lang', c.lang) end`.as('about'),
    )
    .orderBy('k.at', 'desc')
    .limit(most)
    .execute()
