// Calendar files (iCalendar, RFC 5545 with the properties of RFC 7986), written line by line.
// Not by ical-generator: it takes the clock of the server for that of the zone, and escapes addresses as if they were texts.
import type { When } from './calendar-date.ts'
import { clockTime, timeZoneLines } from './time-zone.ts'

export const calendarType = 'text/calendar; charset=utf-8'

/** A date as it is told to a calendar. */
export interface CalendarEntry {
  readonly key: string
  readonly title: string
  readonly when: When
  readonly busy: boolean
  readonly cancelled: boolean
  readonly tentative?: boolean
  readonly place: string
  /** Plain text. */
  readonly text: string
  /** Absolute. */
  readonly url: string
  readonly version: number
  readonly changedAt: Date
}

export interface CalendarFile {
  readonly name: string
  readonly lang: string
  /** Of this installation: makes the names of entries unique in the world. */
  readonly host: string
  /** How often a program that follows the address should look; left out for a file that is taken once. */
  readonly refreshHours?: number
  readonly entries: readonly CalendarEntry[]
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the standard knows no other control characters than tab in texts.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g

/** RFC 5545, 3.3.11. */
const escapeText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(controls, '')
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n')

/** RFC 5545, 3.1: at most 75 octets a line, the rest begins with a space; never within a letter. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += letter
    octets += size
  }
  return folded
}

const stamp = (moment: Date): string => `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const moment = (name: string, zone: string, at: Date, lastYear: number): string => {
  const { local, text } = clockTime(at.getUTCFullYear() > lastYear ? 'UTC' : zone, at)
  return local ? `${name};TZID=${zone}:${text}` : `${name}:${text}`
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
const wholeDay = (name: string, day: string): string => `${name};VALUE=DATE:${day.replaceAll('-', '')}`

const whenLines = (when: When, lastYear: number): string[] =>
  'zone' in when
    ? [
        moment('DTSTART', when.zone, when.starts, lastYear),
        ...(when.ends === null ? [] : [moment('DTEND', when.zone, when.ends, lastYear)]),
      ]
    : [wholeDay('DTSTART', when.firstDay), wholeDay('DTEND', dayAfter(when.lastDay))]

const said = (name: string, text: string): string[] => (text === '' ? [] : [`${name}:${escapeText(text)}`])

const statusOf = ({ cancelled, tentative = false }: CalendarEntry): string =>
  cancelled ? 'CANCELLED' : tentative ? 'TENTATIVE' : 'CONFIRMED'

const eventLines = (host: string, entry: CalendarEntry, lastYear: number): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.key}@${host}`,
  // Where nobody is invited both are when it was changed last (3.8.7.2).
  `DTSTAMP:${stamp(entry.changedAt)}`,
  `LAST-MODIFIED:${stamp(entry.changedAt)}`,
  `SEQUENCE:${entry.version}`,
  ...whenLines(entry.when, lastYear),
  `SUMMARY:${escapeText(entry.title)}`,
  ...said('LOCATION', entry.place),
  ...said('DESCRIPTION', entry.text),
  `URL;VALUE=URI:${entry.url}`,
  `STATUS:${statusOf(entry)}`,
  `TRANSP:${entry.busy && !entry.cancelled ? 'OPAQUE' : 'TRANSPARENT'}`,
  // Programs that show a calendar to colleagues show them no more than that the person is taken.
  'CLASS:PRIVATE',
  'END:VEVENT',
]

/** Also for a calendar without dates, which would otherwise be an empty one, and those are forbidden (3.6). */
const networkZone = 'Europe/Brussels'
/** What comes later is told in UTC: no law about clocks is made for longer, and each year of a zone is work for the process. */
const yearsOfClocks = 10

/** The years whose clocks are told: from that of the first date on. */
function yearsOf(entries: readonly CalendarEntry[]): readonly [number, number] {
  const years = entries.flatMap(({ when }) =>
    'zone' in when ? [when.starts, when.ends ?? when.starts].map((at) => at.getUTCFullYear()) : [],
  )
  // Where there is no such date any year will do.
  const first = years.length === 0 ? 2000 : Math.min(...years)
  return [first, Math.min(Math.max(first, ...years), first + yearsOfClocks)]
}

function zoneLines(entries: readonly CalendarEntry[], [first, last]: readonly [number, number]): string[] {
  const zones = new Set([networkZone, ...entries.flatMap(({ when }) => ('zone' in when ? [when.zone] : []))])
  return [...zones].filter((zone) => zone !== 'UTC').flatMap((zone) => timeZoneLines(zone, first, last))
}

export function writeCalendar({ name, lang, host, refreshHours, entries }: CalendarFile): string {
  const refresh = refreshHours === undefined ? [] : [`PT${refreshHours}H`]
  const years = yearsOf(entries)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Vicinia//Vicinia//${lang.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    ...said('NAME', name),
    ...said('X-WR-CALNAME', name),
    ...refresh.flatMap((every) => [`REFRESH-INTERVAL;VALUE=DURATION:${every}`, `X-PUBLISHED-TTL:${every}`]),
    ...zoneLines(entries, years),
    ...entries.flatMap((entry) => eventLines(host, entry, years[1])),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
