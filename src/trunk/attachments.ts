// Files that hang on a contribution: the rows; the bytes lie in the files folder (platform/files).
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from './tables.ts'

export interface Attachment {
  readonly id: number
  readonly contributionId: number
  /** Null: of the contribution itself. */
  readonly replyId: number | null
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly storedAs: string
}

const query = (db: Db) =>
  db
    .withTables<TrunkTables>()
    .selectFrom('attachment')
    .select([
      'id',
      'contribution_id as contributionId',
      'reply_id as replyId',
      'name',
      'media_type as mediaType',
      'size',
      'stored_as as storedAs',
    ])

/** Of the contribution itself, not of the replies to it. */
export const listAttachments = (db: Db, contributionId: number): Promise<Attachment[]> =>
  query(db)
    .where('contribution_id', '=', contributionId)
    .where('reply_id', 'is', null)
    .orderBy('id')
    .limit(100)
    .execute()

/** Of these replies, in the order in which they were attached. */
export const listAttachmentsOf = (db: Db, replyIds: readonly number[]): Promise<Attachment[]> =>
  replyIds.length === 0
    ? Promise.resolve([])
    : query(db).where(sql<boolean>`reply_id = any(${replyIds}::int[])`).orderBy('id').limit(1000).execute()

/** Within the viewer's reach: the file follows its contribution. */
export const findAttachment = (db: Db, id: number): Promise<Attachment | undefined> =>
  query(db).where('id', '=', id).executeTakeFirst()

/** `replyId`: of that reply to it, which the uploader wrote. */
export async function createAttachment(
  db: Db,
  uploaderId: number,
  fresh: Omit<Attachment, 'id' | 'replyId'> & { readonly replyId?: number },
): Promise<number> {
  const row = await db
    .withTables<TrunkTables>()
    .insertInto('attachment')
    .values({
      contribution_id: fresh.contributionId,
      reply_id: fresh.replyId ?? null,
      uploaded_by: uploaderId,
      name: fresh.name,
      media_type: fresh.mediaType,
      size: fresh.size,
      stored_as: fresh.storedAs,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Removes the row; the bytes are swept by a job. False when the viewer may not or it was gone. */
export async function deleteAttachment(db: Db, id: number): Promise<boolean> {
  const result = await db.withTables<TrunkTables>().deleteFrom('attachment').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows === 1n
}
