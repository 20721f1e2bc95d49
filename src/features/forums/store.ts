// Every query of forums.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { ForumInTree, Rule } from './forum.ts'

const query = (db: Db) =>
  db
    .withTables<TrunkTables>()
    .selectFrom('forum as f')
    .select([
      'f.id',
      'f.slug',
      'f.names',
      'f.country',
      sql<Rule>`f.membership_rule`.as('rule'),
      'f.parent_id as parentId',
      'f.languages',
      'f.notice_months as noticeMonths',
      sql<number>`f.revision`.as('revision'),
      sql<number>`(select count(*)::int from forum_member m where m.forum_id = f.id)`.as('members'),
    ])

export const listForumTree = (db: Db): Promise<ForumInTree[]> =>
  query(db).orderBy('f.slug').limit(500).execute() as Promise<ForumInTree[]>

export interface ForumChange {
  readonly names: Readonly<Record<string, string>>
  readonly languages: readonly string[]
  readonly noticeMonths: number
  readonly rule: Rule
  readonly parentId: number | null
  /** The one that was opened. */
  readonly revision: number
}

/** Refused where the tree would turn in a circle, or somebody has saved since `revision`; policies and triggers hold the rest. */
export async function changeForum(db: Db, id: number, change: ForumChange): Promise<'done' | 'circle' | 'changed'> {
  const tables = db.withTables<TrunkTables>()
  // The lock of the trigger, taken before the question: whoever waits here is answered by what the other has committed.
  await sql`select pg_advisory_xact_lock(20250102, 0)`.execute(tables)
  const { rows } = await sql<{ circle: boolean }>`
    with recursive above (id) as (
      select ${change.parentId}::int union select f.parent_id from forum f join above on f.id = above.id)
    select coalesce(bool_or(id = ${id}), false) as circle from above`.execute(tables)
  if (rows[0]?.circle === true) return 'circle'
  const { numAffectedRows } = await sql`
    update forum set names = ${JSON.stringify(change.names)}::jsonb, languages = ${change.languages}::text[],
      notice_months = ${change.noticeMonths}, membership_rule = ${change.rule}, parent_id = ${change.parentId}, revision = revision + 1
    where id = ${id} and revision = ${change.revision}`.execute(tables)
  return numAffectedRows === 1n ? 'done' : 'changed'
}

/** To those who belong to a forum; undefined for whom it does not reach. */
export async function findForumAudience(db: Db, forumId: number): Promise<number | undefined> {
  const row = await db
    .withTables<TrunkTables>()
    .selectFrom('audience')
    .select('id')
    .where('forum_id', '=', forumId)
    .executeTakeFirst()
  return row?.id
}
