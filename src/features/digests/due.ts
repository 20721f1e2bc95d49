// When somebody's digest is due: at their hour, in their time zone, on their weekday, and at no time at which they want to be left alone.
import type { Gathered } from '#platform/digest-parts.ts'
import { type Habits as Chosen, quietUntil, wallAt, zoneOf } from '../notices/public.ts'

/** What somebody chose, and in which rhythms any of their searches. */
export type Habits = Chosen & { readonly searches: readonly Gathered[] }

export interface Due {
  /** In the reader's zone, `YYYY-MM-DD`: the period for which there is one digest at most. */
  readonly day: string
  /** Also of what is gathered for a week. */
  readonly weekly: boolean
}

/** The last days for which a digest was raised, and one that was weekly; null: none yet. */
export interface LastDigests {
  readonly lastDay: string | null
  readonly lastWeekly: string | null
}

const day = 86_400_000
/** Minutes: what a server that was away left out is made up for in the same morning, or else the next day. */
const mostLate = 5 * 60
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Minutes after midnight: the chosen hour, or where it is quiet then, when that ends. */
export function wantedMinutes({
  digestHour,
  quietFrom,
  quietTo,
}: Pick<Habits['setting'], 'digestHour' | 'quietFrom' | 'quietTo'>): number {
  const wanted = digestHour * 60
  if (quietFrom === null || quietTo === null) return wanted
  const [from, to] = [minutesOf(quietFrom), minutesOf(quietTo)]
  const quiet = from < to ? from <= wanted && wanted < to : from <= wanted || wanted < to
  return quiet ? to : wanted
}

/** The last day with this number of the week, 1 for Monday, today among them. */
function lastOn(weekday: number, today: string): string {
  const back = (new Date(today).getUTCDay() - weekday + 14) % 7
  return new Date(Date.parse(today) - back * day).toISOString().slice(0, 10)
}

const wants = ({ rhythms, searches }: Pick<Habits, 'rhythms' | 'searches'>, rhythm: Gathered): boolean =>
  Object.values(rhythms).includes(rhythm) || searches.includes(rhythm)

export const zoneFor = ({ setting, country }: Pick<Habits, 'setting' | 'country'>): string =>
  setting.timeZone ?? zoneOf(country)

/** Undefined: not now. What was missed on its weekday, by a free day or a server that was away, is made up for within the week. */
export function digestDue(habits: Habits, { lastDay, lastWeekly }: LastDigests, now: Date): Due | undefined {
  const { setting, country } = habits
  const timeZone = zoneFor(habits)
  const { day: today, time } = wallAt(now, timeZone)
  if (lastDay !== null && lastDay >= today) return undefined
  const late = minutesOf(time) - wantedMinutes(setting)
  if (late < 0 || late >= mostLate) return undefined
  const since = lastOn(setting.digestWeekday, today)
  // Whoever is new to it waits for their weekday.
  const isTurn = lastWeekly === null ? since === today : lastWeekly < since
  const weekly = wants(habits, 'weekly') && isTurn
  if (!weekly && !wants(habits, 'daily')) return undefined
  return quietUntil(setting, { country, timeZone }, now) === undefined ? { day: today, weekly } : undefined
}

const hour = 3_600_000

/** When the next one is due, hour by hour as the jobs look for it, over three weeks; undefined where none is wanted. */
export function nextDigest(habits: Habits, last: LastDigests, now: Date): (Due & { readonly at: Date }) | undefined {
  if (!wants(habits, 'daily') && !wants(habits, 'weekly')) return undefined
  const begin = Math.ceil(now.getTime() / hour) * hour
  for (let at = begin; at < begin + 21 * day; at += hour) {
    const due = digestDue(habits, last, new Date(at))
    if (due !== undefined) return { ...due, at: new Date(at) }
  }
  return undefined
}
