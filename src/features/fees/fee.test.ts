// The calculation: known fees to the cent, and what holds for every scale.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bracket, type Fee, type FeeScale, type FirstYear, feeFor, type Payer } from './fee.ts'

const bracket = (from: number, to: number | null, more: Partial<Bracket>): Bracket => ({
  ...{ memberKind: 'municipality', from, to, basis: 'flat', flatCents: null },
  ...{ perThousandCents: null, minimumCents: null, maximumCents: null },
  ...more,
})
const scaleOf = (brackets: readonly Bracket[], more: Partial<FeeScale> = {}): FeeScale => ({
  ...{ id: 1, forumId: null, year: 2025, brackets, firstYear: 'half-from-july', shares: [], illustrative: false },
  ...more,
})
const payer = (more: Partial<Payer> = {}): Payer => ({
  ...{ kind: 'municipality', population: 100_000, beginsOn: '2020-01-01', forums: [] },
  ...more,
})
const computed = (scale: FeeScale, member: Payer): Fee => {
  const fee = feeFor(scale, member)
  if (typeof fee === 'string') throw new Error(fee)
  return fee
}
const told = ({ steps }: Fee): string[] => steps.map(({ step }) => step)

const stuttgart = scaleOf([bracket(500_001, null, { flatCents: 551_000 })], { year: 2008 })
const perHead = bracket(1, null, {
  basis: 'per-head',
  perThousandCents: 4555,
  minimumCents: 53_000,
  maximumCents: 637_500,
})

test('Stuttgart, a member from 1 July 2008 on, pays half of 5,510 euro in 2008 and all of it afterwards', () => {
  const fee = computed(stuttgart, payer({ population: 600_000, beginsOn: '2008-07-01' }))
  expect(fee.cents).toBe(275_500)
  expect(told(fee)).toEqual(['bracket', 'flat', 'half'])
  expect(computed({ ...stuttgart, year: 2009 }, payer({ population: 600_000, beginsOn: '2008-07-01' })).cents).toBe(
    551_000,
  )
})

describe('the first year', () => {
  test.each([
    ['full', '2025-11-30', 1200],
    ['half-from-july', '2025-06-30', 1200],
    ['half-from-july', '2025-07-01', 600],
    ['half-from-july', '2025-12-31', 600],
    ['by-month', '2025-01-01', 1200],
    ['by-month', '2025-01-31', 1200],
    ['by-month', '2025-02-01', 1100],
    ['by-month', '2025-12-31', 100],
    ['by-month', '2024-12-31', 1200],
    ['half-from-july', '2024-08-01', 1200],
    ['half-from-july', '2026-08-01', 1200],
  ] as const)('%s, from %s on: %i cents of 1,200', (firstYear, beginsOn, cents) => {
    const scale = scaleOf([bracket(1, null, { flatCents: 1200 })], { firstYear })
    expect(computed(scale, payer({ beginsOn })).cents).toBe(cents)
  })
})

test('per head is exact to the head, between minimum and maximum, and rounded once', () => {
  const scale = scaleOf([perHead], { firstYear: 'by-month' })
  const fee = computed(scale, payer({ population: 99_957 }))
  // 99,957 × 45.55 / 1,000 = 4,553.04135 euro
  expect(fee.cents).toBe(455_304)
  expect(told(fee)).toEqual(['bracket', 'per-head', 'rounded'])
  expect(told(computed(scale, payer({ population: 500 })))).toEqual(['bracket', 'per-head', 'minimum'])
  expect(computed(scale, payer({ population: 500 })).cents).toBe(53_000)
  expect(computed(scale, payer({ population: 3_000_000 })).cents).toBe(637_500)
  // 11 of 12 months of 4,553.04135, not of 4,553.04: 4,173.6212… euro
  expect(computed(scale, payer({ population: 99_957, beginsOn: '2025-02-03' })).cents).toBe(417_362)
})

test('half of the fee of a German member flows back to the German forum, an odd cent to it as well', () => {
  const scale = scaleOf([bracket(1, null, { flatCents: 101 })], { shares: [{ forumId: 7, rate: 5000 }] })
  expect(computed(scale, payer({ forums: [{ id: 7 }] })).shares).toEqual([{ forumId: 7, cents: 51 }])
  expect(computed(scale, payer({ forums: [{ id: 8 }] })).shares).toEqual([])
})

