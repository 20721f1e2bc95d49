// Rows as bytes: all of them as they are, as the viewer, and a failure that is one.
import { type RawBuilder, sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { copied } from './copy-out.ts'
import type { Db } from './database.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})

const visitor = { visitor: true } as const
const bytesOf = async (db: Db, query: RawBuilder<unknown>): Promise<string[]> => {
  const { rows } = await copied(query).execute(db)
  return rows.map(({ bytes }) => bytes.toString('hex'))
}

test('every byte arrives as it is, of short rows, of long ones, and of none', async () => {
  await town.database.read(visitor, async (db) => {
    expect(await bytesOf(db, sql`select bytea '\\x00ff0a5c2e80'`)).toEqual(['00ff0a5c2e80'])
    expect(await bytesOf(db, sql`select ''::bytea where false`)).toEqual([])
    const numbered = sql`lpad(to_hex(n), 2, '0')`
    const rows = sql`select decode(repeat(${numbered}, 3000 * n), 'hex') from generate_series(0, 90) n`
    const long = await bytesOf(db, rows)
    expect(long).toEqual(
      Array.from({ length: 91 }, (_, n) =>
        n
          .toString(16)
          .padStart(2, '0')
          .repeat(3000 * n),
      ),
    )
  })
})

test('it is answered in its turn among other statements of one transaction', async () => {
  const answers = await town.database.read(visitor, (db) =>
    Promise.all([
      sql<{ one: number }>`select 1 as one`.execute(db).then(({ rows }) => rows),
      bytesOf(db, sql`select bytea '\\x02'`),
      sql<{ three: number }>`select 3 as three`.execute(db).then(({ rows }) => rows),
    ]),
  )
  expect(answers).toEqual([[{ one: 1 }], ['02'], [{ three: 3 }]])
})

test('what is out of reach does not arrive: row-level security holds for it', async () => {
  const query = sql`select int4send(id) from search_document order by id`
  const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id.toString(16).padStart(8, '0'))
  const listed = sql<{ id: number }>`select id from search_document order by id`
  const all = ids((await listed.execute(town.database.system)).rows)
  await town.database.read(visitor, async (db) => {
    const found = await bytesOf(db, query)
    expect(found).toEqual(ids((await listed.execute(db)).rows))
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(all.length)
  })
})

test('a value that is no part of the text is refused, not left out', async () => {
  const asking = town.database.read(visitor, (db) => bytesOf(db, sql`select int4send(${7}::int)`))
  await expect(asking).rejects.toThrow(/no parameter/)
})

test('a copy that fails is a failure, and the connection serves the next', async () => {
  const failing = town.database.read(visitor, (db) => bytesOf(db, sql`select int4send(1 / 0)`))
  await expect(failing).rejects.toThrow(/division by zero/)
  await town.database.read(visitor, async (db) => expect(await bytesOf(db, sql`select bytea '\\x07'`)).toEqual(['07']))
})
