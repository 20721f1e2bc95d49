// The rules that need no database: phases of a membership, the last day after a notice, and what an act is said to change.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { translator } from '#platform/i18n.ts'
import { historyOf } from './history.ts'
import { changesBetween, dayPlus, lastDayAfter, phaseOn } from './membership.ts'

test('a membership comes, is there from its first to its last day, and has ended; one that never came about is none', () => {
  const year = { beginsOn: '2025-01-01', endsOn: '2025-12-31' }
  expect(['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map((day) => phaseOn(year, day))).toEqual([
    ...['coming', 'current', 'current', 'ended'],
  ])
  expect(phaseOn({ beginsOn: '2025-01-01', endsOn: null }, '2199-01-01')).toBe('current')
  expect(phaseOn({ beginsOn: '2025-01-01', endsOn: '2024-12-31' }, '2025-01-01')).toBe('void')
})

test.each([
  ['2026-06-30', 6, '2026-12-31'],
  ['2026-07-01', 6, '2027-12-31'],
  ['2026-09-30', 3, '2026-12-31'],
  ['2026-10-01', 3, '2027-12-31'],
  ['2026-12-31', 0, '2026-12-31'],
  ['2026-01-01', 12, '2027-12-31'],
  ['2025-12-31', 12, '2026-12-31'],
  ['2026-01-01', 24, '2028-12-31'],
  ['2024-02-29', 10, '2024-12-31'],
  ['2023-03-01', 10, '2024-12-31'],
])('notice of %s with %i months ends on %s', (received, months, lastDay) => {
  expect(lastDayAfter(received, months)).toBe(lastDay)
})

test('the last day is an end of a year, never too near, and the next one that is not', () => {
  const day = fc.integer({ min: 0, max: 36_000 }).map((days) => dayPlus('1980-01-01', days))
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 24 }), (received, months) => {
      const last = lastDayAfter(received, months)
      const latest = (year: number) => new Date(Date.UTC(year, 12 - months, 0)).toISOString().slice(0, 10)
      const year = Number(last.slice(0, 4))
      return (
        last.endsWith('-12-31') &&
        last >= received &&
        received <= latest(year) &&
        (year === Number(received.slice(0, 4)) || received > latest(year - 1))
      )
    }),
  )
})

test('an act is told by what differs before and after it', () => {
  const at = (id: number, endsOn: string | null, beginsOn = '2025-01-01') => ({
    id,
    name: 'Graz',
    forumId: null,
    beginsOn,
    endsOn,
  })
  const told = (before: ReturnType<typeof at>[], after: ReturnType<typeof at>[]) =>
    changesBetween(before, after).map(({ what, day }) => `${what} ${day}`)
  expect(told([], [at(1, null)])).toEqual(['begins 2025-01-01'])
  expect(told([at(1, null)], [at(1, '2026-12-31')])).toEqual(['ends 2026-12-31'])
  expect(told([at(1, '2026-12-31')], [at(1, null)])).toEqual(['goes-on 2026-12-31'])
  expect(told([at(1, null)], [at(1, '2024-12-31')])).toEqual(['never 2025-01-01'])
  expect(told([], [at(1, '2024-12-31')])).toEqual([])
  expect(told([at(1, null)], [at(1, null)])).toEqual([])
})

test('a notice taken back half an hour after midnight was taken back on the new day, as the network counts days', () => {
  const given = { id: 1, membershipId: 1, receivedOn: '2026-01-10', lastDay: '2026-12-31', by: null }
  const subject = {
    id: 1,
    slug: 'x',
    name: 'X',
    localName: 'X',
    kind: 'municipality',
    country: 'AT',
    memberships: [],
  } as const
  const resignations = [{ ...given, withdrawnAt: new Date('2026-06-30T22:30:00Z') }]
  const known = { subject, resignations, renamings: [], successions: [], suspensions: [] }
  expect(historyOf(known, translator('en'), () => 'Network').map(({ day }) => day)).toEqual([
    '2026-01-10',
    '2026-07-01',
  ])
})
