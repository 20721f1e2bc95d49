// What the mail server's answers, and its silence, say about itself and about single domains.
import { pauseAfter } from './failures.ts'
import type { Outcome, SlowDomains, Taken } from './queue.ts'

/** Longer than a mail may be under way. */
const holdsFor = 150_000

interface Tally {
  sent: number
  /** All mails would fare the same. */
  away: boolean
  /** The server said something about a mail. */
  heard: boolean
}
const nothing = (): Tally => ({ sent: 0, away: false, heard: false })

export function createHearing(now: () => Date) {
  const slow = new Map<string, { until: number; underWay: boolean }>()
  const silent = new Set<string>()
  let tally = nothing()
  const hold = (domain: string, milliseconds: number, underWay: boolean): void =>
    void slow.set(domain, { until: now().getTime() + milliseconds, underWay })
  /** Where two are silent, and no word about any other came in between, it is the server. */
  const fellSilent = ({ domain, tries }: Taken): void => {
    hold(domain, pauseAfter(tries), false)
    silent.add(domain)
    if (silent.size > 1) tally.away = true
  }
  return {
    slow: slow as SlowDomains,
    isAway: () => tally.away,
    takesLong: ({ domain }: Taken): void => hold(domain, holdsFor, true),
    forget: ({ domain }: Taken): void => void slow.delete(domain),
    isHeld: ({ domain, place }: Taken): boolean => {
      const { until = 0, underWay = false } = slow.get(domain) ?? {}
      return underWay || (place !== 0 && until > now().getTime())
    },
    note: (outcome: Outcome, mail: Taken): void => {
      if (outcome === 'silent') fellSilent(mail)
      else slow.delete(mail.domain)
      if (outcome === 'away') tally.away = true
      if (outcome === 'away' || outcome === 'gone' || outcome === 'silent') return
      silent.clear()
      tally.heard = true
      if (outcome === 'sent') tally.sent += 1
    },
    /** What was heard since this was asked the last time. */
    take: (): Tally => {
      const heard = tally
      tally = nothing()
      return heard
    },
  }
}

export type Hearing = ReturnType<typeof createHearing>
