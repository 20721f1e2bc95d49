// From facts to jobs: each fact is handed over exactly once, in the transaction that marks it.
import type { Db } from '#platform/db/database.ts'
import type { Fact } from '#platform/facts.ts'
import { factFrom } from './facts.ts'
import type { TrunkTables } from './tables.ts'

const columns = ['id', 'name', 'actor_id', 'organisation_id', 'contribution_id', 'audience_id', 'at', 'data'] as const
const batch = 200

const takeBatch = (system: Db, handOver: (fact: Fact, transaction: Db) => Promise<void>): Promise<number> =>
  system.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<TrunkTables>()
    // Several processes may take at the same time: each skips what another holds.
    const rows = await tables
      .selectFrom('fact')
      .select(columns)
      .where('queued_at', 'is', null)
      .orderBy('id')
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const row of rows) await handOver(factFrom(row), transaction)
    if (rows.length > 0)
      await tables
        .updateTable('fact')
        .set({ queued_at: new Date() })
        .where(
          'id',
          'in',
          rows.map((row) => row.id),
        )
        .execute()
    return rows.length
  })

/** Hands over all facts not queued yet; gives how many. */
export async function takeFacts(system: Db, handOver: (fact: Fact, transaction: Db) => Promise<void>): Promise<number> {
  let taken = 0
  for (;;) {
    const count = await takeBatch(system, handOver)
    taken += count
    if (count < batch) return taken
  }
}

export async function findFact(system: Db, id: number): Promise<Fact | undefined> {
  const row = await system
    .withTables<TrunkTables>()
    .selectFrom('fact')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : factFrom(row)
}
