// The lanes in which mails are under way at the same moment. A mail about which the server is silent keeps its lane, and its domain
// waits; all others go on.
import type { Log } from '../log.ts'
import { createHearing, type Hearing } from './hearing.ts'
import { type Outcome, type SendParts, sendTaken, type Taken } from './queue.ts'

export interface LanesParts extends SendParts {
  readonly log: Log
  /** How many mails are under way at the same moment. */
  readonly connections: number
  /** So long a lane waits for a mail; then it is left to itself. Tests wait for less. */
  readonly waitsFor?: number
}

const usuallyWaitsFor = 10_000

/** Whether it ended, well or not, before that. */
async function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false)
  })
  const ended = work.then(
    () => true,
    () => true,
  )
  return Promise.race([ended, late]).finally(() => clearTimeout(timer))
}

interface Work {
  readonly rest: Taken[]
  readonly goesOn: () => boolean
  readonly leave: (mail: Taken, sending: Promise<Outcome>) => void
}

/** Of a domain that became slow meanwhile nothing more is begun. */
async function runLane(parts: LanesParts, hearing: Hearing, { rest, goesOn, leave }: Work): Promise<void> {
  while (!hearing.isAway() && goesOn()) {
    const index = rest.findIndex((one) => !hearing.isHeld(one))
    const [mail] = index === -1 ? [] : rest.splice(index, 1)
    if (mail === undefined) return
    const sending = sendTaken(parts, mail)
    if (!(await endsWithin(sending, parts.waitsFor ?? usuallyWaitsFor))) return leave(mail, sending)
    hearing.note(await sending, mail)
  }
}

/** `freed`: a mail that was left to itself is over. */
export function createLanes(parts: LanesParts, freed: () => void) {
  const hearing = createHearing(parts.now)
  const left = new Set<Promise<void>>()
  const leave = (mail: Taken, sending: Promise<Outcome>): void => {
    hearing.takesLong(mail)
    const noted = sending.then(
      (outcome) => hearing.note(outcome, mail),
      (error: unknown) => {
        hearing.forget(mail)
        parts.log.warn({ err: error })
      },
    )
    const over = noted.then(() => {
      left.delete(over)
      freed()
    })
    left.add(over)
  }
  return {
    slow: hearing.slow,
    /** Until at least one is free. */
    room: async (): Promise<void> => {
      if (left.size >= parts.connections) await Promise.race(left)
    },
    /** Until nothing is under way. */
    empty: async (): Promise<void> => void (await Promise.allSettled(left)),
    /** Ends early when the server is away; gives what was heard, and what was not begun. */
    run: async (taken: readonly Taken[], goesOn: () => boolean) => {
      const work = { rest: [...taken], goesOn, leave }
      const lanes = Array.from({ length: parts.connections - left.size }, () => runLane(parts, hearing, work))
      const broken = (await Promise.allSettled(lanes)).find((one) => one.status === 'rejected')
      return { ...hearing.take(), rest: work.rest, broken: broken?.reason as unknown }
    },
  }
}
