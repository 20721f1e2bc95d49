// Every kind of invoice that an association sends, before the official judges: schemas, EN 16931, XRechnung, Factur-X.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf } from '#kernel/money.ts'
import {
  anInvoice,
  frenchCity,
  greekCity,
  italianCity,
  line,
  notTaxed,
  polishCity,
  soldBy,
  toGermany,
} from '../../../testing/invoicing/contents.ts'
import { brokenRules, schemaFaults } from '../../../testing/invoicing/judge.ts'
import { writeCii } from './cii.ts'
import { faultsOf, type InvoiceContent } from './content.ts'
import { isLeitwegId } from './identifiers.ts'
import { writeUbl } from './ubl.ts'

const isGerman = (content: InvoiceContent): boolean => isLeitwegId(content.buyer.reference)

async function judgeUbl(content: InvoiceContent, xml = writeUbl(content)): Promise<string[]> {
  const root = content.kind === 'invoice' ? 'Invoice' : 'CreditNote'
  return [
    ...schemaFaults(`ubl/maindoc/UBL-${root}-2.1`, xml),
    ...(await brokenRules('en16931-ubl', xml)),
    ...(isGerman(content) ? await brokenRules('xrechnung-ubl', xml) : []),
  ]
}

async function judgeCii(content: InvoiceContent, xml = writeCii(content)): Promise<string[]> {
  return [
    ...schemaFaults('cii/CrossIndustryInvoice_100pD16B', xml),
    ...(await brokenRules('en16931-cii', xml)),
    ...(isGerman(content)
      ? await brokenRules('xrechnung-cii', xml)
      : [...schemaFaults('factur-x/Factur-X_EN16931', xml), ...(await brokenRules('factur-x', xml))]),
  ]
}

const exempt = { category: 'E', rate: 0, exemptionCode: 'VATEX-FR-CGI261-7' } as const
const standard = { category: 'S', rate: 20 } as const
const long = 'Zweckverband für die gemeinsame Sicherheit der Städte und Gemeinden am Großen Fluss '.repeat(4).trim()

const cases: Readonly<Record<string, InvoiceContent>> = {
  'a German city with a Leitweg-ID, not subject to VAT': anInvoice(),
  'the same, exempt as a French association': anInvoice({ tax: exempt }),
  'the same, with 20 percent': anInvoice({ tax: standard }),
  'the same, at a rate with decimals': anInvoice({ tax: { category: 'S', rate: 5.5 }, lines: [line(101), line(333)] }),
  'the same, with a reason left over from before': anInvoice({ tax: { ...notTaxed, ...standard } }),
  'the same, at rate zero': anInvoice({ tax: { category: 'Z', rate: 0 } }),
  'a seller with a tax number only': anInvoice({
    tax: { category: 'E', rate: 0, exemptionReason: 'Steuerfrei nach § 4 Nr. 22 UStG' },
    seller: soldBy({
      country: 'DE',
      vatId: undefined,
      taxNumber: '25/206/12345',
      legalId: { scheme: '', id: 'VR 1234' },
    }),
  }),
  'a French city with its SIRET': anInvoice({ buyer: frenchCity, lang: 'fr' }),
  'an Italian city': anInvoice({ buyer: italianCity, lang: 'it' }),
  'a Polish town, by e-mail': anInvoice({ buyer: polishCity, lang: 'pl' }),
  'a Greek city, with "&" and "<" in its name': anInvoice({ buyer: greekCity, lang: 'en' }),
  'a very long name and address': anInvoice({
    buyer: toGermany({ name: long, legalName: `${long} (KdöR)`, street: long, street2: long, city: long }),
  }),
  'fifteen lines': anInvoice({ lines: Array.from({ length: 15 }, (_, index) => line(10_000 + index)) }),
  'half a year': anInvoice({ periodFrom: '2025-07-01', lines: [line(275_500, 'Halbjahresbeitrag', 0.5)] }),
  'one cent': anInvoice({ lines: [line(1)] }),
  'a million less one cent': anInvoice({ lines: [line(99_999_999)] }),
  'nothing to pay': anInvoice({ lines: [line(0)] }),
  'a note and an order number': anInvoice({
    note: 'Bitte beachten:\nneue Bankverbindung.',
    buyer: toGermany({ orderReference: 'B-17/2025' }),
  }),
  'a credit note': anInvoice({
    kind: 'credit-note',
    number: '2025-0043',
    corrects: { number: '2025-0042', issuedOn: '2025-01-15' },
  }),
  'a credit note to a French city': anInvoice({
    kind: 'credit-note',
    buyer: frenchCity,
    tax: { ...notTaxed, exemptionReason: undefined },
    corrects: { number: '2025-0042', issuedOn: '2025-01-15' },
  }),
}

/** The schema of CII wants the element, EN 16931 has nothing to say in it where the period is told: Factur-X only warns. */
const emptyDelivery = 'FX-SCH-A-000372 warning'

