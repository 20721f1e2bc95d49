// Which invoice is meant: as towns really pay. Nothing is certain that could be meant otherwise; sums always hold.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OwedInvoice, openBooks, type Payer } from './books.ts'
import { type Incoming, type Match, matchEntries } from './matching.ts'
import { findKeys, isCreditorReference, keysOf, numbersIn, shortNumberOf } from './reference.ts'

const invoice = (
  id: number,
  organisationId: number,
  openCents: number,
  more: Partial<OwedInvoice> = {},
): OwedInvoice => ({
  ...{ id, organisationId, openCents, number: `2025-00${id}`, reference: `2025-00${id}`, dueOn: '2025-03-31' },
  ...more,
})
const payers: Payer[] = [
  { organisationId: 1, names: ['Köln', 'Cologne', 'Stadt Köln'], ibans: ['DE02120300000000202051'] },
  { organisationId: 2, names: ['Torino', 'Città di Torino'], ibans: [] },
  { organisationId: 3, names: ['Musterhausen'], ibans: [] },
]
const invoices = [
  invoice(42, 1, 455_300),
  invoice(43, 2, 53_000),
  invoice(44, 2, 106_000),
  invoice(45, 3, 0),
  invoice(46, 3, 20_000),
]
const books = openBooks(invoices, payers)
const entry = (more: Partial<Incoming>): Incoming => ({
  ...{ id: 1, bookedOn: '2025-03-03', leftCents: 455_300, name: '', iban: '', text: '', reference: '' },
  perhapsTwice: false,
  ...more,
})
const match = (more: Partial<Incoming>, from = books): Match => matchEntries([entry(more)], from)[0] as Match
const told = ({ certain, proposals }: Match) =>
  [certain && (['certain', certain] as const), ...proposals.map((one) => ['perhaps', one] as const)]
    .filter((one) => one !== undefined)
    .map(([how, { parts, reasons }]) => [
      how,
      parts.map((part) => `${part.invoiceId ?? 'credit'}:${part.cents}`).join(' '),
      reasons.join(' '),
    ])

describe('the reference', () => {
  test.each([
    ['as it is', 'Beitrag 2025-0042'],
    ['with spaces', '2025 - 0042'],
    ['broken over two lines', 'RECHNUNG 2025-00 42'],
    ['with the letter O', 'RE 2O25-OO42'],
    ['without marks', 'RE20250042'],
  ])('%s is certain with the amount, whoever pays', (_, text) => {
    expect(told(match({ text, name: 'KREISKASSE XY' }))).toEqual([['certain', '42:455300', 'reference amount']])
  })
  test('inside a longer number it is another number', () => {
    expect(told(match({ text: '120250042', leftCents: 1 }))).toEqual([])
    expect(told(match({ text: '2025-00421', leftCents: 1 }))).toEqual([])
  })
  test('of ISO 11649 is read with its check digits, and without', () => {
    expect(isCreditorReference('RF18 5390 0754 7034')).toBe(true)
    expect(isCreditorReference('RF19539007547034')).toBe(false)
    expect(keysOf('RF18539007547034')).toEqual(['RF18539007547034', '539007547034'])
    const own = openBooks([invoice(42, 1, 455_300, { reference: 'RF18539007547034' })], payers)
    for (const reference of ['RF18 5390 0754 7034', '539007547034'])
      expect(told(match({ reference }, own))).toEqual([['certain', '42:455300', 'reference amount']])
  })
  test('that is also a day is nobody’s proof: a letter’s date must not pay for another city', () => {
    const own = openBooks(
      [...invoices, invoice(15, 3, 455_300, { number: '2025-0115', reference: '2025-0115' })],
      payers,
    )
    const dated = (text: string, name: string) => told(match({ text, name }, own))
    expect(dated('Ihr Schreiben vom 2025-01-15', 'KREISKASSE XY')).toEqual([
      ['perhaps', '15:455300', 'reference amount'],
    ])
    expect(dated('Ihr Schreiben vom 2025-01-15', 'STADT KOELN')).toEqual([['perhaps', '42:455300', 'name amount']])
    expect(dated('20250115-7 RE 2025-0042', 'KREISKASSE XY')).toEqual([['certain', '42:455300', 'reference amount']])
    expect(dated('RE 2025-0115', 'KREISKASSE XY')).toEqual([['certain', '15:455300', 'reference amount']])
    expect(dated('RE 20250115', 'GEMEINDE MUSTERHAUSEN')).toEqual([['certain', '15:455300', 'reference name amount']])
  })
  test('of another member than the one who pays is only proposed', () => {
    expect(told(match({ text: '2025-0042', name: 'COMUNE DI TORINO' }))).toEqual([
      ['perhaps', '42:455300', 'reference other-name amount'],
    ])
  })
  test('that two invoices share says of neither that it is meant', () => {
    const own = openBooks([invoice(42, 1, 100), invoice(99, 2, 100, { reference: '2025-0042' })], payers)
    expect(told(match({ text: '2025-0042', leftCents: 100, name: '' }, own)).every(([how]) => how === 'perhaps')).toBe(
      true,
    )
  })
  test('without its year is certain only together with name and amount', () => {
    expect(shortNumberOf('2025-0042')).toBe(42)
    expect([...numbersIn('Rechnung Nr. 0O42 vom 3.3.2025')]).toEqual([42])
    expect(told(match({ text: 'RECHNUNG 42', name: 'STADT KOELN' }))).toEqual([
      ['certain', '42:455300', 'name short-number amount'],
    ])
    expect(told(match({ text: 'RECHNUNG 42' }))).toEqual([['perhaps', '42:455300', 'short-number amount']])
  })
})

