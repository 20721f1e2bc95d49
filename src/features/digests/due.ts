// When somebody's digest is due: at their hour, in their time zone, on their weekday, not in quiet hours, and not on days of rest.

export interface Habit {
  /** IANA. */
  readonly zone: string
  /** 0 to 23. */
  readonly hour: number
  /** 1 is Monday. */
  readonly weekday: number
  /** `22:00`, both or none; across midnight where the end is the earlier one. */
  readonly quietFrom: string | null
  readonly quietTo: string | null
  /** Something is wanted daily, something weekly. */
  readonly daily: boolean
  readonly weekly: boolean
  /** No mails on this day (`YYYY-MM-DD`). */
  readonly rests: (day: string) => boolean
  /** The last days for which a digest was raised, and a weekly one. */
  readonly lastDay: string | null
  readonly lastWeekly: string | null
}

export interface Due {
  /** In the reader's zone; the period for which there is one digest at most. */
  readonly day: string
  readonly weekly: boolean
}

const day = 86_400_000
const clocks = new Map<string, Intl.DateTimeFormat>()

/** Swedish writes 2026-03-29 02:30. */
const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const fresh = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
  clocks.set(zone, fresh)
  return fresh
}

export const isZone = (zone: string): boolean => {
  try {
    return clockOf(zone) !== undefined
  } catch {
    return false
  }
}

/** Minutes since midnight. */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The chosen hour, or where it is quiet then, when that ends. */
export function wantedMinutes({ hour, quietFrom, quietTo }: Pick<Habit, 'hour' | 'quietFrom' | 'quietTo'>): number {
  const wanted = hour * 60
  if (quietFrom === null || quietTo === null) return wanted
  const [from, to] = [minutesOf(quietFrom), minutesOf(quietTo)]
  const quiet = from < to ? from <= wanted && wanted < to : from <= wanted || wanted < to
  return quiet ? to : wanted
}

/** The last day with this number of the week, today among them. */
function lastOn(weekday: number, today: string): string {
  const at = Date.parse(today)
  const back = (new Date(at).getUTCDay() - weekday + 14) % 7
  return new Date(at - back * day).toISOString().slice(0, 10)
}

/** Undefined: not now. What was missed on its weekday, by a day of rest or a server that was away, is made up for within the week. */
export function digestDue(habit: Habit, now: Date): Due | undefined {
  const [today = '', time = ''] = clockOf(habit.zone).format(now).split(' ')
  if (minutesOf(time) < wantedMinutes(habit) || habit.rests(today)) return undefined
  if (habit.lastDay !== null && habit.lastDay >= today) return undefined
  const since = lastOn(habit.weekday, today)
  const begun = habit.lastDay !== null || since === today
  const weekly = habit.weekly && begun && (habit.lastWeekly ?? '') < since
  return weekly || habit.daily ? { day: today, weekly } : undefined
}

const hour = 3_600_000

/** When the next one is due, looked for hour by hour over three weeks; undefined where none is wanted. */
export function nextDigest(habit: Habit, now: Date): (Due & { readonly at: Date }) | undefined {
  if (!habit.daily && !habit.weekly) return undefined
  const begin = Math.ceil(now.getTime() / hour) * hour
  for (let at = begin; at < begin + 21 * day; at += hour) {
    const due = digestDue(habit, new Date(at))
    if (due !== undefined) return { ...due, at: new Date(at) }
  }
  return undefined
}
