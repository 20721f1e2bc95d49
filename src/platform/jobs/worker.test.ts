// Facts reach their listeners after the commit, each at least once, whatever fails on the way.
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createLog, type Log } from '#platform/log.ts'
import { findFact, takeFacts } from '#trunk/fact-queue.ts'
import { recordFact } from '#trunk/facts.ts'
import { openTown, type Town } from '../../../testing/app.ts'
import { rowsOf } from '../../../testing/as-owner.ts'
import { testJobs, testSecret } from '../../../testing/template.ts'
import { databaseAccess } from '../db/roles.ts'
import type { Fact } from '../facts.ts'
import type { Feature } from '../feature.ts'
import { startWorker } from './worker.ts'

let town: Town
let heard: string[]
let failures: number
beforeAll(async () => {
  town = await openTown('empty')
})
beforeEach(() => {
  heard = []
  failures = 0
})

const hear = async (fact: Fact): Promise<void> => {
  if (failures > 0) {
    failures -= 1
    throw new Error('The mail server is away.')
  }
  heard.push(fact.name)
}
const listening: Feature = { name: 'listening', hears: [{ name: 'listening.bell', facts: ['bell.rung'], hear }] }

const openWorker = (features: readonly Feature[] = [listening], loop = false, log: Log = createLog('silent')) =>
  startWorker(
    {
      ...testJobs(town.database.system, town.dataDir),
      features,
      access: databaseAccess(town.owner, testSecret).system,
      log,
      onFact: () => undefined,
      takeFacts,
      findFact,
    },
    loop,
  )

test('a listener hears the facts it named, once each, and no others', async () => {
  const worker = await openWorker()
  await recordFact(town.database.system, { name: 'bell.rung' })
  await recordFact(town.database.system, { name: 'door.opened' })
  await worker.runPending()
  await worker.runPending()
  await worker.stop()
  expect(heard).toEqual(['bell.rung'])
})

test('a fact of a transaction that was rolled back is never heard', async () => {
  const worker = await openWorker()
  const transaction = town.database.system.transaction().execute(async (db) => {
    await recordFact(db, { name: 'bell.rung' })
    throw new Error('Changed my mind.')
  })
  await expect(transaction).rejects.toThrow('Changed my mind.')
  await worker.runPending()
  await worker.stop()
  expect(heard).toEqual([])
})

test('a listener that fails is asked again, also by the next process', async () => {
  const first = await openWorker()
  failures = 1
  await recordFact(town.database.system, { name: 'bell.rung' })
  await first.runPending()
  await first.stop()
  expect(heard).toEqual([])
  const second = await openWorker()
  await expect
    .poll(async () => (await second.runPending()) >= 0 && heard, { timeout: 15_000, interval: 500 })
    .toEqual(['bell.rung'])
  await second.stop()
})

test('what is due when a process starts does not wait for its hour', async () => {
  const run = async (): Promise<void> => void heard.push('run')
  const yearly = { cron: '0 0 1 1 *', run }
  const schedules = [
    { ...yearly, name: 'listening.at-start', atStart: true as const },
    { ...yearly, name: 'listening.later' },
  ]
  const worker = await openWorker([{ name: 'listening', schedules }], true)
  await expect.poll(() => heard, { timeout: 15_000 }).toEqual(['run'])
  await worker.stop()
})

test('what an update took away is not due any more', async () => {
  const run = async (): Promise<void> => undefined
  const before = [{ name: 'listening.gone', cron: '0 0 1 1 *', run }]
  const due = async () =>
    (await sql<{ name: string }>`select name from pgboss.schedule`.execute(town.database.system)).rows.map(
      ({ name }) => name,
    )
  await (await openWorker([{ name: 'listening', schedules: before }])).stop()
  expect(await due()).toEqual(['listening.gone'])
  await (await openWorker()).stop()
  expect(await due()).toEqual([])
})

test('a schedule that comes at another hour than before is kept with the new one', async () => {
  const run = async (): Promise<void> => undefined
  for (const cron of ['0 1 * * *', '0 2 * * *']) {
    const worker = await openWorker([{ name: 'listening', schedules: [{ name: 'listening.rounds', cron, run }] }])
    await worker.stop()
  }
  const kept = await rowsOf(town, `select cron from pgboss.schedule where name = 'listening.rounds'`)
  expect(kept).toEqual([{ cron: '0 2 * * *' }])
})

test('a worker that is stopped among a thousand facts begins nothing more: the database may go at once, and nobody complains', async () => {
  let rounds = 0
  let gone = false
  const complaints: unknown[] = []
  const log = { ...createLog('silent'), warn: (line: unknown) => complaints.push(line) } as unknown as Log
  const remembering: Feature = {
    name: 'remembering',
    recall: async () => {
      rounds += 1
      if (gone) throw new Error('driver has already been destroyed')
      await sql`select pg_sleep(0.05)`.execute(town.database.system)
      return true
    },
  }
  const worker = await openWorker([listening, remembering], true, log)
  await sql`select pg_notify('fact', n::text) from generate_series(1, 1000) n`.execute(town.database.system)
  await expect.poll(() => rounds, { timeout: 15_000, interval: 5 }).toBeGreaterThan(1)
  await worker.stop()
  gone = true
  const before = rounds
  await sql`select pg_notify('fact', 'late'), pg_sleep(0.3)`.execute(town.database.system)
  expect(rounds).toBe(before)
  expect(complaints).toEqual([])
  // Told of a thousand facts, and no thousand rounds.
  expect(rounds).toBeLessThan(50)
})
