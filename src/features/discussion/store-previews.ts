// Which files have a picture, and which still wait for one.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { NoPreview, Preview } from '#platform/files/previews.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { DiscussionTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & DiscussionTables>()

export interface KnownPreview {
  readonly attachmentId: number
  readonly picture: { readonly width: number; readonly height: number } | undefined
  /** Of a PDF. */
  readonly pages: number | null
  readonly drawn: number
}

const query = (db: Db) =>
  tablesOf(db)
    .selectFrom('attachment_preview as v')
    .select(['v.attachment_id', 'v.width', 'v.height', 'v.pages', 'v.drawn'])

type Row = Awaited<ReturnType<ReturnType<typeof query>['execute']>>[number]
const known = ({ attachment_id, width, height, pages, drawn }: Row): KnownPreview => ({
  attachmentId: attachment_id,
  picture: width === null || height === null ? undefined : { width, height },
  pages,
  drawn,
})

/** Of the files of one contribution, the newest, without those of its replies; within the viewer's reach. */
export async function listPreviews(db: Db, contributionId: number): Promise<KnownPreview[]> {
  const rows = await query(db)
    .innerJoin('attachment as f', 'f.id', 'v.attachment_id')
    .where('f.contribution_id', '=', contributionId)
    .where('f.reply_id', 'is', null)
    .orderBy('f.id', 'desc')
    .limit(200)
    .execute()
  return rows.map(known)
}

/** Of the files of these replies. */
export async function listPreviewsOf(db: Db, replyIds: readonly number[]): Promise<KnownPreview[]> {
  const rows = await query(db)
    .innerJoin('attachment as f', 'f.id', 'v.attachment_id')
    .where(sql<boolean>`f.reply_id = any(${replyIds}::int[])`)
    .limit(1000)
    .execute()
  return rows.map(known)
}

export async function findPreview(db: Db, attachmentId: number): Promise<KnownPreview | undefined> {
  const row = await query(db).where('v.attachment_id', '=', attachmentId).executeTakeFirst()
  return row === undefined ? undefined : known(row)
}

export interface Waiting {
  readonly id: number
  readonly mediaType: string
  readonly storedAs: string
}

/** As the system: pictures and PDF that nobody has looked at yet, of one contribution or of all. */
export const listWithoutPreview = (system: Db, most: number, contributionId?: number): Promise<Waiting[]> =>
  tablesOf(system)
    .selectFrom('attachment as f')
    .leftJoin('attachment_preview as v', 'v.attachment_id', 'f.id')
    .select(['f.id', 'f.media_type as mediaType', 'f.stored_as as storedAs'])
    .where('v.attachment_id', 'is', null)
    .where((where) =>
      where.or([where('f.media_type', 'like', 'image/%'), where('f.media_type', '=', 'application/pdf')]),
    )
    .$if(contributionId !== undefined, (some) => some.where('f.contribution_id', '=', contributionId ?? 0))
    .orderBy('f.id', 'desc')
    .limit(most)
    .execute()

/** False when the file was removed meanwhile. */
export async function keepPreview(system: Db, attachmentId: number, made: Preview | NoPreview): Promise<boolean> {
  const { width, height, drawn } = 'width' in made ? made : { width: null, height: null, drawn: 0 }
  const result = await tablesOf(system)
    .insertInto('attachment_preview')
    .columns(['attachment_id', 'width', 'height', 'pages', 'drawn'])
    .expression((from) =>
      from
        .selectFrom('attachment')
        .select((select) => [
          'id',
          select.val(width).as('width'),
          select.val(height).as('height'),
          select.val(made.pages).as('pages'),
          select.val(drawn).as('drawn'),
        ])
        .where('id', '=', attachmentId),
    )
    .onConflict((conflict) => conflict.column('attachment_id').doUpdateSet({ width, height, pages: made.pages, drawn }))
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}
