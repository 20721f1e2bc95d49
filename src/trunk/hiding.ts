// What was hidden: the note that stands in its place for everybody whom it reached.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

export interface HiddenNote {
  /** Of the hiding. */
  readonly id: number
  /** Null: the contribution itself. */
  readonly replyId: number | null
  /** When what is hidden was written. */
  readonly writtenAt: Date
  readonly reason: string
  /** In `lang`; perhaps none. */
  readonly words: string
  readonly lang: string
  readonly at: Date
  /** How many replies that the viewer reads stand before it. */
  readonly before: number
  /** The viewer wrote it or looks after it, and may open the page about it. */
  readonly concerned: boolean
}

/** Of a contribution and of the replies below it, within the viewer's reach. */
export async function listHidden(db: Db, contributionId: number): Promise<readonly HiddenNote[]> {
  const { rows } = await sql<HiddenNote>`
    select id, reply_id as "replyId", written_at as "writtenAt", reason, words, lang, at, concerned,
      (select count(*)::int from reply r where r.contribution_id = ${contributionId}
        and (r.created_at, r.id) < (n.written_at, n.reply_id)) as before
    from app.hidden_in(${contributionId}) n order by written_at limit 500`.execute(db)
  return rows
}

/** Of the contribution itself. */
export const findHiddenNote = async (db: Db, contributionId: number): Promise<HiddenNote | undefined> =>
  (await listHidden(db, contributionId)).find(({ replyId }) => replyId === null)
