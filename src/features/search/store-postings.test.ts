// Looking terms up: the same is known of them whether their postings come along or are too many, and only what is within reach.
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { idsIn } from './accumulate.ts'
import { listPostings, lookUp } from './store-postings.ts'
import { everyDocument } from './term-id.ts'

let town: Town
let terms: number[]
beforeAll(async () => {
  town = await openTown()
  const { rows } = await sql<{ term: string }>`
    select term::text from search_posting where term <> ${everyDocument} group by term order by term limit 40`.execute(
    town.database.system,
  )
  terms = rows.map(({ term }) => Number(term))
})

const asVisitor = <Value>(work: Parameters<typeof town.database.read<Value>>[1]): Promise<Value> =>
  town.database.read({ visitor: true }, work)
const sorted = (ids: Iterable<number>): number[] => [...ids].sort((one, other) => one - other)

test('few postings come along, of too many only how many there are, of all documents their number', async () => {
  await asVisitor(async (db) => {
    const rows = await listPostings(db, terms)
    const all = rows.reduce((sum, { documents }) => sum + documents, 0)
    const few = await lookUp(db, terms, all)
    const many = await lookUp(db, terms, all - 1)
    expect(all).toBeGreaterThan(40)
    expect(many.postings).toBeUndefined()
    expect(many.counts).toEqual(few.counts)
    expect(sorted(idsIn(few.postings ?? []))).toEqual(sorted(idsIn(rows)))
    for (const term of terms) {
      const own = rows.filter((row) => row.term === term)
      expect(few.counts.get(term)).toBe(own.length === 0 ? undefined : idsIn(own).size)
    }
    expect(few.counts.get(everyDocument)).toBe(idsIn(await listPostings(db, [everyDocument])).size)
  })
})

test('whoever sees less counts less, and reads nothing of what is out of reach', async () => {
  const visible = await asVisitor(async (db) => {
    const { rows } = await sql<{ id: number }>`select id from search_document`.execute(db)
    const { postings, counts } = await lookUp(db, terms, 1_000_000)
    expect(counts.get(everyDocument)).toBe(rows.length)
    return { ids: new Set(rows.map(({ id }) => id)), found: idsIn(postings ?? []) }
  })
  const { rows } = await sql`select from search_document`.execute(town.database.system)
  expect(rows.length).toBeGreaterThan(visible.ids.size)
  expect([...visible.found].filter((id) => !visible.ids.has(id))).toEqual([])
})

test('terms that stand nowhere, and none at all, are no error', async () => {
  await asVisitor(async (db) => {
    expect((await lookUp(db, [-1], 0)).postings).toBeDefined()
    expect((await lookUp(db, [], 10)).counts.size).toBe(1)
    expect(await listPostings(db, [-1])).toEqual([])
  })
})