for (const [name, content] of Object.entries(cases)) {
  test(`UBL passes the official rules: ${name}`, async () => expect(await judgeUbl(content)).toEqual([]))
  test(`CII passes the official rules: ${name}`, async () => {
    expect((await judgeCii(content)).filter((rule) => rule !== emptyDelivery)).toEqual([])
  })
}

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '')
const bent = fc.record({
  name: words,
  street: fc.oneof(words, fc.constant('')),
  note: words,
  reference: fc.constantFrom('', '04011000-1234512345-06', 'Ref. 17'),
  tax: fc.constantFrom(notTaxed, exempt, standard, { category: 'Z', rate: 0 } as const),
  kind: fc.constantFrom('invoice' as const, 'credit-note' as const),
})

test('whatever people write, what has no fault passes the rules', async () => {
  await fc.assert(
    fc.asyncProperty(bent, async ({ name, street, note, reference, tax, kind }) => {
      const corrects = { number: name, issuedOn: '2024-12-31' }
      const buyer = toGermany({ name, legalName: name, street, reference, orderReference: name, email: 'a@b.example' })
      const content = anInvoice({ kind, corrects, buyer, note, tax, lines: [line(100, name)], paymentReference: name })
      expect(faultsOf(content)).toEqual([])
      expect(await judgeUbl(content)).toEqual([])
      expect((await judgeCii(content)).filter((rule) => rule !== emptyDelivery)).toEqual([])
    }),
    { numRuns: 12 },
  )
}, 120_000)

const content = anInvoice()
const french = anInvoice({ buyer: frenchCity })
const total = decimalOf(content.totalCents)

test.each([
  [
    'a total that is no sum',
    (xml: string) => xml.replaceAll(`PayableAmount currencyID="EUR">${total}`, 'PayableAmount currencyID="EUR">1.00'),
    'BR-CO-16 fatal',
  ],
  ['no Leitweg-ID', (xml: string) => xml.replace(/<cbc:BuyerReference>.*<\/cbc:BuyerReference>/, ''), 'BR-DE-15 fatal'],
  ['no phone of the seller', (xml: string) => xml.replace(/<cbc:Telephone>.*<\/cbc:Telephone>/, ''), 'BR-DE-6 fatal'],
  [
    'a VAT identifier although nothing is subject to VAT',
    (xml: string) =>
      xml.replace(
        '<cac:PartyLegalEntity>',
        '<cac:PartyTaxScheme><cbc:CompanyID>FR83404833048</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity>',
      ),
    'BR-O-02 fatal',
  ],
  [
    'no reason for no tax',
    (xml: string) => xml.replaceAll(/<cbc:TaxExemptionReason.*<\/cbc:TaxExemptionReason>/g, ''),
    'BR-O-10 fatal',
  ],
])('the rules for UBL refuse %s', async (_, bend, rule) => {
  expect(await judgeUbl(content, bend(writeUbl(content)))).toContain(rule)
})

test.each([
  [
    'a total that is no sum',
    (xml: string) => xml.replace(`<ram:DuePayableAmount>${total}`, '<ram:DuePayableAmount>1.00'),
    'BR-CO-16 fatal',
  ],
  [
    'no way to reach the buyer',
    (xml: string) =>
      xml.replace(/(<ram:BuyerTradeParty>.*)<ram:URIUniversalCommunication>.*?<\/ram:URIUniversalCommunication>/, '$1'),
    'PEPPOL-EN16931-R010 fatal',
  ],
  [
    'no means of payment',
    (xml: string) =>
      xml.replace(/<ram:SpecifiedTradeSettlementPaymentMeans>.*<\/ram:SpecifiedTradeSettlementPaymentMeans>/, ''),
    'BR-DE-1 fatal',
  ],
])('the rules for CII refuse %s', async (_, bend, rule) => {
  expect(await judgeCii(content, bend(writeCii(content)))).toContain(rule)
})

test('the schemas refuse what stands twice, those of Factur-X what is outside its profile', async () => {
  const twice = (xml: string, element: string): string =>
    xml.replace(new RegExp(`(<${element}>.*?</${element}>)`), '$1$1')
  const ubl = twice(writeUbl(content), 'cbc:IssueDate')
  expect(schemaFaults('ubl/maindoc/UBL-Invoice-2.1', ubl)[0]).toContain('IssueDate')
  const cii = twice(writeCii(content), 'ram:InvoiceCurrencyCode')
  expect(schemaFaults('cii/CrossIndustryInvoice_100pD16B', cii)[0]).toContain('InvoiceCurrencyCode')
  const outside = writeCii(french).replace('<ram:CityName>', '<ram:DepartmentName>x</ram:DepartmentName><ram:CityName>')
  expect(schemaFaults('factur-x/Factur-X_EN16931', outside)[0]).toContain('DepartmentName')
  expect(await brokenRules('factur-x', writeCii(content))).toContain('FX-SCH-A-000026 fatal')
})
