// Jobs after the commit: facts are queued for their listeners in pg-boss, in one transaction, and done until they succeed.
import type pg from 'pg'
import type PgBoss from 'pg-boss'
import type { Db } from '../db/database.ts'
import { listenTo } from '../db/listen.ts'
import type { Fact } from '../facts.ts'
import type { JobParts, Listener } from '../feature.ts'
import type { Log } from '../log.ts'
import { closeBoss, inside, listenersOf, namesOfDue, openBoss, schedulesOf, workOne } from './boss.ts'
import { type InTurn, inTurn } from './in-turn.ts'
import { createRecall } from './recall.ts'

export interface WorkerParts extends JobParts {
  readonly access: pg.PoolConfig
  readonly log: Log
  /** Called for every fact as soon as it is committed, by whichever process. */
  readonly onFact: () => void
  /** Two numbers for whoever reads along; undefined: something may have been told that this process did not hear. */
  readonly onTold?: (payload: string | undefined) => void
  /** How a row of `fact` is read; the trunk knows. */
  readonly takeFacts: (system: Db, handOver: (fact: Fact, transaction: Db) => Promise<void>) => Promise<number>
  readonly findFact: (system: Db, id: number) => Promise<Fact | undefined>
}

export interface Worker {
  /** Does everything that is waiting now, then returns: how many jobs. Tests call it; the loop too. */
  readonly runPending: () => Promise<number>
  readonly stop: () => Promise<void>
}

const pauseSeconds = 20

const hears = (listener: Listener, fact: Fact): boolean =>
  listener.facts === 'all' || listener.facts.includes(fact.name)

interface Queue {
  readonly name: string
  readonly run: (data: { fact?: number }) => Promise<void>
}

/** In the order in which they are worked: what is heard before what is due by the clock. */
const queuesOf = (parts: WorkerParts): readonly Queue[] => [
  ...listenersOf(parts.features).map((listener) => ({
    name: listener.name,
    run: async (data: { fact?: number }): Promise<void> => {
      const fact = data.fact === undefined ? undefined : await parts.findFact(parts.system, data.fact)
      if (fact !== undefined) await listener.hear(fact, parts)
    },
  })),
  ...schedulesOf(parts.features).map((schedule) => ({ name: schedule.name, run: () => schedule.run(parts) })),
]

/** `goesOn` is asked before each job: a process that stops leaves the rest to the next one. */
async function drain(boss: PgBoss, parts: WorkerParts, goesOn: () => boolean): Promise<number> {
  let count = 0
  const listeners = listenersOf(parts.features)
  await parts.takeFacts(parts.system, async (fact, transaction) => {
    for (const listener of listeners.filter((one) => hears(one, fact)))
      await boss.send(listener.name, { fact: fact.id }, { db: inside(transaction) })
  })
  const due = await namesOfDue(parts.system)
  for (const { name, run } of queuesOf(parts).filter((queue) => due.has(queue.name)))
    while (goesOn() && (await workOne(boss, name, run, parts.log))) count += 1
  return count
}

/** Hears of facts at once; what happened while nobody listened is on no kept page, and the loop's pause covers the gap. */
const listen = (parts: WorkerParts, wake: () => void): (() => Promise<void>) => {
  const hearAll = (): void => {
    parts.onFact()
    wake()
  }
  return listenTo(parts.access, {
    channels: ['fact', 'live'],
    heard: (channel, payload) => (channel === 'fact' ? hearAll() : parts.onTold?.(payload)),
    began: () => {
      hearAll()
      // Whoever came while nobody heard.
      parts.onTold?.(undefined)
    },
    lost: () => {
      parts.onFact()
      parts.onTold?.(undefined)
    },
  })
}

/** What the process does by itself, when it is told of facts and from time to time; gives the way to end it. */
function keepGoing(parts: WorkerParts, recall: InTurn, runPending: () => Promise<number>): () => Promise<void> {
  const complain = (error: unknown): void => void parts.log.warn({ err: error })
  // Ten thousand facts are no ten thousand rounds: whoever is told during one is served by the next.
  const rounds = inTurn(async () => void (await runPending()))
  const runQuietly = (): void => void rounds.ask().catch(complain)
  // Pages do not wait until the jobs under way are done.
  const hear = (): void => {
    recall.ask().catch(complain)
    runQuietly()
  }
  const stopListening = listen(parts, hear)
  const timer = setInterval(runQuietly, pauseSeconds * 1000)
  runQuietly()
  return async () => {
    clearInterval(timer)
    // Before anything is waited for: what is still told begins nothing, for the database goes next.
    const ended = [rounds.end(), recall.end()]
    await stopListening()
    await Promise.all(ended)
  }
}

/** Starts the worker. `loop: false` (tests) only does what `runPending` is asked to. */
export async function startWorker(parts: WorkerParts, loop = true): Promise<Worker> {
  const boss = await openBoss(parts)
  if (loop)
    for (const { name } of schedulesOf(parts.features).filter(({ atStart }) => atStart)) await boss.send(name, {})
  const recall = createRecall(parts.features, parts.system, parts.onFact)
  let over = false
  let running: Promise<number> | undefined
  const runPending = async (): Promise<number> => {
    // One drain at a time: what arrives meanwhile is taken by the next.
    while (running !== undefined) await running.catch(() => 0)
    // A job must not work with what this process knew before.
    running = recall.ask().then(() => drain(boss, parts, () => !over))
    try {
      return await running
    } finally {
      running = undefined
    }
  }
  const end = loop ? keepGoing(parts, recall, runPending) : recall.end
  return {
    runPending,
    stop: async () => {
      over = true
      await end()
      await running?.catch(() => 0)
      await closeBoss(boss)
    },
  }
}
