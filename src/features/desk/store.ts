// The one thing the desk asks: what the forum is called whose office somebody works in.
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'

export async function findForumName(db: Db, forumId: number, lang: Lang): Promise<string | undefined> {
  const forum = await db
    .withTables<TrunkTables>()
    .selectFrom('forum')
    .select(['names', 'slug'])
    .where('id', '=', forumId)
    .executeTakeFirst()
  return forum && (forum.names[lang] ?? forum.names.en ?? forum.slug)
}
