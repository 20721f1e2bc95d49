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

/** Written, changed or taken back since then, as far as the viewer reaches them; at most 200, the newest. */
export async function listChangedSince(db: Db, contributionId: number, since: Date): Promise<number[]> {
  const rows = await db
    .withTables<TrunkTables>()
    .selectFrom('reply')
    .select('id')
    .where('contribution_id', '=', contributionId)
    .where(sql<boolean>`greatest(created_at, edited_at, withdrawn_at) >= ${since}`)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ id }) => id)
}
