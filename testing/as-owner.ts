// As the owner of a town's database, past every policy: for what a test must find there and no page can make.
import pg from 'pg'
import type { Town } from './app.ts'

/** Gives the first value of the first row. */
export async function fill(town: Town, sql: string): Promise<number> {
  const client = new pg.Client(town.owner)
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return Number(Object.values(rows[0] ?? {})[0])
}
