// What whoever asked made of the answers: the newest wording stands on top, the earlier ones can be read.
import type { Db } from '#platform/db/database.ts'
import type { DiscussionTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<DiscussionTables>()

export interface Summary {
  readonly number: number
  readonly lang: string
  /** Markdown. */
  readonly text: string
  readonly at: Date
}

/** Newest first; at most 100. */
export const listSummaries = (db: Db, contributionId: number, most = 100): Promise<Summary[]> =>
  tablesOf(db)
    .selectFrom('discussion_summary')
    .select(['number', 'lang', 'text', 'at'])
    .where('contribution_id', '=', contributionId)
    .orderBy('number', 'desc')
    .limit(most)
    .execute()

/** The one that stands now. */
export const findSummary = async (db: Db, contributionId: number): Promise<Summary | undefined> =>
  (await listSummaries(db, contributionId, 1))[0]

/** False: somebody else wrote this one meanwhile. */
export async function insertSummary(
  db: Db,
  contributionId: number,
  { number, lang, text }: Omit<Summary, 'at'>,
): Promise<boolean> {
  const result = await tablesOf(db)
    .insertInto('discussion_summary')
    .values({ contribution_id: contributionId, number, lang, text })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}
