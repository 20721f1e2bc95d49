// Calendar files, read by a parser that knows nothing of ours: lines, texts, moments in every zone of Europe.
import ICAL from 'ical.js'
import { describe, expect, test, vi } from 'vitest'
import type { When } from './calendar-date.ts'
import { timeZoneLines } from './time-zone.ts'
import { type CalendarEntry, writeCalendar } from './write-calendar.ts'

const entry = (fresh: Partial<CalendarEntry> & { when: When }): CalendarEntry => ({
  ...{ key: 'meeting-1', title: 'Night walk', busy: true, cancelled: false, place: '', text: '' },
  ...{ url: 'https://vicinia.example/rooms/1/meetings', version: 0, changedAt: new Date('2026-02-01T09:30:00Z') },
  ...fresh,
})
const fileOf = (...entries: CalendarEntry[]): string =>
  writeCalendar({ name: 'Vicinia', lang: 'de', host: 'vicinia.example', refreshHours: 1, entries })
const read = (file: string) => new ICAL.Component(ICAL.parse(file))
const eventOf = (file: string) => {
  const component = read(file).getFirstSubcomponent('vevent')
  if (component === null) throw new Error('no event')
  return new ICAL.Event(component)
}
const at = (starts: string, zone = 'Europe/Vienna', ends: string | null = null): When => ({
  ...{ starts: new Date(starts), zone },
  ends: ends === null ? null : new Date(ends),
})

describe('a calendar file', () => {
  test('has lines of at most 75 octets, ended by CR LF, and cuts no letter in two', () => {
    const title = 'Überfüllte Straßenbahnhaltestellen – Gespräch mit Łódź und Αθήνα 🚋'.repeat(5)
    const file = fileOf(entry({ title, when: at('2026-03-10T10:00:00Z') }))
    const lines = file.split('\r\n')
    expect(lines.pop()).toBe('')
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n\ufffd]/.test(line))).toEqual([])
    expect(eventOf(file).summary).toBe(title)
  })

  test('gives every text back as it was written, whatever marks are in it, and no line of its own', () => {
    const text = 'One; two, three\\four\nEND:VEVENT\r\nBEGIN:VALARM\n"x":y\u0000\u0007'
    const event = eventOf(
      fileOf(entry({ title: 'a;b,c\\n', text, place: 'Hall 1, Graz', when: at('2026-03-10T10:00:00Z') })),
    )
    expect(event.summary).toBe('a;b,c\\n')
    expect(event.location).toBe('Hall 1, Graz')
    expect(event.description).toBe('One; two, three\\four\nEND:VEVENT\nBEGIN:VALARM\n"x":y')
    expect(event.component.getAllSubcomponents()).toEqual([])
  })

  test('says who it is, when it changed, how often, and that it was called off', () => {
    const { component, uid, sequence } = eventOf(
      fileOf(entry({ key: 'meeting-7', version: 3, cancelled: true, when: at('2026-03-10T10:00:00Z') })),
    )
    expect([uid, sequence]).toEqual(['meeting-7@vicinia.example', 3])
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
    expect(String(component.getFirstPropertyValue('last-modified'))).toBe('2026-02-01T09:30:00Z')
    expect(String(component.getFirstPropertyValue('url'))).toBe('https://vicinia.example/rooms/1/meetings')
  })

  test('tells how often to look, and is one also without a date', () => {
    const calendar = read(fileOf())
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H')
    expect(calendar.getAllSubcomponents('vevent')).toEqual([])
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1)
  })

  test('has days for what takes days, with the day after the last as their end', () => {
    const { startDate, endDate } = eventOf(fileOf(entry({ when: { firstDay: '2026-02-27', lastDay: '2026-02-28' } })))
    expect([startDate.isDate, String(startDate), String(endDate)]).toEqual([true, '2026-02-27', '2026-03-01'])
  })

  test.each([
    ['in winter', 'Europe/Vienna', '2026-01-15T09:00:00Z', '2026-01-15T10:00:00'],
    ['in summer', 'Europe/Vienna', '2026-07-15T08:00:00Z', '2026-07-15T10:00:00'],
    ['in Lisbon', 'Europe/Lisbon', '2026-07-15T09:00:00Z', '2026-07-15T10:00:00'],
    ['on the Azores', 'Atlantic/Azores', '2026-07-15T10:00:00Z', '2026-07-15T10:00:00'],
    ['before the clocks go back', 'Europe/Berlin', '2026-10-24T23:30:00Z', '2026-10-25T01:30:00'],
    ['after they went back', 'Europe/Berlin', '2026-10-25T02:30:00Z', '2026-10-25T03:30:00'],
    ['where there is no summer time', 'Atlantic/Reykjavik', '2026-07-15T10:00:00Z', '2026-07-15T10:00:00'],
  ])('shows the clock of its zone and means the same moment: %s', (_, zone, moment, shown) => {
    const { startDate } = eventOf(fileOf(entry({ when: at(moment, zone) })))
    expect([startDate.toJSDate().toISOString(), String(startDate)]).toEqual([new Date(moment).toISOString(), shown])
  })

  test.each(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])(
    'names 02:30 of an October night, which comes twice, in UTC: %s',
    (moment) => {
      const { startDate } = eventOf(fileOf(entry({ when: at(moment, 'Europe/Berlin') })))
      expect(String(startDate)).toBe(moment)
    },
  )
})

