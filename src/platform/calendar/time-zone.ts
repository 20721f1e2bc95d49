// A time zone as calendar files describe it (RFC 5545, VTIMEZONE), from the time zone database that Node brings along.
import { remember } from '#kernel/remember.ts'

const hour = 3_600_000

const offsets = remember(
  100,
  (timeZone) => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset', year: 'numeric' }),
)
const clocks = remember(
  100,
  // Swedish writes 2026-03-29 02:30:00.
  (timeZone) => new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
)

/** Minutes ahead of UTC. */
const offsetAt = (zone: string, instant: number): number => {
  const name = offsets(zone)
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

const compact = (text: string): string => text.replaceAll(/[-:]/g, '').replace(' ', 'T')

/** What clocks in the zone show: `20260329T023000`; in UTC with a Z where they show it twice, since programs differ on which is meant. */
export function clockTime(zone: string, instant: Date): { readonly local: boolean; readonly text: string } {
  const shown = clocks(zone).format(instant)
  const twice = [-hour, hour].some((away) => clocks(zone).format(instant.getTime() + away) === shown)
  const local = zone !== 'UTC' && !twice
  return { local, text: local ? compact(shown) : `${compact(clocks('UTC').format(instant))}Z` }
}

interface Change {
  readonly at: number
  readonly before: number
  readonly after: number
}

/** The moment, to the minute, at which clocks change between two moments. */
const bisect = (zone: string, from: number, to: number): number => {
  if (to - from <= 60_000) return to
  const middle = from + Math.floor((to - from) / 120_000) * 60_000
  return offsetAt(zone, middle) === offsetAt(zone, from) ? bisect(zone, middle, to) : bisect(zone, from, middle)
}

/** From one first of January to the next; remembered, since calendars ask for the same years again and again. */
const changesIn = remember(2000, (zoneAndYear): readonly Change[] => {
  const [zone = '', year = ''] = zoneAndYear.split(' ')
  const changes: Change[] = []
  const end = Date.UTC(Number(year) + 1, 0, 1)
  let before = offsetAt(zone, Date.UTC(Number(year), 0, 1))
  // No zone changes back within ten days; beginning at a full minute, so that what is found is one.
  for (let at = Date.UTC(Number(year), 0, 1); at < end; at += 10 * 24 * hour) {
    const next = Math.min(at + 10 * 24 * hour, end)
    const after = offsetAt(zone, next)
    if (before !== after) changes.push({ at: bisect(zone, at, next), before, after })
    before = after
  }
  return changes
})

/** From the first of January of one year to that after another. */
const changesOf = (zone: string, firstYear: number, lastYear: number): Change[] =>
  Array.from({ length: lastYear - firstYear + 1 }, (_, at) => changesIn(`${zone} ${firstYear + at}`)).flat()

const written = (minutes: number): string => {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`
}

/** The clock before the change, which is how the standard tells when it happens. */
const wallOf = ({ at, before }: Change): Date => new Date(at + before * 60_000)

const observance = (change: Change, rule: string[] = []): string[] => {
  const name = change.after > change.before ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${name}`,
    `DTSTART:${compact(wallOf(change).toISOString().slice(0, 19))}`,
    `TZOFFSETFROM:${written(change.before)}`,
    `TZOFFSETTO:${written(change.after)}`,
    ...rule,
    `END:${name}`,
  ]
}

/** Last Sunday of its month, always the same one at the same time: what Europe's clocks do. */
const pattern = (change: Change): string | undefined => {
  const wall = wallOf(change)
  const nextWeek = new Date(wall.getTime() + 7 * 24 * hour)
  if (wall.getUTCDay() !== 0 || nextWeek.getUTCMonth() === wall.getUTCMonth()) return undefined
  return [wall.getUTCMonth(), wall.toISOString().slice(11, 19), change.before, change.after].join(' ')
}

/** Twice a year by the same two rules, as far as can be foreseen; some programs understand nothing else. */
function regular(changes: readonly Change[], years: number): string[] | undefined {
  const [one, other] = [changes[0], changes[1]]
  const patterns = new Set(changes.map(pattern))
  if (one === undefined || other === undefined || patterns.has(undefined)) return undefined
  if (patterns.size !== 2 || changes.length !== 2 * years) return undefined
  return [one, other].flatMap((change) =>
    observance(change, [`RRULE:FREQ=YEARLY;BYMONTH=${wallOf(change).getUTCMonth() + 1};BYDAY=-1SU`]),
  )
}

/** The lines of the zone, right from the first of January of one year to the end of another; each year is work. */
export function timeZoneLines(zone: string, firstYear: number, lastYear: number): string[] {
  const [from, to] = [firstYear - 1, lastYear + 2]
  const changes = changesOf(zone, from, to)
  const begin = Date.UTC(from, 0, 1)
  const first = offsetAt(zone, begin)
  const single = [{ at: begin - first * 60_000, before: first, after: first }, ...changes]
  const observances = regular(changes, to - from + 1) ?? single.flatMap((change) => observance(change))
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE']
}
