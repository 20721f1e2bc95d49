// Queries of the command line; by the system only.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { tablesOf } from './store.ts'

/** The organisation of this name in an address, else all whose name follows the code of their country: `de-kaiserslautern`. */
export async function listNamed(system: Db, slug: string): Promise<{ id: number; slug: string }[]> {
  const found = await tablesOf(system)
    .selectFrom('organisation')
    .select(['id', 'slug'])
    .where(sql<boolean>`slug = ${slug} or slug = lower(country) || '-' || ${slug}`)
    .orderBy('slug')
    .execute()
  const exact = found.filter((one) => one.slug === slug)
  return exact.length > 0 ? exact : found
}

export const findForum = (system: Db, slug: string): Promise<{ id: number } | undefined> =>
  tablesOf(system).selectFrom('forum').select('id').where('slug', '=', slug).executeTakeFirst()
