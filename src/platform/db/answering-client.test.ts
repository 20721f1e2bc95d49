// A client that lets go of its answers is pg's client in everything else.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { AnsweringClient } from './answering-client.ts'

let client: pg.Client
beforeAll(async () => {
  const town = await openTown('empty')
  client = new AnsweringClient(town.owner)
  await client.connect()
})
afterAll(() => client.end())

test('it answers a text, a text with values, and what is prepared under a name', async () => {
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  expect((await client.query('select $1::int as one', [2])).rows).toEqual([{ one: 2 }])
  for (const value of [3, 4])
    expect((await client.query({ name: 'kept', text: 'select $1::int as one', values: [value] })).rows).toEqual([
      { one: value },
    ])
  expect((await client.query({ text: 'select 5', rowMode: 'array' })).rows).toEqual([[5]])
})

test('who waits for a call is called', async () => {
  const answer = await new Promise<pg.QueryResult>((resolve, reject) => {
    client.query('select $1::int as one', [6], (error, result) => (error ? reject(error) : resolve(result)))
  })
  expect(answer.rows).toEqual([{ one: 6 }])
  const query = new pg.Query('select 7 as one')
  const rows: unknown[] = []
  const over = new Promise((resolve) => query.on('row', (row) => rows.push(row)).on('end', resolve))
  expect(client.query(query)).toBe(query)
  await over
  expect(rows).toEqual([{ one: 7 }])
})

test('a failure says what PostgreSQL says, and leads to whoever asked', async () => {
  const asking = async () => client.query('select nothing')
  const failure = await asking().catch((error: pg.DatabaseError) => error)
  expect(failure).toMatchObject({ message: 'column "nothing" does not exist', code: '42703' })
  expect((failure as Error).stack).toContain('answering-client.test.ts')
  expect((await client.query('select 8 as one')).rows).toEqual([{ one: 8 }])
})
