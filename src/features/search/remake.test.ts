// Making the index anew: it goes on where it was interrupted, by itself when the vocabulary has changed, beside others.
import type { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Feature } from '#platform/feature.ts'
import { openTown, type Town } from '../../../testing/app.ts'
import { testJobs } from '../../../testing/template.ts'
import { indexSubjects, kindsOf } from './actions/index-documents.ts'
import { catchUp, reindex } from './actions/reindex.ts'
import { commands } from './commands.ts'
import { schedules } from './jobs.ts'
import { madeOf } from './made-of.ts'
import { listRemakes } from './store-remake.ts'

let town: Town
let features: readonly Feature[]
let system: Town['database']['system']
/** How often each thing was read. */
let read: Map<number, number>
/** The power goes off at this thing. */
let dark: number | undefined

const things = 4300
const generated: Feature = {
  name: 'generated',
  search: [
    {
      kind: 'thing',
      label: '',
      plural: '',
      facts: [],
      subject: () => undefined,
      document: async (_, subject) => {
        if (subject === dark) throw new Error('the power is off')
        read.set(subject, (read.get(subject) ?? 0) + 1)
        const title = `Zirbelding ${subject % 10}`
        const text = { title, summary: '', body: `Wirbelnummer${subject}`, concepts: ['lighting'] }
        const changedAt = new Date(2026, 0, 1)
        return { subject, kind: 'thing', lang: 'de', ...text, audience: 1 + (subject % 2), path: '/', changedAt }
      },
      subjects: async () => Array.from({ length: things }, (_, index) => index + 1),
    },
  ],
}

beforeAll(async () => {
  town = await openTown('empty')
  system = town.database.system
  features = [generated]
})
beforeEach(async () => {
  read = new Map()
  dark = undefined
  await sql`delete from search_document`.execute(system)
  await sql`delete from search_remake`.execute(system)
})

const count = async (query: ReturnType<typeof sql>): Promise<number> =>
  Number((await sql<{ n: number }>`select (${query}) as n`.execute(system)).rows[0]?.n)
const documents = () => count(sql`select count(*) from search_document`)
const postings = () => count(sql`select coalesce(sum(length(data)) / 4, 0) from search_posting`)
const wanted = () => count(sql`select coalesce(sum(cardinality(terms)), 0) from search_document`)

/** Threads that were started by this process and have not ended. */
let threads = 0
const noteThread = (worker: Worker): void => {
  threads += 1
  worker.once('exit', () => {
    threads -= 1
  })
}
beforeAll(() => void process.on('worker', noteThread))
afterAll(() => void process.off('worker', noteThread))
afterEach(() => expect(threads).toBe(0))

test('killed in the middle, it goes on with what is left, and nothing is there twice', async () => {
  dark = 3400
  await expect(reindex(system, features)).rejects.toThrow('the power is off')
  expect(await documents()).toBe(2000)
  dark = undefined
  read = new Map()
  const lines: string[] = []
  await commands[0]?.run([], { ...testJobs(system, town.dataDir), features, print: (line) => void lines.push(line) })
  expect(lines).toEqual([
    'Going on where it was interrupted.',
    'thing: 4000 of 4300',
    'thing: 4300 of 4300',
    'The index is new: 4300 things. People could search all the time.',
  ])
  expect(Math.min(...read.keys())).toBe(2001)
  expect(await documents()).toBe(things)
  expect(await postings()).toBe(await wanted())
})

test('finished, it begins from the beginning when somebody asks for it, and by itself does nothing', async () => {
  await reindex(system, features)
  const before = await postings()
  read = new Map()
  await catchUp(system, features, 60_000)
  expect(read.size).toBe(0)
  await reindex(system, features)
  expect(read.size).toBe(things)
  expect([await documents(), await postings()]).toEqual([things, before])
})

test('when the vocabulary is another one than the index was made of, the schedule makes it anew, a while each time', async () => {
  await reindex(system, features)
  await sql`update search_remake set made_of = 'of yesterday'`.execute(system)
  read = new Map()
  await catchUp(system, features, 0)
  expect(read.size).toBe(0)
  await schedules[0]?.run({ ...testJobs(system, town.dataDir), features })
  expect(read.size).toBe(things)
  expect(await listRemakes(system)).toMatchObject([{ kind: 'thing', made_of: madeOf(), done_to: things }])
  expect((await listRemakes(system))[0]?.finished_at).toBeInstanceOf(Date)
  expect(await postings()).toBe(await wanted())
})

test('two that make it at the same time share the work and disturb nobody', async () => {
  await Promise.all([reindex(system, features), catchUp(system, features, 60_000)])
  expect(await documents()).toBe(things)
  expect(await postings()).toBe(await wanted())
  expect(await count(sql`select count(distinct subject) from search_document`)).toBe(things)
})

test('eight writers of one thing, and some of others, leave each of them once', async () => {
  await reindex(system, features)
  const [kind] = kindsOf(features)
  if (kind === undefined) throw new Error('nothing is searched')
  const write = (_: unknown, number: number) => indexSubjects(system, kind, [7, 7 + (number % 3), 900 + number])
  await Promise.all(Array.from({ length: 8 }, write))
  expect(await documents()).toBe(things)
  expect(await postings()).toBe(await wanted())
})
