// A transaction of a request: one moment, sent together, over when it is over.
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import type { Db } from './database.ts'

let town: Town
beforeAll(async () => {
  town = await openTown('empty')
})

const visitor = { visitor: true } as const
const one = async (db: Db, number: number): Promise<number | undefined> =>
  (await sql<{ number: number }>`select ${number}::int as number`.execute(db)).rows[0]?.number

test('statements of one turn are answered each with its own rows', async () => {
  const numbers = await town.database.read(visitor, (db) =>
    Promise.all([1, 2, 3, 4, 5].map((number) => one(db, number))),
  )
  expect(numbers).toEqual([1, 2, 3, 4, 5])
})

test('reading cannot write', async () => {
  const writing = town.database.read(visitor, (db) => sql`create table forbidden (id int)`.execute(db))
  await expect(writing).rejects.toThrow(/read-only transaction/)
})

test('a statement that comes after the end of its transaction is refused', async () => {
  let kept: Db | undefined
  await town.database.read(visitor, async (db) => {
    kept = db
  })
  await expect(one(kept as Db, 1)).rejects.toThrow('after the end of its transaction')
})

test('a failure that somebody caught is not acknowledged: the transaction was rolled back', async () => {
  const writing = town.database.write(visitor, async (db) => {
    await sql`select 1 / 0`.execute(db).catch(() => undefined)
  })
  await expect(writing).rejects.toThrow('could not be committed')
})

test('after a failure the connection serves the next request, and as nobody', async () => {
  for (let round = 0; round < 20; round += 1)
    await expect(town.database.write(visitor, (db) => sql`select nothing`.execute(db))).rejects.toThrow()
  const who = await town.database.read(visitor, async (db, viewer) => ({
    person: viewer.person,
    set: (await sql<{ set: string | null }>`select nullif(current_setting('app.person', true), '') as set`.execute(db))
      .rows[0]?.set,
  }))
  expect(who).toEqual({ person: undefined, set: null })
})

test('what one transaction set is unknown to the next on the same connection', async () => {
  const audiences = (db: Db) => sql<{ now: string }>`select current_setting('app.audiences') as now`.execute(db)
  await town.database.write(visitor, (db) => sql`select set_config('app.audiences', '1,2,3', true)`.execute(db))
  const seen = await Promise.all(
    Array.from({ length: 12 }, () => town.database.read(visitor, async (db) => (await audiences(db)).rows[0]?.now)),
  )
  expect(new Set(seen)).toEqual(new Set(['1']))
})

test('a request has ten seconds for a question and may not hold a transaction open; the system may take its time', async () => {
  const patience = (db: Db) =>
    sql<{ question: string; idle: string }>`select current_setting('statement_timeout') as question,
      current_setting('idle_in_transaction_session_timeout') as idle`.execute(db)
  const asked = await town.database.read(visitor, async (db) => (await patience(db)).rows[0])
  expect(asked).toEqual({ question: '10s', idle: '30s' })
  expect((await patience(town.database.system)).rows[0]?.question).toBe('0')
})
