// What validation says of a scale, held against counting every number of inhabitants one by one.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultsOf } from './faults.ts'
import type { Bracket } from './fee.ts'
import type { DraftBracket } from './scale.ts'

const flat = (from: number | null, to: number | null, more: Partial<DraftBracket> = {}): DraftBracket => ({
  ...{ memberKind: 'municipality', from, to, basis: 'flat', flatCents: 1000 },
  ...{ perThousandCents: null, minimumCents: null, maximumCents: null },
  ...more,
})
const others: readonly DraftBracket[] = [
  flat(1, null, { memberKind: 'association' }),
  flat(1, null, { memberKind: 'region' }),
]
/** Cell and fault, as "from-1 gap". */
const found = (...rows: DraftBracket[]): string[] =>
  faultsOf([...rows, ...others]).map(({ field, message }) => `${field} ${message.replace('fees.fault-', '')}`.trim())

test.each([
  ['a whole scale', [flat(1, 10), flat(11, null)], []],
  ['a beginning at nought', [flat(0, null)], []],
  ['rows in any order', [flat(11, null), flat(1, 10)], []],
  ['a gap', [flat(1, 10), flat(12, null)], ['from-1 gap']],
  ['an overlap', [flat(1, 10), flat(10, null)], ['from-1 overlap']],
  [
    'an overlap with a row further up',
    [flat(1, 100), flat(5, 10), flat(50, null)],
    ['from-1 overlap', 'from-2 overlap'],
  ],
  ['two open ends', [flat(1, null), flat(11, null)], ['from-1 overlap-open']],
  ['no open end', [flat(1, 10)], ['to-0 no-open-end']],
  ['an end below its beginning', [flat(1, 10), flat(11, 9), flat(11, null)], ['to-1 falls']],
  ['a late beginning', [flat(5, null)], ['from-0 starts-late']],
  ['no beginning', [flat(null, 10), flat(1, null)], ['from-0 from-missing']],
  ['no kind', [], ['kind-missing']],
  ['no amount', [flat(1, null, { flatCents: null })], ['amount-0 amount-missing']],
  ['limits of a flat amount', [flat(1, null, { minimumCents: 5 })], ['minimum-0 flat-has-no-limits']],
] as const)('%s is told at its cell', (_, rows, expected) => {
  expect(found(...rows)).toEqual(expected)
})

test('a minimum above the maximum is told at the minimum', () => {
  const perHead = { basis: 'per-head', flatCents: null, perThousandCents: 4000 } as const
  expect(found(flat(1, null, { ...perHead, minimumCents: 6, maximumCents: 5 }))).toEqual([
    'minimum-0 minimum-above-maximum',
  ])
  expect(found(flat(1, null, { ...perHead, minimumCents: 5, maximumCents: 5 }))).toEqual([])
})

const most = 40
const end = fc.integer({ min: 1, max: most })
const someRows = fc.array(
  fc.tuple(end, fc.option(end)).map(([from, to]) => flat(from, to)),
  { maxLength: 6 },
)
const countAt = (rows: readonly DraftBracket[], people: number): number =>
  rows.filter(({ from, to }) => from !== null && people >= from && (to === null || people <= to)).length
const everybody = Array.from({ length: most + 5 }, (_, index) => index + 1)

test('gaps and overlaps are exactly those that counting finds', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const issues = faultsOf([...rows, ...others])
      const within = (people: number, faults: readonly string[]): boolean =>
        issues.some(({ message, values }) => {
          const fault = message.replace('fees.fault-', '')
          if (!faults.includes(fault)) return false
          return people >= Number(values?.['from'] ?? 1) && people <= Number(values?.['to'] ?? Number.POSITIVE_INFINITY)
        })
      for (const people of everybody) {
        const count = countAt(rows, people)
        expect(within(people, ['gap', 'starts-late', 'no-open-end', 'kind-missing']), `gap at ${people}`).toBe(
          count === 0,
        )
        expect(within(people, ['overlap', 'overlap-open']), `overlap at ${people}`).toBe(count > 1)
      }
    }),
    { numRuns: 500 },
  )
})

test('a scale without faults has exactly one bracket for every number of inhabitants up to a hundred million', () => {
  const ends = fc.uniqueArray(fc.integer({ min: 1, max: 100_000_000 }), { maxLength: 12 })
  fc.assert(
    fc.property(ends, fc.integer({ min: 1, max: 100_000_000 }), fc.boolean(), (unordered, people, spoilt) => {
      const bounds = [0, ...unordered.sort((one, other) => one - other)]
      const rows = bounds.map((before, index) => flat(before + 1, bounds[index + 1] ?? null))
      const shifted = spoilt
        ? rows.map((row, index) => (index === 1 ? { ...row, from: (row.from ?? 0) + 1 } : row))
        : rows
      const counts = [people, ...bounds.flatMap((bound) => [bound, bound + 1])]
        .filter((one) => one > 0)
        .map((one) => countAt(shifted, one))
      const whole = faultsOf([...shifted, ...others]).length === 0
      expect(whole).toBe(counts.every((count) => count === 1))
    }),
    { numRuns: 500 },
  )
})

test('what validation calls whole is what the type of a scale promises', () => {
  const row: Bracket = { ...flat(1, null), from: 1 }
  expect(faultsOf([row, ...others])).toEqual([])
})
