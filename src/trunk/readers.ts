// Whoever reads along below a contribution: whom a reply reaches at this moment, and what changed while they were away.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from './tables.ts'

/** Those of the sessions, by the digests of their secrets, whom this reply reaches now. Leaves the transaction entered as nobody. */
export async function listReachedReaders(
  db: Db,
  sessions: readonly string[],
  replyId: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ hash: string }>`
    select hash from app.reached_readers(${sessions}::text[], ${replyId}) as hash`.execute(db)
  return new Set(rows.map(({ hash }) => hash))
}

/** Written, changed, taken back or hidden since then, as far as the viewer reaches them or the note in their place; at most 200, the newest. */
export async function listChangedSince(db: Db, contributionId: number, since: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from reply where contribution_id = ${contributionId} and greatest(created_at, edited_at, withdrawn_at) >= ${since}
    union select reply_id from app.hidden_in(${contributionId}) where reply_id is not null and at >= ${since}
    order by id desc limit 200`.execute(db.withTables<TrunkTables>())
  return rows.map(({ id }) => id)
}
