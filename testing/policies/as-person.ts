// SQL with every store bypassed: a connection as the application role, entered as one person, undone afterwards.
import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Town } from '../app.ts'

export interface Door {
  /** One transaction as this person (undefined: entered as nobody), rolled back at its end. */
  readonly as: <Value>(person: number | undefined, work: (client: pg.Client) => Promise<Value>) => Promise<Value>
  readonly close: () => Promise<void>
}

export async function openDoor(town: Town): Promise<Door> {
  const client = new pg.Client({ ...town.app_role, pipeline: true })
  await client.connect()
  // Policies are planned once for each text of a statement, not for each of thousands of rows.
  await client.query('set plan_cache_mode = force_generic_plan')
  return {
    as: async (person, work) => {
      await client.query('begin')
      if (person === undefined) await client.query(`select set_config('app.audiences', '1', true)`)
      else await enter(client, person)
      return work(client).finally(() => client.query('rollback'))
    },
    close: () => client.end(),
  }
}

/** As the roof does it: whoever is not let in goes on as a visitor. */
async function enter(client: pg.Client, person: number): Promise<void> {
  const { rows } = await client.query('select person_id from app.enter($1, null)', [person])
  if (rows[0] === undefined) await client.query(`select set_config('app.audiences', '1', true)`)
}

/** Short enough for the name of a prepared statement. */
const nameOf = (sql: string): string => createHash('sha256').update(sql).digest('hex').slice(0, 40)

/**
 * What one statement gives, or the code of PostgreSQL's refusal; undone afterwards. All of it leaves together: for tens of thousands of
 * tries the ways there and back took longer than the statements.
 */
export async function tryOut<Value>(client: pg.Client, work: () => Promise<Value>): Promise<Value | string> {
  const begun = client.query('savepoint attempt')
  const tried = work().catch((error: { code?: string }) => String(error.code))
  const undone = client.query('rollback to savepoint attempt')
  const [, outcome] = await Promise.all([begun, tried, undone])
  return outcome
}

/** The code of PostgreSQL's refusal, or how many rows it touched. */
export async function attempt(client: pg.Client, sql: string, values: readonly unknown[] = []): Promise<string> {
  const outcome = await tryOut(client, () => client.query({ name: nameOf(sql), text: sql, values: [...values] }))
  return typeof outcome === 'string' ? outcome : `${outcome.rowCount} rows`
}

/** insufficient_privilege: a missing right, or a row that a policy does not let pass. */
export const refused = '42501'
