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
