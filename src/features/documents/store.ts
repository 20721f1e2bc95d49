// Every query of documents.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { type Contribution, getContribution } from '#trunk/contributions.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { DocumentLine, Version } from './document.ts'
import type { DocumentTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & DocumentTables>()

/** Within reach, or a stop (not found, gone). */
export const getDocument = (db: Db, id: number | undefined, lang: Lang): Promise<Contribution> =>
  getContribution(db, 'document', id, lang)

/** The current one first. */
export async function listVersions(db: Db, id: number): Promise<Version[]> {
  const rows = await tablesOf(db)
    .selectFrom('attachment as f')
    .leftJoin('document_version as v', 'v.attachment_id', 'f.id')
    .leftJoin('person as p', 'p.id', 'f.uploaded_by')
    .select([
      'f.id',
      'f.contribution_id as contributionId',
      'f.reply_id as replyId',
      'f.name',
      'f.media_type as mediaType',
      'f.size',
    ])
    .select(['f.stored_as as storedAs', 'f.created_at as at', sql<string | undefined>`p.name`.as('byName')])
    .select([
      sql<string>`coalesce(v.said, '')`.as('said'),
      sql<number>`(row_number() over (order by f.id))::int`.as('number'),
    ])
    .where('f.contribution_id', '=', id)
    // What came with a remark is no version.
    .where('f.reply_id', 'is', null)
    .orderBy('f.id', 'desc')
    .execute()
  return rows
}

/** After the attachment itself. */
export const insertVersion = (db: Db, contributionId: number, attachmentId: number, said: string): Promise<unknown> =>
  tablesOf(db)
    .insertInto('document_version')
    .values({ attachment_id: attachmentId, contribution_id: contributionId, said })
    .execute()

/** Of one room, the one that changed last first. */
export const listDocuments = (db: Db, roomId: number): Promise<DocumentLine[]> =>
  tablesOf(db)
    .selectFrom('contribution as c')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('attachment as f')
          .select(['f.name', 'f.created_at', sql<number>`(count(*) over ())::int`.as('versions')])
          .whereRef('f.contribution_id', '=', 'c.id')
          .where('f.reply_id', 'is', null)
          .orderBy('f.id', 'desc')
          .limit(1)
          .as('current'),
      (join) => join.onTrue(),
    )
    .select(['c.id', 'c.title', 'c.lang', 'current.versions', 'current.created_at as at', 'current.name as fileName'])
    .where('c.audience_id', '=', roomId)
    .where('c.kind', '=', 'document')
    .where('c.state', '=', 'published')
    .orderBy('current.created_at', 'desc')
    .limit(200)
    .execute()

/** For loaders, by the system: what was brought on a day of its own. */
export const setVersionDay = (system: Db, attachmentId: number, at: Date): Promise<unknown> =>
  tablesOf(system).updateTable('attachment').set({ created_at: at }).where('id', '=', attachmentId).execute()
