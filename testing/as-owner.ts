// As the owner of a town's database, past every policy: for what a test must find there and no page can make.
import pg from 'pg'
import type { Town } from './app.ts'

/** Gives the rows; of several statements those of none. */
export async function rowsOf<Row extends object>(town: Town, sql: string): Promise<Row[]> {
  const client = new pg.Client(town.owner)
  await client.connect()
  const result = await client.query<Row>(sql).finally(() => client.end())
  return result.rows ?? []
}

/** Gives the first value of the first row. */
export async function fill(town: Town, sql: string): Promise<number> {
  const [row = {}] = await rowsOf(town, sql)
  return Number(Object.values(row)[0])
}

const triggers = (turned: 'enable' | 'disable'): string => `do $$ declare one regclass; begin
  for one in select distinct tgrelid from pg_trigger where not tgisinternal loop
    execute format('alter table %s ${turned} trigger user', one);
  end loop; end $$`

/** What the house's own triggers would refuse. References between tables still hold: who is no superuser cannot switch them off. */
export const pastTriggers = (town: Town, sql: string): Promise<object[]> =>
  rowsOf(town, `begin; ${triggers('disable')}; ${sql}; ${triggers('enable')}; commit`)

/**
 * Starts `act` with a table held against every reader, or against who would write; once it waits there, runs the statements and
 * lets it go on. For what only a race would bring about.
 */
export async function whileHeld<Given>(
  town: Town,
  table: string,
  act: () => Promise<Given>,
  statements: readonly string[],
  against: 'readers' | 'writers' = 'readers',
): Promise<Given> {
  const client = new pg.Client(town.owner)
  await client.connect()
  try {
    const mode = against === 'readers' ? 'access exclusive' : 'exclusive'
    await client.query(`begin; lock table ${table} in ${mode} mode`)
    const acting = act()
    const waits = `select 1 from pg_locks where not granted and relation = '${table}'::regclass`
    while ((await client.query(waits)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
    return await acting
  } finally {
    await client.end()
  }
}
