// Giving vectors costs time or money: nothing is paid for twice, whatever happens in between.
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Visitor } from '../../../testing/app.ts'
import { testJobs } from '../../../testing/template.ts'
import {
  meaningOf,
  openTownWithMeaning,
  publishPractice,
  type TownWithMeaning,
} from '../../../testing/town-with-meaning.ts'
import { coverageOf, giveMissingVectors } from './actions/give-vectors.ts'
import { indexSubjects, kindsOf } from './actions/index-documents.ts'
import { commands } from './commands.ts'
import { schedules } from './jobs.ts'

let all: TownWithMeaning
let ada: Visitor
beforeAll(async () => {
  all = await openTownWithMeaning('public')
  ada = await all.town.as('ada-lindmoser')
})
beforeEach(() => {
  all.server.behaviour = 'well'
  all.server.numbers = 256
  all.warned.length = 0
})
const system = () => all.town.database.system
const parts = () => ({ ...testJobs(system(), all.town.dataDir), meaning: all.meaning })
const runCommand = async (meaning = parts().meaning): Promise<string[]> => {
  const lines: string[] = []
  const command = commands.find(({ name }) => name === 'vectors')
  await command?.run([], { ...parts(), meaning, print: (line) => void lines.push(line) })
  return lines
}
const everyVector = async () =>
  (
    await sql`select d.kind, d.subject, encode(v.vector, 'hex') as vector, s.signature::text from search_document d
      join search_vector v on v.document_id = d.id join search_signature s on s.document_id = d.id and s.model = v.model
      order by 1, 2`.execute(system())
  ).rows

const practices = () => {
  const kind = kindsOf(parts().features).find(({ source }) => source.kind === 'practice')
  if (kind === undefined) throw new Error('practices are gone')
  return kind
}
/** Published and indexed, but not by the worker: at the turn of a minute that would give the vector itself. */
const publishOnly = async (title: string): Promise<string> => {
  const id = await publishPractice(ada, title)
  await indexSubjects(system(), practices(), [Number(id)])
  return id
}

test('Interrupted in the middle, it goes on where it was: no text is sent twice', async () => {
  let steps = 0
  await giveMissingVectors({ system: system(), meaning: all.meaning, goOn: () => steps++ < 1 })
  const { done, total } = await coverageOf(system(), all.meaning)
  expect(done).toBe(64)
  expect(total).toBeGreaterThan(100)
  expect((await runCommand()).at(-1)).toBe(`${total} of ${total} things have a vector of small.`)
  expect(all.server.texts()).toHaveLength(new Set(all.server.texts()).size)
})

test('Two at the same time: one works, the other says so', async () => {
  await publishOnly('Der Doppelhof')
  all.server.behaviour = { after: 300 }
  const before = all.server.requests.length
  const both = await Promise.all([1, 2].map(() => giveMissingVectors({ system: system(), meaning: all.meaning })))
  expect(both.sort()).toEqual([false, true])
  expect(all.server.requests).toHaveLength(before + 1)
})

test('What is indexed anew with the same words gets its vector back, and nothing is asked for', async () => {
  const before = await everyVector()
  const kind = practices()
  const subjects = (await kind.source.subjects(system())).slice(0, 30)
  await indexSubjects(system(), kind, subjects)
  expect((await everyVector()).length).toBe(before.length - 30)
  expect(await all.follow()).toEqual([])
  expect(await everyVector()).toEqual(before)
})

test('What says something else is sent alone, within the minute', async () => {
  const id = await publishPractice(ada, 'Der Altmarkt')
  await all.follow()
  await ada.post(`/practices/${id}/withdrawal`)
  await publishOnly('Der Neumarkt')
  const before = all.server.texts().length
  await schedules.find(({ name }) => name === 'search.give-vectors')?.run(parts())
  expect(all.server.texts().slice(before)).toEqual([expect.stringMatching(/^Der Neumarkt\n/)])
})

test('A service that is down is said in the log, and the next minute goes on', async () => {
  await publishOnly('Der Wartehof')
  all.server.behaviour = { status: 503 }
  const run = () => schedules.find(({ name }) => name === 'search.give-vectors')?.run(parts())
  await run()
  expect(all.warned.map(({ message }) => message)).toEqual([expect.stringMatching(/answered 503\.$/)])
  await expect(runCommand()).rejects.toThrow(/^The embedding service at 127\.0\.0\.1:\d+ answered 503\.$/)
  all.server.behaviour = 'well'
  const before = all.server.texts().length
  await run()
  expect(all.server.texts().slice(before)).toEqual([expect.stringContaining('Der Wartehof')])
})

test('A text that is refused does not stop the others', async () => {
  for (const title of ['Der Erste', 'Der Verweigerte', 'Der Dritte', 'Der Vierte']) await publishPractice(ada, title)
  all.server.behaviour = { refuses: 'Verweigerte' }
  await all.follow()
  const { rows } = await sql<{ title: string }>`select title from search_document d where audience = 1
    and not exists (select from search_vector v where v.document_id = d.id)`.execute(system())
  expect(rows).toEqual([{ title: 'Der Verweigerte' }])
})

test('Another model reads everything anew, and its vectors are never compared with the old ones', async () => {
  await all.follow()
  const other = meaningOf(all.server, 'public', all.warned, 'other')
  all.server.numbers = 128
  const before = all.server.texts().length
  const total = (await coverageOf(system(), other)).total
  expect((await coverageOf(system(), other)).done).toBe(0)
  expect((await runCommand(other)).at(-1)).toBe(`${total} of ${total} things have a vector of other.`)
  expect(new Set(all.server.texts().slice(before)).size).toBeGreaterThan(100)
  const { rows } = await sql`select model, count(*)::int as count from search_signature group by 1`.execute(system())
  expect(rows).toEqual([{ model: expect.any(Number), count: total }])
})

test('The same name with vectors of another length is refused with a sentence', async () => {
  await all.follow()
  await publishOnly('Der Längere')
  all.server.numbers = 64
  await expect(runCommand()).rejects.toThrow(
    'The model small gives vectors of another length than before; give it another name in EMBEDDING_MODEL.',
  )
})

test('Where less may be read than before, the vectors of the rest go', async () => {
  const wide = meaningOf(all.server, 'all')
  await giveMissingVectors({ system: system(), meaning: wide })
  const count = async () => (await sql`select 1 from search_vector where audience <> 1`.execute(system())).rows.length
  expect(await count()).toBeGreaterThan(0)
  await all.follow()
  expect(await count()).toBe(0)
})

test('Without an embedder the command says what to set, and the schedule asks nobody', async () => {
  const { meaning: _none, ...plain } = parts()
  const command = commands.find(({ name }) => name === 'vectors')
  await expect(command?.run([], { ...plain, print: () => undefined })).rejects.toThrow(
    'No embedder is configured; set EMBEDDING_ADDRESS or EMBEDDING_FOLDER.',
  )
  const before = all.server.requests.length
  await schedules.find(({ name }) => name === 'search.give-vectors')?.run(plain)
  expect(all.server.requests).toHaveLength(before)
})
