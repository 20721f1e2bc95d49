// Facts reach their listeners after the commit, each at least once, whatever fails on the way.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createLog } from '#platform/log.ts'
import { findFact, takeFacts } from '#trunk/fact-queue.ts'
import { recordFact } from '#trunk/facts.ts'
import { openTown, type Town } from '../../../testing/app.ts'
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

const openWorker = (features: readonly Feature[] = [listening], loop = false) =>
  startWorker(
    {
      ...testJobs(town.database.system, town.dataDir),
      features,
      access: databaseAccess(town.owner, testSecret).system,
      log: createLog('silent'),
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
