// Sends what waits in the outbox, as long as the process runs; any number of processes may do so at once.
import type pg from 'pg'
import { listenTo } from '../db/listen.ts'
import { createLanes, type LanesParts } from './lanes.ts'
import { giveBack, nextDue, takeMails } from './queue.ts'

export interface SenderParts extends LanesParts {
  /** For hearing of new mails. */
  readonly access: pg.PoolConfig
  /** To one domain. */
  readonly perMinute: number
}

export interface Sender {
  /** Sends everything that is due now; gives how many left. Tests call it; the loop too. */
  readonly sendPending: () => Promise<number>
  readonly stop: () => Promise<void>
}

const longestPause = 5 * 60_000
const lookEvery = 10_000

/** One look after the other; a server that is away is asked again with a single mail, after growing pauses. */
function createRounds(parts: SenderParts, goesOn: () => boolean, freed: () => void) {
  const lanes = createLanes(parts, freed)
  let timesAway = 0
  let awayUntil = 0
  const round = async (): Promise<{ sent: number; more: boolean }> => {
    await lanes.room()
    const now = parts.now()
    const most = timesAway > 0 ? 1 : parts.connections * 4
    const { taken, putOff } = await takeMails(parts.system, now, { most, perMinute: parts.perMinute, slow: lanes.slow })
    const { sent, away, heard, rest, broken } = await lanes.run(taken, goesOn)
    if (rest.length > 0) await giveBack(parts.system, rest, now)
    if (broken !== undefined) throw broken
    if (heard) timesAway = 0
    if (away) {
      timesAway += 1
      awayUntil = now.getTime() + Math.min(longestPause, 1000 * 2 ** timesAway)
      if (timesAway === 1) parts.log.warn('The mail server does not take mail; what waits is kept and tried again.')
    }
    return { sent, more: !away && taken.length + putOff > 0 }
  }
  return {
    empty: lanes.empty,
    awayUntil: (): number => (timesAway > 0 ? awayUntil : 0),
    run: async (): Promise<number> => {
      let count = 0
      while (goesOn() && parts.now().getTime() >= (timesAway > 0 ? awayUntil : 0)) {
        const { sent, more } = await round()
        count += sent
        if (!more) break
      }
      return count
    },
  }
}

/** Wakes up when a mail is written, when one is due, and from time to time. Whoever wakes it at work is not forgotten. */
function createLoop(parts: SenderParts, sendPending: () => Promise<number>, awayUntil: () => number) {
  let [over, busy, wanted] = [false, false, false]
  let timer: NodeJS.Timeout | undefined
  const sleep = async (): Promise<void> => {
    const now = parts.now()
    const due = (await nextDue(parts.system, now))?.getTime() ?? Number.POSITIVE_INFINITY
    const pause = Math.max(20, Math.min(lookEvery, Math.max(due, awayUntil()) - now.getTime()))
    clearTimeout(timer)
    if (!over) timer = setTimeout(wake, pause)
  }
  const work = async (): Promise<void> => {
    while (wanted && !over) {
      wanted = false
      await sendPending()
    }
    await sleep()
  }
  const breakDown = (error: unknown): void => {
    parts.log.warn({ err: error })
    if (!over) timer = setTimeout(wake, lookEvery)
  }
  const wake = (): void => {
    wanted = true
    if (busy || over) return
    busy = true
    void work()
      .catch(breakDown)
      .finally(() => {
        busy = false
        // Between its last look and now.
        if (wanted) wake()
      })
  }
  const end = (): void => {
    over = true
    clearTimeout(timer)
  }
  return { wake, end }
}

/** `loop: false` (tests) only does what `sendPending` is asked to. */
export function startSending(parts: SenderParts, loop = true): Sender {
  let over = false
  let running: Promise<number> | undefined
  let freed = (): void => undefined
  const rounds = createRounds(
    parts,
    () => !over,
    () => freed(),
  )
  const sendPending = async (): Promise<number> => {
    while (running !== undefined) await running.catch(() => 0)
    running = rounds.run().finally(() => {
      running = undefined
    })
    return running
  }
  const { wake, end } = createLoop(parts, sendPending, rounds.awayUntil)
  const stopListening = loop
    ? listenTo(parts.access, { channels: ['mail'], heard: wake, began: wake, lost: () => undefined })
    : async () => undefined
  if (loop) {
    freed = wake
    wake()
  }
  const stop = async (): Promise<void> => {
    over = true
    end()
    await stopListening()
    await running?.catch(() => 0)
    await rounds.empty()
    parts.delivery.close()
  }
  return { sendPending, stop }
}