describe('amounts', () => {
  const koeln = { text: '2025-0042', name: 'STADT KOELN' }
  test('a part is certain where reference and name agree, and only proposed where the name is unknown', () => {
    expect(told(match({ ...koeln, leftCents: 100 }))).toEqual([['certain', '42:100', 'reference name part']])
    expect(told(match({ text: '2025-0042', leftCents: 100 }))).toEqual([['perhaps', '42:100', 'reference part']])
  })
  test('two parts pay one invoice, and what is over stays as credit', () => {
    const [one, two] = matchEntries(
      [entry({ ...koeln, leftCents: 455_000 }), entry({ ...koeln, id: 2, leftCents: 400 })],
      books,
    )
    expect(told(one as Match)).toEqual([['certain', '42:455000', 'reference name part']])
    expect(told(two as Match)).toEqual([['certain', '42:300 credit:100', 'reference name over']])
  })
  test('paid twice: the second time a person decides', () => {
    const [, two] = matchEntries([entry(koeln), entry({ ...koeln, id: 2 })], books)
    expect(told(two as Match)).toEqual([['perhaps', 'credit:455300', 'reference name paid-already']])
    expect(told(match({ text: '2025-0045', leftCents: 500 }))).toEqual([
      ['perhaps', 'credit:500', 'reference paid-already'],
    ])
  })
  test('one payment for two invoices: both numbers, or one name and the sum', () => {
    expect(told(match({ text: '2025-0043 + 2025-0044', leftCents: 159_000 }))).toEqual([
      ['certain', '43:53000 44:106000', 'reference sum'],
    ])
    expect(told(match({ name: 'COMUNE DI TORINO', leftCents: 159_000 }))).toEqual([
      ['perhaps', '43:53000 44:106000', 'name sum'],
    ])
  })
  test('one payment for two members is certain by both numbers and the sum', () => {
    expect(told(match({ text: '2025-0043 2025-0046', leftCents: 73_000 }))).toEqual([
      ['certain', '43:53000 46:20000', 'reference sum'],
    ])
  })
  test('name and amount are a proposal; with the account it is certain', () => {
    expect(told(match({ name: 'KOELN, STADT' }))).toEqual([['perhaps', '42:455300', 'name amount']])
    const iban = 'DE02120300000000202051'
    expect(told(match({ name: 'STADT KOELN', iban }))).toEqual([['certain', '42:455300', 'name account amount']])
    expect(told(match({ name: 'COMUNE DI TORINO', iban })).every(([how]) => how === 'perhaps')).toBe(true)
  })
  test('the amount alone is a proposal, and nothing where it says nothing', () => {
    expect(told(match({}))).toEqual([['perhaps', '42:455300', 'amount']])
    expect(told(match({ leftCents: 77 }))).toEqual([])
    expect(told(match({ leftCents: -455_300, text: '2025-0042' }))).toEqual([])
  })
  test('what may stand in the books twice is never matched by itself', () => {
    expect(told(match({ ...koeln, perhapsTwice: true }))).toEqual([
      ['perhaps', '42:455300', 'reference name amount perhaps-twice'],
    ])
  })
})

