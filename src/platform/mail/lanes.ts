// The lanes in which mails are under way at the same moment. A mail about which the server is silent keeps its lane, and its domain
// waits; all others go on.
import type { Log } from '../log.ts'
import { pauseAfter } from './failures.ts'
import { type SendParts, type SlowDomains, sendTaken, type Taken } from './queue.ts'

export interface LanesParts extends SendParts {
  readonly log: Log
  /** How many mails are under way at the same moment. */
  readonly connections: number
  /** So long a lane waits for a mail; then it is left to itself. Tests wait for less. */
  readonly waitsFor?: number
}

const usuallyWaitsFor = 10_000
/** Longer than a mail may be under way. */
const holdsFor = 150_000

/** What was heard since this was asked the last time. */
interface Tally {
  sent: number
  /** All mails would fare the same. */
  away: boolean
  /** The server said something about a mail. */
  heard: boolean
}
const nothing = (): Tally => ({ sent: 0, away: false, heard: false })

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

/** Which domains are slow. Where two are, and no word about any other came in between, it is the server. */
function createSlowDomains(now: () => Date) {
  const slow = new Map<string, { until: number; underWay: boolean }>()
  const silent = new Set<string>()
  return {
    slow: slow as SlowDomains,
    began: (domain: string) => void slow.set(domain, { until: now().getTime() + holdsFor, underWay: true }),
    /** Nothing is known of it. */
    forget: (domain: string) => void slow.delete(domain),
    answered: (domain: string): void => {
      slow.delete(domain)
      silent.clear()
    },
    fellSilent: ({ domain, tries }: Taken): boolean => {
      slow.set(domain, { until: now().getTime() + pauseAfter(tries), underWay: false })
      silent.add(domain)
      return silent.size > 1
    },
  }
}

export function createLanes(parts: LanesParts, freed: () => void) {
  const domains = createSlowDomains(parts.now)
  const left = new Set<Promise<void>>()
  let tally = nothing()

  const note = (outcome: Awaited<ReturnType<typeof sendTaken>>, mail: Taken): void => {
    if (outcome === 'silent') tally.away ||= domains.fellSilent(mail)
    else if (outcome === 'away' || outcome === 'gone') domains.forget(mail.domain)
    else domains.answered(mail.domain)
    if (outcome === 'sent') tally.sent += 1
    if (outcome === 'away') tally.away = true
    else if (outcome !== 'gone' && outcome !== 'silent') tally.heard = true
  }
  const leave = (sending: ReturnType<typeof sendTaken>, mail: Taken): void => {
    domains.began(mail.domain)
    const over = sending
      .then((outcome) => note(outcome, mail))
      .catch((error: unknown) => {
        domains.forget(mail.domain)
        parts.log.warn({ err: error })
      })
      .finally(() => {
        left.delete(over)
        freed()
      })
    left.add(over)
  }
  /** Of a domain that became slow meanwhile nothing more is begun. */
  const nextOf = (rest: Taken[]): Taken | undefined => {
    const isHeld = ({ domain, place }: Taken): boolean => {
      const { until = 0, underWay = false } = domains.slow.get(domain) ?? {}
      return underWay || (place !== 0 && until > parts.now().getTime())
    }
    const index = rest.findIndex((one) => !isHeld(one))
    return index === -1 ? undefined : rest.splice(index, 1)[0]
  }
  const runLane = async (rest: Taken[], goesOn: () => boolean): Promise<void> => {
    while (!tally.away && goesOn()) {
      const mail = nextOf(rest)
      if (mail === undefined) return
      const sending = sendTaken(parts, mail)
      if (!(await endsWithin(sending, parts.waitsFor ?? usuallyWaitsFor))) return leave(sending, mail)
      note(await sending, mail)
    }
  }
  return {
    slow: domains.slow,
    /** Until at least one is free. */
    room: async (): Promise<void> => {
      if (left.size >= parts.connections) await Promise.race(left)
    },
    /** Until nothing is under way. */
    empty: async (): Promise<void> => void (await Promise.allSettled(left)),
    /** Ends early when the server is away; gives what was heard, and what was not begun. */
    run: async (taken: readonly Taken[], goesOn: () => boolean) => {
      const rest = [...taken]
      const lanes = Array.from({ length: parts.connections - left.size }, () => runLane(rest, goesOn))
      const broken = (await Promise.allSettled(lanes)).find((one) => one.status === 'rejected')
      const heard = tally
      tally = nothing()
      return { ...heard, rest, broken: broken?.reason as unknown }
    },
  }
}
