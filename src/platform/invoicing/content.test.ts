// What may become an invoice, and that its cents come out as they went in.

import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { decimalOf } from '#kernel/money.ts'
import { anInvoice, line, notTaxed, soldBy, toGermany } from '../../../testing/invoicing/contents.ts'
import { writeCii } from './cii.ts'
import { faultsOf, type InvoiceContent, sumsOf } from './content.ts'
import { drawInvoice } from './invoice.ts'
import { writeUbl } from './ubl.ts'

test('a content that is right has no fault', () => expect(faultsOf(anInvoice())).toEqual([]))

test.each<[string, InvoiceContent]>([
  ['due-before-issued', anInvoice({ dueOn: '2025-01-14' })],
  ['due-before-issued', anInvoice({ dueOn: '15.2.2025' })],
  ['period-reversed', anInvoice({ periodTo: '2024-12-31' })],
  ['no-lines', anInvoice({ lines: [] })],
  ['line-sum', anInvoice({ lines: [{ ...line(100), quantity: 2 }] })],
  ['total', { ...anInvoice(), totalCents: 455_301 }],
  ['negative', anInvoice({ lines: [line(-100)] })],
  ['nothing-corrected', anInvoice({ kind: 'credit-note' })],
  ['rate', anInvoice({ tax: { category: 'S', rate: 0 } })],
  ['rate', anInvoice({ tax: { category: 'O', rate: 20 } })],
  ['no-exemption', anInvoice({ tax: { category: 'E', rate: 0 } })],
  ['seller-unnamed', anInvoice({ seller: soldBy({ legalId: undefined }) })],
  ['seller-unnamed', anInvoice({ seller: soldBy({ legalId: { scheme: 'EM', id: 'a@b.example' } }) })],
  ['seller-tax-number', anInvoice({ seller: soldBy({ vatId: undefined }), tax: { category: 'S', rate: 20 } })],
  ['iban', anInvoice({ seller: soldBy({ iban: 'FR76 3000 6000 0112 3456 7890 188' }) })],
  ['endpoint', anInvoice({ buyer: toGermany({ endpoint: { scheme: '0204', id: '991-12345-67' } }) })],
  ['legal-id', anInvoice({ buyer: toGermany({ legalId: { scheme: '0009', id: '73282932000075' } }) })],
  ['vat-id', anInvoice({ buyer: toGermany({ vatId: 'DE 123' }) })],
  ['no-exemption', anInvoice({ tax: { ...notTaxed, exemptionCode: 'outside VAT' } })],
  ['incomplete', anInvoice({ number: ' ' })],
  ['incomplete', anInvoice({ buyer: toGermany({ city: '' }) })],
  ['incomplete', anInvoice({ lines: [{ ...line(100), name: '' }] })],
  ['country', anInvoice({ buyer: toGermany({ country: 'Germany' }) })],
  ['contact', anInvoice({ seller: soldBy({ contact: { name: 'Irena', phone: ' ', email: 'a@b.example' } }) })],
  ['due-before-issued', anInvoice({ dueOn: '2025-02-30' })],
])('%s: named, and nothing is drawn', async (fault, content) => {
  expect(faultsOf(content)).toContain(fault)
  await expect(drawInvoice(content)).rejects.toThrow(fault)
})

const amount = fc.integer({ min: 0, max: 9_999_999 })
const contents = fc.record({
  lines: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 9 }), unitCents: amount }), {
    minLength: 1,
    maxLength: 8,
  }),
  rate: fc.constantFrom(0, 5.5, 7, 19, 20, 22.5),
  kind: fc.constantFrom('invoice' as const, 'credit-note' as const),
})

const reader = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: (name) => /Line$|LineItem$/.test(name),
})

/** All amounts that a document names, by the path at which they stand. */
const read = (xml: string, path: string): string[] =>
  path
    .split('.')
    .reduce<unknown[]>(
      (found, step) => found.flatMap((one) => (one as Record<string, unknown>)[step] ?? []),
      [reader.parse(xml)],
    ) as string[]

test('the sums in both syntaxes are the cents of the content, whatever they are', () => {
  fc.assert(
    fc.property(contents, ({ lines, rate, kind }) => {
      const content = anInvoice({
        kind,
        corrects: { number: '1', issuedOn: '2025-01-01' },
        lines: lines.map((one) => ({ ...line(0), ...one, cents: one.quantity * one.unitCents })),
        tax: rate === 0 ? { category: 'O', rate } : { category: 'S', rate },
      })
      expect(faultsOf(content)).toEqual([])
      const { netCents, taxCents, totalCents } = sumsOf(content.lines, content.tax)
      const expected = [
        ...content.lines.map(({ cents }) => cents),
        netCents,
        taxCents,
        totalCents,
        content.totalCents,
      ].map(decimalOf)
      const root = kind === 'invoice' ? 'Invoice' : 'CreditNote'
      const ubl = writeUbl(content)
      const total = `${root}.LegalMonetaryTotal`
      expect([
        ...read(ubl, `${root}.${root}Line.LineExtensionAmount`),
        ...read(ubl, `${total}.LineExtensionAmount`),
        ...read(ubl, `${root}.TaxTotal.TaxAmount`),
        ...read(ubl, `${total}.TaxInclusiveAmount`),
        ...read(ubl, `${total}.PayableAmount`),
      ]).toEqual(expected)
      const cii = writeCii(content)
      const trade = 'CrossIndustryInvoice.SupplyChainTradeTransaction'
      const summation = `${trade}.ApplicableHeaderTradeSettlement.SpecifiedTradeSettlementHeaderMonetarySummation`
      expect([
        ...read(
          cii,
          `${trade}.IncludedSupplyChainTradeLineItem.SpecifiedLineTradeSettlement.SpecifiedTradeSettlementLineMonetarySummation.LineTotalAmount`,
        ),
        ...read(cii, `${summation}.LineTotalAmount`),
        ...read(cii, `${summation}.TaxTotalAmount`),
        ...read(cii, `${summation}.GrandTotalAmount`),
        ...read(cii, `${summation}.DuePayableAmount`),
      ]).toEqual(expected)
    }),
  )
})

test('tax is asked on the sum of the lines and rounded once, half a cent up', () => {
  expect(sumsOf([{ cents: 1 }, { cents: 1 }, { cents: 1 }], { category: 'S', rate: 20 })).toEqual({
    netCents: 3,
    taxCents: 1,
    totalCents: 4,
  })
  expect(sumsOf([{ cents: 250 }], { category: 'S', rate: 5.5 }).taxCents).toBe(14)
})