test('whoever has no bracket or no number of inhabitants has no fee, and it is said which', () => {
  expect(feeFor(stuttgart, payer({ population: 500_000 }))).toBe('no-bracket')
  expect(feeFor(stuttgart, payer({ kind: 'region', population: 600_000 }))).toBe('no-bracket')
  expect(feeFor(stuttgart, payer({ population: null }))).toBe('no-population')
})

const cents = fc.integer({ min: 0, max: 10_000_000 })
const firstYear = fc.constantFrom<FirstYear>('full', 'half-from-july', 'by-month')
const day = fc
  .tuple(fc.integer({ min: 2024, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
const shares = fc.uniqueArray(
  fc.record({ forumId: fc.integer({ min: 1, max: 4 }), rate: fc.integer({ min: 1, max: 10_000 }) }),
  {
    selector: ({ forumId }) => forumId,
  },
)
const anyBracket = fc.oneof(
  cents.map((flatCents) => bracket(1, null, { flatCents })),
  fc
    .tuple(cents, fc.option(cents), fc.option(cents))
    .map(([perThousandCents, minimumCents, maximumCents]) =>
      bracket(1, null, { basis: 'per-head', perThousandCents, minimumCents, maximumCents }),
    ),
)
const anyScale = fc.record({ one: anyBracket, firstYear, shares }).map(({ one, ...more }) => scaleOf([one], more))
const anyPayer = fc
  .record({
    population: fc.integer({ min: 1, max: 100_000_000 }),
    beginsOn: day,
    ids: fc.uniqueArray(fc.integer({ min: 1, max: 4 })),
  })
  .map(({ ids, ...more }) => payer({ ...more, forums: ids.map((id) => ({ id })) }))

test('shares and the rest are the fee, none of them below nothing', () => {
  fc.assert(
    fc.property(anyScale, anyPayer, (scale, member) => {
      const fee = computed(scale, member)
      const passedOn = fee.shares.reduce((sum, share) => sum + share.cents, 0)
      expect(Number.isSafeInteger(fee.cents)).toBe(true)
      expect(fee.shares.every((share) => share.cents >= 0)).toBe(true)
      expect(passedOn).toBeLessThanOrEqual(fee.cents)
    }),
  )
})

test('the same again, also from what was kept of the scale as JSON', () => {
  fc.assert(
    fc.property(anyScale, anyPayer, (scale, member) => {
      expect(feeFor(JSON.parse(JSON.stringify(scale)), member)).toEqual(feeFor(scale, member))
    }),
  )
})

test('a larger city never pays less where the scale does not fall', () => {
  const rising = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), cents), {
      minLength: 1,
      maxLength: 8,
      selector: ([bound]) => bound,
    })
    .map((steps) => {
      const bounds = [0, ...steps.map(([bound]) => bound).sort((one, other) => one - other)]
      const amounts = [0, ...steps.map(([, amount]) => amount)].sort((one, other) => one - other)
      return scaleOf(
        bounds.map((before, index) =>
          bracket(before + 1, bounds[index + 1] ?? null, { flatCents: amounts[index] ?? 0 }),
        ),
      )
    })
  const people = fc.integer({ min: 1, max: 2_000_000 })
  fc.assert(
    fc.property(
      fc.oneof(
        rising,
        anyBracket.map((one) => scaleOf([one])),
      ),
      people,
      people,
      (scale, one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)]
        const fees = [small, large].map((population) => computed(scale, payer({ population })).cents)
        expect(fees[0]).toBeLessThanOrEqual(fees[1] ?? 0)
      },
    ),
  )
})

test('a part of a year never costs more than the year', () => {
  fc.assert(
    fc.property(anyScale, anyPayer, (scale, member) => {
      const whole = computed(scale, { ...member, beginsOn: '2020-01-01' }).cents
      expect(computed(scale, member).cents).toBeLessThanOrEqual(whole)
    }),
  )
})
