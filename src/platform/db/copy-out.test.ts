// Rows as bytes: all of them as they are, as the viewer, and a failure that is one.
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { copyOf } from './copy-out.ts'
import type { Db } from './database.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})

const visitor = { visitor: true } as const
const copied = async (db: Db, query: string): Promise<string[]> => {
  const { rows } = await sql<{ bytes: Buffer }>`${sql.raw(copyOf(query))}`.execute(db)
  return rows.map(({ bytes }) => bytes.toString('hex'))
}

test('every byte arrives as it is, of short rows, of long ones, and of none', async () => {
  await town.database.read(visitor, async (db) => {
    expect(await copied(db, `select bytea '\\x00ff0a5c2e80'`)).toEqual(['00ff0a5c2e80'])
    expect(await copied(db, `select ''::bytea where false`)).toEqual([])
    const long = await copied(
      db,
      `select decode(repeat(lpad(to_hex(n % 256), 2, '0'), 3000 * n), 'hex') from generate_series(0, 90) n`,
    )
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
      copied(db, `select bytea '\\x02'`),
      sql<{ three: number }>`select 3 as three`.execute(db).then(({ rows }) => rows),
    ]),
  )
  expect(answers).toEqual([[{ one: 1 }], ['02'], [{ three: 3 }]])
})

test('what is out of reach does not arrive: row-level security holds for it', async () => {
  const query = 'select int4send(id) from search_document order by id'
  const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id.toString(16).padStart(8, '0'))
  const listed = sql<{ id: number }>`select id from search_document order by id`
  const all = ids((await listed.execute(town.database.system)).rows)
  await town.database.read(visitor, async (db) => {
    const found = await copied(db, query)
    expect(found).toEqual(ids((await listed.execute(db)).rows))
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(all.length)
  })
})

test('a copy that fails is a failure, and the connection serves the next', async () => {
  const failing = town.database.read(visitor, (db) => copied(db, 'select int4send(1 / 0)'))
  await expect(failing).rejects.toThrow(/division by zero/)
  await town.database.read(visitor, async (db) => expect(await copied(db, `select bytea '\\x07'`)).toEqual(['07']))
})
