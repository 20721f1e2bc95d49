// What lies in folders. A row is there only where its folder and the contribution itself are within reach.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Bookmark, Place } from './folder.ts'
import type { BookmarkTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & BookmarkTables>()
const pageSize = 30

const query = (db: Db, lang: Lang) =>
  tablesOf(db)
    .selectFrom('bookmark as b')
    .innerJoin('contribution as c', 'c.id', 'b.contribution_id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('audience as a', 'a.id', 'c.audience_id')
    .leftJoin('person as p', 'p.id', 'b.added_by')
    .select([
      'c.id as contributionId',
      'c.kind',
      'c.title',
      'c.summary',
      'c.lang',
      'c.state',
      organisationName(lang).as('organisationName'),
      'o.slug as organisationSlug',
      'o.country',
      sql<AudienceKind>`coalesce(a.kind, app.kind_of_audience(c.audience_id))`.as('audienceKind'),
      'b.added_by as addedBy',
      sql<string | undefined>`p.name`.as('addedByName'),
      'b.added_at as addedAt',
      'b.note',
    ])

/** What was kept last comes first. */
export async function listBookmarks(
  db: Db,
  folder: { readonly id: number; readonly count: number },
  number: number,
  lang: Lang,
): Promise<PageOf<Bookmark>> {
  const items = await query(db, lang)
    .where('b.folder_id', '=', folder.id)
    .orderBy('b.added_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(pageSize)
    .offset((number - 1) * pageSize)
    .execute()
  return { items, number, size: pageSize, total: folder.count }
}

/** Every folder of the viewer, the one last used first, with whether the contribution lies in it. */
export const listPlaces = (db: Db, contributionId: number, personId: number, lang: Lang): Promise<Place[]> =>
  tablesOf(db)
    .selectFrom('bookmark_folder as f')
    .leftJoin('bookmark as b', (join) =>
      join.onRef('b.folder_id', '=', 'f.id').on('b.contribution_id', '=', contributionId),
    )
    .leftJoin('audience as a', 'a.id', 'f.audience_id')
    .leftJoin('organisation as o', 'o.id', 'a.organisation_id')
    .leftJoin('room', 'room.audience_id', 'a.id')
    .select([
      'f.id',
      'f.name',
      'f.owner_id as ownerId',
      'a.kind as audienceKind',
      sql<string | null>`coalesce(${organisationName(lang)}, room.name)`.as('audienceName'),
      'b.added_by as addedBy',
    ])
    .orderBy(
      sql`(select max(mine.added_at) from bookmark mine where mine.folder_id = f.id and mine.added_by = ${personId})`,
      (order) => order.desc().nullsLast(),
    )
    .orderBy(sql`lower(f.name)`)
    .limit(1000)
    .execute()

/** As many as this person sees: more would tell them of what they do not. */
export async function countBookmarks(db: Db, folderId: number): Promise<number> {
  const { count } = await tablesOf(db)
    .selectFrom('bookmark')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('folder_id', '=', folderId)
    .executeTakeFirstOrThrow()
  return count
}

/** Once in each folder: a second click changes nothing. */
export async function addBookmark(
  db: Db,
  fresh: { folderId: number; contributionId: number; personId: number; note: string },
  now: Date,
): Promise<void> {
  const { folderId, contributionId, personId, note } = fresh
  await tablesOf(db)
    .insertInto('bookmark')
    .values({ folder_id: folderId, contribution_id: contributionId, added_by: personId, note, added_at: now })
    .onConflict((conflict) => conflict.columns(['folder_id', 'contribution_id']).doNothing())
    .execute()
}

/** Who put it there, or undefined where nothing is to be seen. */
export async function findAdder(db: Db, folderId: number, contributionId: number): Promise<number | undefined> {
  const row = await tablesOf(db)
    .selectFrom('bookmark')
    .select('added_by')
    .where('folder_id', '=', folderId)
    .where('contribution_id', '=', contributionId)
    .executeTakeFirst()
  return row?.added_by
}

export async function removeBookmark(db: Db, folderId: number, contributionId: number): Promise<void> {
  await tablesOf(db)
    .deleteFrom('bookmark')
    .where('folder_id', '=', folderId)
    .where('contribution_id', '=', contributionId)
    .execute()
}
