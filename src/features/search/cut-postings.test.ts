// Postings leave with their document, to the last byte, whoever deletes it and whoever reads meanwhile.
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { idsIn } from './accumulate.ts'
import { blockSize, evenNumbers, packPostings, postingOf } from './posting-block.ts'
import { listPostings } from './store-postings.ts'
import { everyDocument } from './term-id.ts'

let town: Town
let owner: pg.Client
beforeAll(async () => {
  town = await openTown()
  owner = new pg.Client(town.owner)
  await owner.connect()
})
afterAll(() => owner.end())

const cut = async (ids: readonly number[], places: readonly number[]): Promise<number[]> => {
  const data = packPostings(ids.map((id) => postingOf(id, 1)))
  const { rows } = await owner.query('select app.without_postings($1, $2) as data', [data, places])
  return [...idsIn([{ block: 0, pairs: evenNumbers(rows[0].data) }])]
}

test.each([
  [[3], []],
  [[1], [2, 3, 500, 16_383]],
  [[16_383], [1, 2, 3, 500]],
  [
    [2, 3],
    [1, 500, 16_383],
  ],
  [
    [1, 3, 16_383],
    [2, 500],
  ],
  [[1, 2, 3, 500, 16_383], []],
])('places %j are cut, the others stay', async (places, left) => {
  const ids = places.length === 1 && left.length === 0 ? places : [...places, ...left].sort((one, other) => one - other)
  expect(await cut(ids, places)).toEqual(left)
})

test('any places are cut out of any postings', async () => {
  for (let round = 0; round < 40; round += 1) {
    const ids = Array.from({ length: 60 }, (_, at) => at * 7 + (round % 7)).filter((id) => (id * 31 + round) % 3 > 0)
    const places = ids.filter((id) => (id * 17 + round) % 4 === 0)
    if (places.length > 0) expect(await cut(ids, places)).toEqual(ids.filter((id) => !places.includes(id)))
  }
})

interface Row {
  readonly term: number
  readonly audience: number
  readonly block: number
  readonly data: Buffer
}
const postingsOf = async (id: number): Promise<number> => {
  const { rows } = await owner.query<Row>('select * from search_posting where block = $1', [Math.floor(id / blockSize)])
  return rows.filter(({ block, data }) => idsIn([{ block, pairs: evenNumbers(data) }]).has(id)).length
}

test('of a deleted document no posting, no word of its title and no empty row is left', async () => {
  const { rows } = await owner.query(
    `select id from search_document where kind = 'practice' order by id limit 3 offset 20`,
  )
  const ids = rows.map(({ id }) => Number(id))
  for (const id of ids) expect(await postingsOf(id)).toBeGreaterThan(10)
  await owner.query('delete from search_document where id = any ($1)', [ids])
  for (const id of ids) expect(await postingsOf(id)).toBe(0)
  const left = await owner.query('select 1 from search_title where document_id = any ($1)', [ids])
  const empty = await owner.query(`select 1 from search_posting where data = ''`)
  expect([left.rows, empty.rows]).toEqual([[], []])
})

const all = async (db: Parameters<Parameters<Town['database']['read']>[1]>[0]): Promise<number> => {
  return idsIn(await listPostings(db, [everyDocument])).size
}

test('who reads while something is narrowed sees one moment: the document with its postings, then neither', async () => {
  await town.database.read({ visitor: true }, async (db) => {
    const before = await all(db)
    const { rows } = await owner.query(
      `select d.id, d.contribution_id from search_document d where d.audience = 1 and d.contribution_id is not null limit 1`,
    )
    await owner.query('update contribution set audience_id = 2 where id = $1', [rows[0].contribution_id])
    expect(await all(db)).toBe(before)
    const seen = await sql`select 1 from search_document where id = ${rows[0].id}`.execute(db)
    expect(seen.rows).toHaveLength(1)
    await town.database.read({ visitor: true }, async (later) => expect(await all(later)).toBe(before - 1))
    expect(await postingsOf(rows[0].id)).toBe(0)
  })
})