describe('sums hold, whatever comes', () => {
  const money = fc.integer({ min: 0, max: 5000 })
  const owed = fc.array(fc.record({ member: fc.integer({ min: 1, max: 3 }), cents: money }), { maxLength: 12 })
  const text = fc.constantFrom('', '2025-0010', '2025-0011 2025-0012', 'nr 13', '2025-0014 and 15')
  const name = fc.constantFrom('', 'STADT KOELN', 'COMUNE DI TORINO', 'MUSTERHAUSEN')
  const iban = fc.constantFrom('', 'DE02120300000000202051')
  const paid = fc.array(fc.record({ leftCents: money, text, name, iban, twice: fc.boolean() }), { maxLength: 12 })
  test('no entry is given out beyond its amount, no invoice paid beyond what is open', () => {
    fc.assert(
      fc.property(owed, paid, (some, others) => {
        const all = some.map(({ member, cents }, at) =>
          invoice(10 + at, member, cents, { number: `2025-00${10 + at}` }),
        )
        const entries = others.map(({ twice, ...one }, at) => entry({ ...one, id: at, perhapsTwice: twice }))
        const matches = matchEntries(entries, openBooks(all, payers))
        const certain = matches.flatMap((one) => one.certain?.parts ?? [])
        for (const one of all) {
          const given = certain
            .filter(({ invoiceId }) => invoiceId === one.id)
            .reduce((sum, { cents }) => sum + cents, 0)
          expect(given).toBeLessThanOrEqual(one.openCents)
        }
        for (const { entryId, certain: sure, proposals } of matches)
          for (const { parts } of [...proposals, ...(sure ? [sure] : [])]) {
            expect(parts.every(({ cents }) => cents > 0)).toBe(true)
            expect(parts.reduce((sum, { cents }) => sum + cents, 0)).toBe(entries[entryId]?.leftCents)
            expect(new Set(parts.map(({ invoiceId }) => invoiceId)).size).toBe(parts.length)
          }
      }),
      { numRuns: 300 },
    )
  })
  test('10,000 entries against 10,000 invoices', () => {
    const many = Array.from({ length: 10_000 }, (_, n) =>
      invoice(n + 1, n + 1, 53_000 + (n % 400) * 100, {
        number: `2025-${String(n).padStart(5, '0')}`,
        reference: `2025-${String(n).padStart(5, '0')}`,
      }),
    )
    const towns = many.map(({ id }) => ({
      organisationId: id,
      names: [`Musterstadt ${id.toString(36)} am Fluss`],
      ibans: [],
    }))
    const entries = many.map((one, n) =>
      entry({
        ...{
          id: n,
          leftCents: n % 7 === 0 ? one.openCents - 100 : one.openCents,
          name: `STADT MUSTERSTADT ${one.id.toString(36).toUpperCase()} AM FLUSS`,
        },
        text:
          n % 3 === 0
            ? 'MITGLIEDSBEITRAG FUER DAS JAHR, WIE BESCHLOSSEN'
            : `MITGLIEDSBEITRAG ${one.number.replace('-', ' ')} VOM RAT BESCHLOSSEN`,
      }),
    )
    const begun = performance.now()
    const matches = matchEntries(entries, openBooks(many, towns))
    const took = performance.now() - begun
    console.info(`10,000 entries against 10,000 invoices: ${Math.round(took)} ms`)
    expect(matches.filter(({ certain }) => certain !== undefined).length).toBe(6666)
    expect(matches.every(({ certain, proposals }) => certain !== undefined || proposals.length > 0)).toBe(true)
    expect(took).toBeLessThan(10_000)
  }, 30_000)
})

test('findKeys finds each value once', () => {
  expect(findKeys('2025-0042 2025 0042', new Map([['20250042', 'a']]), [8])).toEqual(['a'])
})
