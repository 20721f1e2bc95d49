// Three working days.
import { expect, test } from 'vitest'
import { afterWorkingDays } from './working-days.ts'

test.each([
  ['a Monday', '2026-11-23T10:00:00Z', '2026-11-26T10:00:00.000Z'],
  ['a Thursday, over the weekend', '2026-11-26T10:00:00Z', '2026-12-01T10:00:00.000Z'],
  ['a Saturday', '2026-11-28T23:30:00Z', '2026-12-02T23:30:00.000Z'],
  ['the day before Christmas, on a Thursday', '2026-12-24T08:00:00Z', '2026-12-30T08:00:00.000Z'],
  ['the last day of the year', '2026-12-31T08:00:00Z', '2027-01-06T08:00:00.000Z'],
  // Easter Sunday was 5 April 2026, is 28 March 2027 and 16 April 2028.
  ['Maundy Thursday 2026', '2026-04-02T08:00:00Z', '2026-04-08T08:00:00.000Z'],
  ['Maundy Thursday 2027', '2027-03-25T08:00:00Z', '2027-03-31T08:00:00.000Z'],
  ['Maundy Thursday 2028', '2028-04-13T08:00:00Z', '2028-04-19T08:00:00.000Z'],
  ['the last of April', '2026-04-30T08:00:00Z', '2026-05-06T08:00:00.000Z'],
])('from %s', (_, from, until) => {
  expect(afterWorkingDays(new Date(from), 3).toISOString()).toBe(until)
})
