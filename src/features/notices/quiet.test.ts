// Quiet times as clocks on walls show them: across midnight, when clocks are changed, at weekends and on holidays.
import { expect, test } from 'vitest'
import { isFreeDay, quietUntil, zoneOf } from './quiet.ts'

const graz = { country: 'AT', timeZone: 'Europe/Vienna' }
const porto = { country: 'PT', timeZone: 'Europe/Lisbon' }
const hours = (quietFrom: string, quietTo: string, holidays = false) => ({ quietFrom, quietTo, holidays })
const none = { quietFrom: null, quietTo: null, holidays: false }
const until = (setting: Parameters<typeof quietUntil>[0], now: string, place = graz) =>
  quietUntil(setting, place, new Date(now))?.toISOString()

test('whoever chose nothing gets mails at any time', () => {
  expect(until(none, '2026-12-25T02:00:00Z')).toBeUndefined()
})

test('quiet hours within a day, to the minute', () => {
  const noon = hours('12:00', '13:30')
  expect(until(noon, '2026-11-26T10:59:59Z')).toBeUndefined()
  expect(until(noon, '2026-11-26T11:00:00Z')).toBe('2026-11-26T12:30:00.000Z')
  expect(until(noon, '2026-11-26T12:29:59Z')).toBe('2026-11-26T12:30:00.000Z')
  expect(until(noon, '2026-11-26T12:30:00Z')).toBeUndefined()
})

test('quiet hours across midnight end on the next morning, before and after midnight, in each one’s own zone', () => {
  const night = hours('20:00', '07:00')
  expect(until(night, '2026-11-26T19:30:00Z')).toBe('2026-11-27T06:00:00.000Z')
  expect(until(night, '2026-11-27T03:00:00Z')).toBe('2026-11-27T06:00:00.000Z')
  expect(until(night, '2026-11-26T19:30:00Z', porto)).toBeUndefined()
  expect(until(night, '2026-11-27T03:00:00Z', porto)).toBe('2026-11-27T07:00:00.000Z')
  expect(until(night, '2026-12-31T22:00:00Z')).toBe('2027-01-01T06:00:00.000Z')
})

test('the night in which clocks go forward is an hour shorter, the one in which they go back an hour longer', () => {
  const night = hours('22:00', '06:00')
  expect(until(night, '2026-03-28T21:00:00Z')).toBe('2026-03-29T04:00:00.000Z')
  expect(until(night, '2026-10-24T20:00:00Z')).toBe('2026-10-25T05:00:00.000Z')
})

test('an end that no clock shows is the moment after it, and an hour that comes twice is quiet twice', () => {
  expect(until(hours('01:00', '02:30'), '2026-03-29T00:15:00Z')).toBe('2026-03-29T01:30:00.000Z')
  expect(until(hours('02:00', '02:30'), '2026-10-25T00:10:00Z')).toBe('2026-10-25T01:30:00.000Z')
  expect(until(hours('02:00', '02:30'), '2026-10-25T01:10:00Z')).toBe('2026-10-25T01:30:00.000Z')
})

test('weekends and holidays of the country are free, others’ are not', () => {
  expect([isFreeDay('2026-10-26', 'AT'), isFreeDay('2026-10-26', 'PT')]).toEqual([true, false])
  expect([isFreeDay('2026-04-25', 'PT'), isFreeDay('2026-11-28', 'ZZ'), isFreeDay('2026-12-25', 'ZZ')]).toEqual([
    true,
    true,
    false,
  ])
})

test('on free days mails wait for the first working day, and there for the end of the night', () => {
  const free = { ...none, holidays: true }
  // Friday evening; the national holiday is on Monday.
  expect(until(free, '2026-10-23T21:59:00Z')).toBeUndefined()
  expect(until(free, '2026-10-23T22:00:00Z')).toBe('2026-10-26T23:00:00.000Z')
  expect(until(free, '2026-10-23T22:00:00Z', porto)).toBeUndefined()
  expect(until(hours('19:00', '08:00', true), '2026-10-23T18:00:00Z')).toBe('2026-10-27T07:00:00.000Z')
})

test('a country’s zone is that of its capital, and of one that nobody knows the network’s', () => {
  expect(['AT', 'PT', 'ES', 'PL', 'GB', 'ZZ'].map(zoneOf)).toEqual([
    ...['Europe/Vienna', 'Europe/Lisbon', 'Europe/Madrid', 'Europe/Warsaw', 'Europe/London', 'Europe/Brussels'],
  ])
})
