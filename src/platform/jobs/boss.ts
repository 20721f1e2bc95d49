// The queues behind the worker: pg-boss in a schema of its own, with one queue for each listener and each schedule.
import { sql } from 'kysely'
import type pg from 'pg'
import PgBoss from 'pg-boss'
import type { Db } from '../db/database.ts'
import type { Feature, Listener, Schedule } from '../feature.ts'
import type { Log } from '../log.ts'

interface BossParts {
  readonly access: pg.PoolConfig
  readonly features: readonly Feature[]
  readonly log: Log
}

/** Growing pauses: 2, 4, 8 … seconds, some 17 minutes in all, then the job is kept as failed for a person to look at. */
const queueOptions = { retryLimit: 9, retryDelay: 2, retryBackoff: true, expireInSeconds: 120, retentionDays: 30 }

export const listenersOf = (features: readonly Feature[]): Listener[] =>
  features.flatMap((feature) => feature.hears ?? [])
export const schedulesOf = (features: readonly Feature[]): Schedule[] =>
  features.flatMap((feature) => feature.schedules ?? [])

/** The adapter through which pg-boss writes into a running Kysely transaction: queued and marked, or neither. */
export const inside = (transaction: Db): PgBoss.Db => ({
  executeSql: async (text, values) => {
    const pieces = text.split(/\$(\d+)/)
    const strings = pieces.filter((_, index) => index % 2 === 0)
    const numbers = pieces.filter((_, index) => index % 2 === 1).map(Number)
    const template = Object.assign(strings, { raw: strings }) as unknown as TemplateStringsArray
    const { rows } = await sql(template, ...numbers.map((number) => values[number - 1])).execute(transaction)
    return { rows }
  },
})

export async function openBoss(parts: BossParts): Promise<PgBoss> {
  const boss = new PgBoss({
    ...(parts.access as PgBoss.DatabaseOptions),
    max: 2,
    application_name: 'vicinia-jobs',
    cronMonitorIntervalSeconds: 30,
  })
  boss.on('error', (error) => parts.log.warn({ err: error }))
  await boss.start()
  await createMissing(boss, parts.features)
  return boss
}

/** Nearly always everything is there from the last start, and each that is not takes a statement of its own. */
async function createMissing(boss: PgBoss, features: readonly Feature[]): Promise<void> {
  const schedules = schedulesOf(features)
  const queues = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const { name } of [...listenersOf(features), ...schedules])
    if (!queues.has(name)) await boss.createQueue(name, { name, ...queueOptions })
  const crons = new Map((await boss.getSchedules()).map(({ name, cron }) => [name, cron]))
  for (const { name, cron } of schedules) if (crons.get(name) !== cron) await boss.schedule(name, cron)
  // What an update took away would go on making jobs that nobody does.
  for (const name of crons.keys()) if (!schedules.some((one) => one.name === name)) await boss.unschedule(name)
}

/** Its connections are still closing when the server goes; they need not say so. */
export function closeBoss(boss: PgBoss): Promise<void> {
  boss.removeAllListeners('error').on('error', () => undefined)
  return boss.stop({ graceful: false, wait: true })
}

/** One job of one queue; true when there was one. */
export async function workOne(
  boss: PgBoss,
  queue: string,
  run: (data: { fact?: number }) => Promise<void>,
  log: Log,
): Promise<boolean> {
  const [job] = await boss.fetch<{ fact?: number }>(queue)
  if (job === undefined) return false
  try {
    await run(job.data ?? {})
    await boss.complete(queue, job.id)
  } catch (error) {
    log.error({ queue, job: job.id, err: error })
    await boss.fail(queue, job.id, { message: String(error) })
  }
  return true
}

/** Most queues are empty most of the time: asked one by one, they took longer than the work. */
export async function namesOfDue(system: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select distinct name from pgboss.job where state < 'active' and start_after < now()`.execute(system)
  return new Set(rows.map(({ name }) => name))
}