describe('dates that lie far away', () => {
  /** How often the time zone database was asked. */
  const asked = (work: () => unknown): number => {
    const questions = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts')
    try {
      work()
      return questions.mock.calls.length
    } finally {
      questions.mockRestore()
    }
  }
  const far = (zone: string) =>
    fileOf(entry({ when: at('2026-07-15T08:00:00Z', zone) }), entry({ when: at('2199-07-15T08:00:00Z', zone) }))

  test('cost no more than those of the next years, and the second time next to nothing', () => {
    // Zones that no other test asks for.
    const near = asked(() => fileOf(entry({ when: at('2026-07-15T08:00:00Z', 'America/Havana') })))
    const wide = asked(() => far('America/Santiago'))
    expect(near).toBeGreaterThan(50)
    expect(wide).toBeLessThan(near * 7)
    expect(asked(() => far('America/Santiago'))).toBeLessThan(10)
  })

  test('mean the moment that was set, in UTC, beside others that show the clock of their zone', () => {
    const times = read(far('Europe/Vienna'))
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event).startDate)
    expect(times.map(String)).toEqual(['2026-07-15T10:00:00', '2199-07-15T08:00:00Z'])
    expect(times.map((time) => time.toJSDate().toISOString())).toEqual([
      '2026-07-15T08:00:00.000Z',
      '2199-07-15T08:00:00.000Z',
    ])
  })

  test('alone in their calendar show the clock of their zone', () => {
    const { startDate } = eventOf(fileOf(entry({ when: at('2199-07-15T08:00:00Z') })))
    expect([startDate.toJSDate().toISOString(), String(startDate)]).toEqual([
      '2199-07-15T08:00:00.000Z',
      '2199-07-15T10:00:00',
    ])
  })

  test('as whole days ask for no clocks between', () => {
    const days = { firstDay: '2099-12-31', lastDay: '2099-12-31' }
    const today = entry({ when: at('2026-07-15T08:00:00Z', 'America/Asuncion') })
    fileOf(today)
    expect(asked(() => fileOf(today, entry({ when: days })))).toBeLessThan(10)
  })
})

describe('a time zone', () => {
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('Europe/'))
  const offsetIn = (timeZone: string, moment: Date): number => {
    const [day = '', clock = ''] = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
      .format(moment)
      .split(' ')
    return (Date.parse(`${day}T${clock}Z`) - moment.getTime()) / 1000
  }
  const zoneFrom = (name: string, first: number, last: number) => {
    const calendar = ['BEGIN:VCALENDAR', ...timeZoneLines(name, first, last), 'END:VCALENDAR'].join('\r\n')
    return new ICAL.Timezone(read(calendar).getFirstSubcomponent('vtimezone') ?? '')
  }
  const disagreements = (name: string, first: number, last: number): string[] => {
    const zone = zoneFrom(name, first, last)
    const wrong: string[] = []
    for (let at = Date.UTC(first, 0, 2, 12); at < Date.UTC(last + 1, 0, 1); at += 9 * 86_400_000) {
      const local = new Date(at + offsetIn(name, new Date(at)) * 1000).toISOString().slice(0, 19)
      const found = zone.utcOffset(ICAL.Time.fromDateTimeString(local))
      if (found !== offsetIn(name, new Date(at))) wrong.push(`${name} ${local} ${found}`)
    }
    return wrong
  }

  test('of Europe says the same as the time zone database, in 2026 and 2027', () => {
    expect(zones.length).toBeGreaterThan(50)
    expect(zones.flatMap((name) => disagreements(name, 2026, 2027))).toEqual([])
  })

  test('whose clocks change every year in the same way says so in two rules', () => {
    const rules = timeZoneLines('Europe/Vienna', 2026, 2026).filter((line) => line.startsWith('RRULE'))
    expect(rules).toEqual(['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'])
  })

  test('that gave up summer time in between is told change by change', () => {
    expect(timeZoneLines('Europe/Istanbul', 2014, 2018).join()).not.toContain('RRULE')
    expect(disagreements('Europe/Istanbul', 2014, 2018)).toEqual([])
  })
})
