// What forums are called, for whoever reads of their share.
import type { Db } from '#platform/db/database.ts'
import { tablesOf } from './store.ts'

/** Names in the language, else in English, by id. */
export async function listForumNames(db: Db, lang: string): Promise<Map<number, string>> {
  const rows = await tablesOf(db).selectFrom('forum').select(['id', 'slug', 'names']).execute()
  return new Map(rows.map(({ id, slug, names }) => [id, (names as Record<string, string>)[lang] ?? names.en ?? slug]))
}
