// How far the making of the whole index has come, kind by kind; written in the same transaction as the documents.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { SearchTables } from './tables.ts'

export interface Remake {
  readonly kind: string
  readonly made_of: string
  /** Everything up to this subject is made. */
  readonly done_to: number
  readonly finished_at: Date | null
}

const table = (system: Db) => system.withTables<SearchTables>()

export const listRemakes = (system: Db): Promise<Remake[]> =>
  table(system).selectFrom('search_remake').selectAll().orderBy('kind').execute()

/** Begins where nothing was made of this yet; what has begun goes on, what is finished stays so. */
export async function beginRemake(system: Db, kind: string, madeOf: string): Promise<void> {
  await sql`insert into search_remake as r (kind, made_of, done_to) values (${kind}, ${madeOf}, 0)
    on conflict (kind) do update set made_of = excluded.made_of, done_to = 0, finished_at = null
    where r.made_of <> excluded.made_of`.execute(system)
}

/** Everything is to be made once more. */
export async function forgetRemakes(system: Db): Promise<void> {
  await table(system).deleteFrom('search_remake').execute()
}

/** One step on; false where somebody else has taken it, or has begun anew. */
export async function stepRemake(transaction: Db, { kind, made_of, done_to }: Remake, to: number): Promise<boolean> {
  const { numUpdatedRows } = await table(transaction)
    .updateTable('search_remake')
    .set({ done_to: to })
    .where('kind', '=', kind)
    .where('made_of', '=', made_of)
    .where('done_to', '=', done_to)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function finishRemake(system: Db, kind: string, madeOf: string, at: Date): Promise<void> {
  await table(system)
    .updateTable('search_remake')
    .set({ finished_at: at })
    .where('kind', '=', kind)
    .where('made_of', '=', madeOf)
    .execute()
}
