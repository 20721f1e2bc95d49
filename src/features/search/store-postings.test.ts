// Reading the index as somebody: what is counted and read is within their reach, also where others have read it before.
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '#platform/db/database.ts'
import { openTown, type Town } from '../../../testing/app.ts'
import { idsIn } from './accumulate.ts'
import { readBriefs } from './briefs.ts'
import { type PostingBlock, packPostings, postingOf } from './posting-block.ts'
import { listPostings, lookUp, readPostings, readTerms } from './store-postings.ts'
import { everyDocument } from './term-id.ts'

let town: Town
let owner: pg.Client
let terms: number[]
beforeAll(async () => {
  town = await openTown()
  owner = new pg.Client(town.owner)
  await owner.connect()
  const { rows } = await owner.query(
    'select term::text from search_posting where term <> 0 group by term order by term limit 40',
  )
  terms = rows.map(({ term }) => Number(term))
})
afterAll(() => owner.end())

const sorted = (ids: Iterable<number>): number[] => [...ids].sort((one, other) => one - other)
const asVisitor = <Value>(work: (db: Db) => Promise<Value>): Promise<Value> =>
  town.database.read({ visitor: true }, work)
/** An officer: the network, their city and their rooms besides. */
const asAda = async <Value>(work: (db: Db) => Promise<Value>): Promise<Value> =>
  town.database.read({ personId: await town.personId('ada-lindmoser') }, work)
const visibleTo = async (db: Db): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`select id from search_document`.execute(db)
  return sorted(rows.map(({ id }) => id))
}

test('what is counted without reading is what is read, the first time and from what was kept', async () => {
  await asVisitor(async (db) => {
    const { heads, counts, database } = await lookUp(db, terms)
    const blocks = [...new Set(heads.map(({ block }) => block))]
    const fresh = (await readTerms(db, terms, blocks)).map(({ row }) => row)
    for (let times = 0; times < 2; times += 1) {
      const rows = await readPostings(db, heads, database)
      for (const term of terms) {
        const own = rows.filter((row) => row.term === term)
        expect(counts.get(term)).toBe(own.length === 0 ? undefined : idsIn(own).size)
        expect(sorted(idsIn(own))).toEqual(sorted(idsIn(fresh.filter((row) => row.term === term))))
      }
    }
    expect(fresh.length).toBeGreaterThan(20)
    expect(counts.get(everyDocument)).toBe(idsIn(await listPostings(db, [everyDocument])).size)
  })
})

test('where one block has changed, the others are not read again', async () => {
  const [term = 0] = terms
  const last = 5
  const read = async (): Promise<Map<number, PostingBlock>> =>
    new Map((await asVisitor((db) => listPostings(db, [term]))).map((row) => [row.block, row]))
  const change = async (document: number): Promise<void> => {
    const data = packPostings([postingOf(document, 1)])
    await owner.query(
      'insert into search_posting values ($1, 1, $2, $3) on conflict (term, audience, block) do update set data = $3',
      [term, last, data],
    )
  }
  await owner.query('insert into search_posting values ($1, 1, 4, $2)', [term, packPostings([postingOf(1, 1)])])
  await change(1)
  const before = await read()
  await change(2)
  const after = await read()
  expect(after.get(4)).toBe(before.get(4))
  expect([before, after].map((rows) => rows.get(last)?.pairs[0])).toEqual([1, 2])
  expect(after.size).toBe(before.size)
  await owner.query('delete from search_posting where term = $1 and block in (4, $2)', [term, last])
})

test('whoever sees less reads less, after somebody who sees more has read it in the same process', async () => {
  const all = await asAda(async (db) => {
    await listPostings(db, terms)
    expect(sorted(idsIn(await listPostings(db, [everyDocument])))).toEqual(await visibleTo(db))
    return visibleTo(db)
  })
  await asVisitor(async (db) => {
    const visible = await visibleTo(db)
    expect(visible.length).toBeLessThan(all.length)
    const { counts } = await lookUp(db, terms)
    expect(counts.get(everyDocument)).toBe(visible.length)
    expect(sorted(idsIn(await listPostings(db, [everyDocument])))).toEqual(visible)
    const within = new Set(visible)
    expect([...idsIn(await listPostings(db, terms))].filter((id) => !within.has(id))).toEqual([])
  })
})

test('of what is out of reach nothing is known: no kind, no city, no year', async () => {
  const all = await asAda(async (db) => {
    const briefs = await readBriefs(db, await lookUp(db, []))
    const ids = await visibleTo(db)
    expect(ids.filter((id) => briefs.find(id) < 0)).toEqual([])
    return ids
  })
  await asVisitor(async (db) => {
    const own = await readBriefs(db, await lookUp(db, []))
    const visible = await visibleTo(db)
    expect(visible.length).toBeLessThan(all.length)
    expect(all.filter((id) => own.find(id) >= 0)).toEqual(visible)
  })
})

test('what is known of each is what stands in its row', async () => {
  const { rows } = await owner.query(
    'select id, kind, lang, country, year, evidence, behind from search_document where audience in (1, 2)',
  )
  expect(rows.length).toBeGreaterThan(50)
  await asAda(async (db) => {
    const briefs = await readBriefs(db, await lookUp(db, []))
    for (const { id, ...row } of rows) expect(briefs.brief(briefs.find(id))).toMatchObject(row)
  })
})

test('what is narrowed is gone from the next search, and whoever began before sees one moment', async () => {
  const { rows } = await owner.query(
    'select id, contribution_id from search_document where audience = 1 and contribution_id is not null limit 1',
  )
  const { id, contribution_id: contribution } = rows[0]
  const knows = async (db: Db): Promise<boolean> => (await readBriefs(db, await lookUp(db, []))).find(id) >= 0
  await asVisitor(async (db) => {
    expect(await knows(db)).toBe(true)
    await owner.query('update contribution set audience_id = 2 where id = $1', [contribution])
    expect(await knows(db)).toBe(true)
    expect(await asVisitor(knows)).toBe(false)
    // The older moment is told again, although the newer one was kept meanwhile.
    expect(await knows(db)).toBe(true)
  })
  expect(await asVisitor(knows)).toBe(false)
})

test('terms that stand nowhere, and none at all, are no error', async () => {
  await asVisitor(async (db) => {
    expect((await lookUp(db, [])).counts.size).toBe(1)
    expect(await listPostings(db, [-1])).toEqual([])
    expect(await listPostings(db, [])).toEqual([])
  })
})
