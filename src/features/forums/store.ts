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
}

/** False where the tree would turn in a circle; row-level security and a trigger refuse whoever may not. */
export async function changeForum(db: Db, id: number, change: ForumChange): Promise<boolean> {
  const { rows } = await sql<{ circle: boolean }>`
    with recursive above (id) as (
      select ${change.parentId}::int union select f.parent_id from forum f join above on f.id = above.id)
    select coalesce(bool_or(id = ${id}), false) as circle from above`.execute(db.withTables<TrunkTables>())
  if (rows[0]?.circle === true) return false
  await sql`update forum set names = ${JSON.stringify(change.names)}::jsonb, languages = ${change.languages}::text[],
    notice_months = ${change.noticeMonths}, membership_rule = ${change.rule}, parent_id = ${change.parentId}
    where id = ${id}`.execute(db.withTables<TrunkTables>())
  return true
}
