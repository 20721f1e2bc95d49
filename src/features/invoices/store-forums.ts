// What forums are called, for whoever reads of their share.
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { tablesOf } from './store.ts'

/** Names in the language, else in English, with their ids. */
export async function listForumNames(db: Db, lang: Lang): Promise<{ id: number; name: string }[]> {
  const rows = await tablesOf(db).selectFrom('forum').select(['id', 'slug', 'names']).execute()
  return rows.map(({ id, slug, names }) => ({ id, name: names[lang] ?? names.en ?? slug }))
}
