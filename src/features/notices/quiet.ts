// When somebody gets no mail: in the hours they chose, at weekends and on holidays, in their own time and whatever the clocks do.
import Holidays from 'date-holidays'
import { remember } from '#kernel/remember.ts'
import type { NoticeSetting } from './rhythm.ts'

export interface Place {
  /** ISO 3166-1 alpha-2; `ZZ` where nobody knows. */
  readonly country: string
  readonly timeZone: string
}

interface Wall {
  /** `YYYY-MM-DD` */
  readonly day: string
  /** `HH:MM` */
  readonly time: string
}

const day = 86_400_000
const minute = 60_000

const formats = remember(
  100,
  (zone) => new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }),
)

/** What a clock on the wall shows there. */
export function wallAt(moment: Date, zone: string): Wall {
  const [on = '', at = ''] = formats(zone).format(moment).split(' ')
  return { day: on, time: at }
}

const asUtc = ({ day: on, time }: Wall): number => Date.parse(`${on}T${time}:00Z`)
const aheadOf = (moment: number, zone: string): number => {
  const whole = moment - (moment % minute)
  return asUtc(wallAt(new Date(whole), zone)) - whole
}

/** When a clock there shows this; where clocks are set forward past it, the moment after. */
function momentAt(wall: Wall, zone: string): Date {
  const wanted = asUtc(wall)
  const [late, early] = [wanted - aheadOf(wanted, zone), wanted - aheadOf(wanted - day, zone)]
  const right = [late, early].find((moment) => asUtc(wallAt(new Date(moment), zone)) === wanted)
  return new Date(right ?? Math.max(late, early))
}

const following = (on: string): string => new Date(Date.parse(on) + day).toISOString().slice(0, 10)
const isWeekend = (on: string): boolean => new Date(on).getUTCDay() % 6 === 0

/** The public holidays of a country in a year; none of a country that is not known. */
const holidaysOf = remember(200, (countryAndYear): ReadonlySet<string> => {
  const [country = '', year = ''] = countryAndYear.split(' ')
  const all = new Holidays(country).getHolidays(Number(year)) ?? []
  return new Set(all.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10)))
})

/** A weekend, or a holiday of the whole country. `on` as `YYYY-MM-DD`. */
export const isFreeDay = (on: string, country: string): boolean =>
  isWeekend(on) || holidaysOf(`${country} ${on.slice(0, 4)}`).has(on)

/** The zone of the country's capital. */
export const zoneOf = remember(100, (country) => new Holidays(country).getTimezones()?.[0] ?? 'Europe/Brussels')

const crossesMidnight = (from: string, to: string): boolean => to < from
const isWithin = (time: string, from: string, to: string): boolean =>
  crossesMidnight(from, to) ? time >= from || time < to : time >= from && time < to

type Chosen = Pick<NoticeSetting, 'quietFrom' | 'quietTo' | 'holidays'>

/** The end of the quiet hours or the free day that it is there now. */
function endOfQuiet({ quietFrom: from, quietTo: to, holidays }: Chosen, place: Place, now: Date): Date | undefined {
  const wall = wallAt(now, place.timeZone)
  if (holidays && isFreeDay(wall.day, place.country))
    return momentAt({ day: following(wall.day), time: '00:00' }, place.timeZone)
  if (from === null || to === null || !isWithin(wall.time, from, to)) return undefined
  const ends = crossesMidnight(from, to) && wall.time >= from ? following(wall.day) : wall.day
  return momentAt({ day: ends, time: to }, place.timeZone)
}

/** More in a row there are nowhere: a long feast with a night before and after each of its days. */
const mostInRow = 40

/** Until when no mail goes to them; undefined: it may go now. */
export function quietUntil(setting: Chosen, place: Place, now: Date): Date | undefined {
  let moment = now
  for (let step = 0; step < mostInRow; step += 1) {
    const end = endOfQuiet(setting, place, moment)
    if (end === undefined) break
    // An hour that comes twice ends but once.
    moment = end > moment ? end : new Date(moment.getTime() + minute)
  }
  return moment > now ? moment : undefined
}
