// The numbers of buyers and sellers: right ones, and the same with one digit wrong.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEndpoint, isIban, isIdentifier, isLegalId, isLeitwegId, isSiret } from './identifiers.ts'

test('a Leitweg-ID is known by its check digits', () => {
  for (const right of ['992-90009-96', '04011000-900X999-08', '09564000-NUE0001-49', '04011000-1234512345-06'])
    expect(isLeitwegId(right), right).toBe(true)
  // From a web page that calls it valid: its check digits would have to be 73.
  expect(isLeitwegId('991-12345-67')).toBe(false)
  expect(isLeitwegId('991-12345-73')).toBe(true)
})

test('what has not the form of a Leitweg-ID is none', () => {
  for (const wrong of ['', '992', '9-90009-96', '992-90009-9', '992_90009_96', ' 992-90009-96', '04011000-900x999-08'])
    expect(isLeitwegId(wrong), wrong).toBe(false)
  expect(isLeitwegId(`992-${'A'.repeat(31)}-96`)).toBe(false)
})

test('a Leitweg-ID with one other digit is none', () => {
  const right = '04011000-1234512345-06'
  const digits = [...right].map((_, index) => index).filter((index) => right[index] !== '-')
  fc.assert(
    fc.property(fc.constantFrom(...digits), fc.integer({ min: 0, max: 9 }), (at, digit) => {
      const other = `${right.slice(0, at)}${digit}${right.slice(at + 1)}`
      expect(isLeitwegId(other)).toBe(other === right)
    }),
  )
})

test('a SIRET passes Luhn, one of La Poste adds up to a multiple of five', () => {
  expect(isSiret('73282932000074')).toBe(true)
  expect(isSiret('73282932000075')).toBe(false)
  expect(isSiret('732 829 320 00074')).toBe(false)
  expect(isSiret('35600000049837')).toBe(true)
  expect(isSiret('35600000049838')).toBe(false)
})

test('an IBAN is known by its remainder', () => {
  expect(isIban('DE89370400440532013000')).toBe(true)
  expect(isIban('DE88370400440532013000')).toBe(false)
  expect(isIban('DE89 3704 0044 0532 0130 00')).toBe(false)
})

test('numbers of schemes that we know are judged, of others any number stands', () => {
  const right = [
    ['0088', '4012345000009'],
    ['0208', '0202239951'],
    ['0009', '73282932000074'],
    ['0204', '992-90009-96'],
    ['EM', 'office@network.example'],
    ['9930', 'DE123456789'],
    ['0235', 'anything'],
  ] as const
  const wrong = [
    ['0088', '4012345000008'],
    ['0208', '0202239952'],
    ['0009', '73282932000073'],
    ['0204', '991-12345-67'],
    ['EM', 'office'],
    ['9930', 'DE12345678'],
    ['0235', ' '],
    ['235', 'anything'],
    ['1234', 'anything'],
  ] as const
  for (const [scheme, id] of right) expect(isIdentifier({ scheme, id }), id).toBe(true)
  for (const [scheme, id] of wrong) expect(isIdentifier({ scheme, id }), id).toBe(false)
})

test('an electronic address needs a scheme of the list, a number of a register may have none', () => {
  for (const scheme of ['EM', '0235', '9959']) expect(isEndpoint({ scheme, id: 'a@b.example' })).toBe(true)
  for (const scheme of ['', '235', '0001', 'ZZ']) expect(isEndpoint({ scheme, id: 'a@b.example' })).toBe(false)
  for (const scheme of ['', '0183', '0244']) expect(isLegalId({ scheme, id: 'VR 1234' })).toBe(true)
  for (const scheme of ['EM', '0001', '0245', '9930']) expect(isLegalId({ scheme, id: 'VR 1234' })).toBe(false)
})
