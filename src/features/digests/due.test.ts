// When a digest is due.
import { describe, expect, test } from 'vitest'
import { digestDue, type Habits, nextDigest, wantedMinutes } from './due.ts'

const rhythms = { asked: 'at_once', city: 'at_once', watched: 'daily', rooms: 'never' } as const
const setting = {
  ...{ quietFrom: null, quietTo: null, timeZone: null, holidays: false, onlyMyCity: false },
  ...{ digestHour: 7, digestWeekday: 1 },
}
const habitsOf = (own: Partial<Habits['setting']> = {}, more: Partial<Habits['rhythms']> = {}): Habits => ({
  ...{ personId: 1, country: 'AT', rhythms: { ...rhythms, ...more }, setting: { ...setting, ...own }, searches: [] },
})
const never = { lastDay: null, lastWeekly: null }
const at = (moment: string): Date => new Date(moment)

test('daily, from the chosen hour on, in the time of one’s own country; in winter and in summer', () => {
  expect(digestDue(habitsOf(), never, at('2026-01-14T05:59:00Z'))).toBeUndefined()
  expect(digestDue(habitsOf(), never, at('2026-01-14T06:00:00Z'))).toEqual({ day: '2026-01-14', weekly: false })
  expect(digestDue(habitsOf(), never, at('2026-07-14T05:00:00Z'))).toEqual({ day: '2026-07-14', weekly: false })
  expect(digestDue(habitsOf({ timeZone: 'Atlantic/Azores' }), never, at('2026-01-14T07:00:00Z'))).toBeUndefined()
})

test('once a day, also where a server was away at the hour; but no morning paper in the evening', () => {
  const today = { lastDay: '2026-01-14', lastWeekly: null }
  expect(digestDue(habitsOf(), today, at('2026-01-14T19:00:00Z'))).toBeUndefined()
  expect(digestDue(habitsOf(), { ...today, lastDay: '2026-01-13' }, at('2026-01-14T10:59:00Z'))?.day).toBe('2026-01-14')
  expect(digestDue(habitsOf(), never, at('2026-01-14T19:00:00Z'))).toBeUndefined()
})

describe('weekly', () => {
  const weekly = (own: Partial<Habits['setting']> = {}) => habitsOf(own, { watched: 'weekly' })
  /** A Monday. */
  const monday = '2026-01-12'

  test('on the chosen weekday, and not on others', () => {
    expect(digestDue(weekly(), never, at('2026-01-13T08:00:00Z'))).toBeUndefined()
    expect(digestDue(weekly(), never, at(`${monday}T08:00:00Z`))).toEqual({ day: monday, weekly: true })
    const told = { lastDay: monday, lastWeekly: monday }
    expect(digestDue(weekly(), told, at('2026-01-13T08:00:00Z'))).toBeUndefined()
    expect(digestDue(weekly({ digestWeekday: 5 }), told, at('2026-01-16T08:00:00Z'))?.weekly).toBe(true)
  })

  test('what a holiday or a server that was away left out is made up for', () => {
    const told = { lastDay: monday, lastWeekly: monday }
    expect(digestDue(weekly(), told, at('2026-01-20T08:00:00Z'))).toEqual({ day: '2026-01-20', weekly: true })
    // Easter Monday.
    const before = { lastDay: '2026-03-30', lastWeekly: '2026-03-30' }
    expect(digestDue(weekly({ holidays: true }), before, at('2026-04-06T08:00:00Z'))).toBeUndefined()
    expect(digestDue(weekly({ holidays: true }), before, at('2026-04-07T08:00:00Z'))?.weekly).toBe(true)
  })
})

test('none where nothing is gathered', () => {
  expect(digestDue(habitsOf({}, { watched: 'never' }), never, at('2026-01-12T08:00:00Z'))).toBeUndefined()
  expect(nextDigest(habitsOf({}, { watched: 'at_once' }), never, at('2026-01-12T08:00:00Z'))).toBeUndefined()
})

test('not on holidays of one’s own country, where that is wished', () => {
  // Epiphany: in Austria, not in France.
  const epiphany = at('2026-01-06T08:00:00Z')
  expect(digestDue(habitsOf({ holidays: true }), never, epiphany)).toBeUndefined()
  expect(digestDue(habitsOf(), never, epiphany)?.day).toBe('2026-01-06')
  expect(digestDue({ ...habitsOf({ holidays: true }), country: 'FR' }, never, epiphany)?.day).toBe('2026-01-06')
})

test('in quiet hours it waits until they end, across midnight too', () => {
  expect(wantedMinutes({ digestHour: 7, quietFrom: '20:00', quietTo: '08:30' })).toBe(510)
  expect(wantedMinutes({ digestHour: 23, quietFrom: '20:00', quietTo: '08:30' })).toBe(510)
  expect(wantedMinutes({ digestHour: 12, quietFrom: '20:00', quietTo: '08:30' })).toBe(720)
  expect(wantedMinutes({ digestHour: 12, quietFrom: '11:00', quietTo: '13:00' })).toBe(780)
  const quiet = habitsOf({ digestHour: 23, quietFrom: '20:00', quietTo: '08:00' })
  expect(digestDue(quiet, never, at('2026-01-14T22:30:00Z'))).toBeUndefined()
  expect(digestDue(quiet, never, at('2026-01-14T07:00:00Z'))?.day).toBe('2026-01-14')
})

test('the hour that clocks skip in spring does not lose a day', () => {
  const early = habitsOf({ digestHour: 2 })
  expect(digestDue(early, { lastDay: '2026-03-28', lastWeekly: null }, at('2026-03-29T01:00:00Z'))?.day).toBe(
    '2026-03-29',
  )
})

test('the next one is announced for the hour in which the jobs will find it due', () => {
  const next = nextDigest(
    habitsOf({ holidays: true }),
    { lastDay: '2026-01-05', lastWeekly: null },
    at('2026-01-05T09:20:00Z'),
  )
  expect(next).toEqual({ day: '2026-01-07', weekly: false, at: at('2026-01-07T06:00:00Z') })
})

test('whoever wishes for nothing but their saved searches gets a digest in their rhythm', () => {
  const nothing = habitsOf({}, { asked: 'never', city: 'never', watched: 'never' })
  const [tuesday, monday] = [at('2026-01-13T06:00:00Z'), at('2026-01-12T06:00:00Z')]
  expect(digestDue(nothing, never, monday)).toBeUndefined()
  expect(digestDue({ ...nothing, searches: ['daily'] }, never, tuesday)).toEqual({ day: '2026-01-13', weekly: false })
  expect(digestDue({ ...nothing, searches: ['weekly'] }, never, tuesday)).toBeUndefined()
  expect(digestDue({ ...nothing, searches: ['weekly'] }, never, monday)).toEqual({ day: '2026-01-12', weekly: true })
})
