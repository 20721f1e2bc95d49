// The council paper as far as the city has written it; what it left alone is not kept, so it follows the words of the day.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { AccessionTables } from './tables.ts'

export interface Draft {
  readonly paragraphs: Readonly<Record<string, string>>
  /** 0: nothing was kept yet. */
  readonly revision: number
}

const tablesOf = (db: Db) => db.withTables<AccessionTables>()

export async function findDraft(db: Db, accessionId: number, lang: Lang): Promise<Draft> {
  const row = await tablesOf(db)
    .selectFrom('accession_paper')
    .select(['paragraphs', 'revision'])
    .where('accession_id', '=', accessionId)
    .where('lang', '=', lang)
    .executeTakeFirst()
  return row ?? { paragraphs: {}, revision: 0 }
}

/** Languages in which something was written, for whoever opens the paper. */
export const listDraftLanguages = async (db: Db, accessionId: number): Promise<Lang[]> => {
  const rows = await tablesOf(db)
    .selectFrom('accession_paper')
    .select('lang')
    .where('accession_id', '=', accessionId)
    .orderBy('updated_at', 'desc')
    .execute()
  return rows.map(({ lang }) => lang)
}

/** False where somebody kept another version after the form was opened. */
export async function keepDraft(db: Db, id: number, lang: Lang, draft: Draft, now: Date): Promise<boolean> {
  const paragraphs = JSON.stringify(draft.paragraphs)
  const query =
    draft.revision === 0
      ? tablesOf(db)
          .insertInto('accession_paper')
          .values({ accession_id: id, lang, paragraphs, updated_at: now })
          .onConflict((conflict) => conflict.doNothing())
          .returning('revision')
      : tablesOf(db)
          .updateTable('accession_paper')
          .set({ paragraphs, updated_at: now, revision: sql`revision + 1` })
          .where('accession_id', '=', id)
          .where('lang', '=', lang)
          .where('revision', '=', draft.revision)
          .returning('revision')
  return (await query.executeTakeFirst()) !== undefined
}
