// Amounts as people type them, as machines read them, and in parts that add up.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, formatMoney, parseMoney, partOf } from './money.ts'

test.each([
  ['4.553,00', 455_300],
  ['4 553', 455_300],
  ['4,553.00', 455_300],
  ["4'553.5", 455_350],
  ['4.553', 455_300],
  ['0,05', 5],
  ['-12,3 €', -1230],
])('%s is %i cents', (typed, cents) => {
  expect(parseMoney(typed)).toBe(cents)
})

test.each(['', 'viel', '1,234,5', '12,345,6', '1.2.3', '4553,000,1', '1e5', '--5', '9'.repeat(30)])(
  '“%s” is no amount',
  (typed) => {
    expect(parseMoney(typed)).toBeUndefined()
  },
)

const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 })

test('an amount written for machines is read as the same amount', () => {
  fc.assert(fc.property(cents, (amount) => parseMoney(decimalOf(amount)) === amount))
})

test('a part is never larger than the whole, and half of it is half to the cent', () => {
  fc.assert(
    fc.property(cents, fc.integer({ min: 0, max: 10_000 }), (amount, rate) => {
      expect(Math.abs(partOf(amount, rate))).toBeLessThanOrEqual(Math.abs(amount))
      expect(partOf(-amount, rate)).toBe(0 - partOf(amount, rate))
    }),
  )
  expect(partOf(455_300, 5000)).toBe(227_650)
  expect(partOf(455_301, 5000)).toBe(227_651)
})

test('money is written as the reader writes it', () => {
  expect(formatMoney('de', 455_300)).toBe('4.553,00\u00a0€')
  expect(formatMoney('en', 455_300)).toBe('€4,553.00')
})
