// Folders: every query about them. Row-level security decides which there are, and what of them counts.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Folder } from './folder.ts'
import type { BookmarkTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & BookmarkTables>()

const query = (db: Db, lang: Lang) =>
  tablesOf(db)
    .selectFrom('bookmark_folder as f')
    .leftJoin('person as p', 'p.id', 'f.owner_id')
    .leftJoin('audience as a', 'a.id', 'f.audience_id')
    .leftJoin('organisation as o', 'o.id', 'a.organisation_id')
    .leftJoin('room', 'room.audience_id', 'a.id')
    .select([
      'f.id',
      'f.name',
      'f.owner_id as ownerId',
      sql<string | undefined>`p.name`.as('ownerName'),
      'f.audience_id as audienceId',
      'a.kind as audienceKind',
      sql<string | null>`coalesce(${organisationName(lang)}, room.name)`.as('audienceName'),
      sql<boolean>`f.audience_id is null or app.has_folder_owner(f.audience_id, f.owner_id)`.as('ownerIsThere'),
      sql<number>`(select count(*)::int from bookmark b where b.folder_id = f.id)`.as('count'),
    ])

/** One's own first, by name; then those that others share. */
export const listFolders = (db: Db, personId: number, lang: Lang): Promise<Folder[]> =>
  query(db, lang)
    .orderBy(sql`f.owner_id = ${personId}`, 'desc')
    .orderBy(sql`lower(f.name)`)
    .orderBy('f.id')
    .limit(1000)
    .execute()

/** The folder within reach, or the stop `not-found`. */
export async function getFolder(db: Db, id: number | undefined, lang: Lang): Promise<Folder> {
  const folder = id === undefined ? undefined : await query(db, lang).where('f.id', '=', id).executeTakeFirst()
  if (folder === undefined) throw notFound()
  return folder
}

/** One act of this person after the other: of two clicks the second sees what the first has made. */
export const waitForOwnActs = async (db: Db, personId: number): Promise<void> => {
  await tablesOf(db).selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute()
}

export async function countOwnFolders(db: Db, personId: number): Promise<number> {
  const { count } = await tablesOf(db)
    .selectFrom('bookmark_folder')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('owner_id', '=', personId)
    .executeTakeFirstOrThrow()
  return count
}

/** One's own folder of this name, whatever the size of its letters. */
export async function findOwnFolder(db: Db, personId: number, name: string): Promise<number | undefined> {
  const row = await tablesOf(db)
    .selectFrom('bookmark_folder')
    .select('id')
    .where('owner_id', '=', personId)
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}

/** The folder into which this person put something last; without any, the first of their own. */
export async function findLastUsedFolder(db: Db, personId: number): Promise<number | undefined> {
  const row = await tablesOf(db)
    .selectFrom('bookmark_folder as f')
    .leftJoin('bookmark as b', (join) => join.onRef('b.folder_id', '=', 'f.id').on('b.added_by', '=', personId))
    .select('f.id')
    .where((where) => where.or([where('f.owner_id', '=', personId), where('b.added_by', '=', personId)]))
    .orderBy('b.added_at', (order) => order.desc().nullsLast())
    .orderBy('f.id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** A new folder of this person alone; gives its id. */
export async function createFolder(db: Db, ownerId: number, name: string, now: Date): Promise<number> {
  const row = await tablesOf(db)
    .insertInto('bookmark_folder')
    .values({ owner_id: ownerId, name, audience_id: null, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function changeFolder(
  db: Db,
  id: number,
  change: { readonly name?: string; readonly audience_id?: number | null; readonly owner_id?: number },
): Promise<void> {
  await tablesOf(db).updateTable('bookmark_folder').set(change).where('id', '=', id).execute()
}

/** With all that lies in it, also what its owner cannot see; the contributions stay. */
export async function deleteFolder(db: Db, id: number): Promise<void> {
  await tablesOf(db).deleteFrom('bookmark_folder').where('id', '=', id).execute()
}
