// What people read on an invoice, in the eight languages.
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { languages } from '#kernel/locale.ts'
import {
  anInvoice,
  frenchCity,
  greekCity,
  line,
  polishCity,
  soldBy,
  toGermany,
} from '../../../testing/invoicing/contents.ts'
import type { InvoiceContent } from './content.ts'
import { giroPath, giroText } from './giro-code.ts'
import { drawInvoice } from './invoice.ts'

async function read(content: InvoiceContent): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array((await drawInvoice(content)).pdf)))
  return text.map((page) => page.replaceAll(/[\s\u00a0\u202f]+/g, ' '))
}

const written: Readonly<Record<(typeof languages)[number], readonly string[]>> = {
  de: ['Rechnung 2025-0042', '4.553,00 €', '15. Februar 2025', 'Leitweg-ID'],
  en: ['Invoice 2025-0042', '€4,553.00', '15 February 2025'],
  fr: ['Facture 2025-0042', '4 553,00 €', '15 février 2025'],
  es: ['Factura 2025-0042', '4553,00 €', '15 de febrero de 2025'],
  it: ['Fattura 2025-0042', '4553,00 €', '15 febbraio 2025'],
  nl: ['Factuur 2025-0042', '€ 4.553,00', '15 februari 2025'],
  pl: ['Faktura 2025-0042', '4553,00 €', '15 lutego 2025'],
  pt: ['Fatura 2025-0042', '4553,00 €', '15 de fevereiro de 2025'],
}

test.each(languages)('in %s, money and days are written as the language writes them', async (lang) => {
  const [page = ''] = await read(anInvoice({ lang }))
  for (const words of written[lang]) expect(page).toContain(words)
  expect(page).not.toContain('invoicing.')
})

test('it says who, to whom, what for, why no tax, and how to pay', async () => {
  const [page = ''] = await read(anInvoice({ note: 'Vielen Dank.' }))
  for (const words of [
    'Stadt Musterstadt Große Straße 1 67657 Musterstadt DEUTSCHLAND',
    '04011000-1234512345-06',
    'Ílona Čapková',
    'Zeitraum: 1. Januar 2025 bis 31. Dezember 2025',
    'Mitgliedsbeitrag 2025',
    'cotisation hors du champ d’application de la TVA',
    'FR76 3000 6000 0112 3456 7890 189',
    'AGRIFRPP',
    'Banque de l’Exemple',
    'Association loi 1901',
    'Vielen Dank.',
    'xrechnung.xml',
    'Seite 1 von 1',
  ])
    expect(page).toContain(words)
})

test('letters of all our cities arrive; one that no font has becomes a question mark, in the data it stays', async () => {
  const greek = await read(anInvoice({ buyer: greekCity, lang: 'en' }))
  expect(greek[0]).toContain('Δήμος Αλεξανδρούπολης & Σαμοθράκης <Έβρος>')
  expect((await read(anInvoice({ buyer: polishCity, lang: 'pl' })))[0]).toContain('Gmina Źdźbłowo nad Łyną')
  const content = anInvoice({ buyer: toGermany({ name: 'Stadt 東京' }) })
  expect((await read(content))[0]).toContain('Stadt ??')
  expect((await drawInvoice(content)).ubl).toContain('Stadt 東京')
})

test('forty lines go over pages, each with the words of its columns and its number', async () => {
  const lines = Array.from({ length: 40 }, (_, index) => line(1000, `Zeile ${index + 1} von vierzig`))
  const pages = await read(anInvoice({ lines }))
  expect(pages.length).toBeGreaterThan(2)
  for (const [index, page] of pages.entries()) expect(page).toContain(`Seite ${index + 1} von ${pages.length}`)
  expect(pages[1]).toContain('Bezeichnung')
  for (const { name } of lines) expect(pages.join(' ')).toContain(name)
})

test('a note of many pages ends above the foot of each', async () => {
  const { pdf } = await drawInvoice(anInvoice({ note: `${'Absatz. '.repeat(2000)}${'x'.repeat(3000)}\nEnde` }))
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const pages = Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1))
  const contents = await Promise.all(pages.map(async (page) => (await (await page).getTextContent()).items))
  const items = contents.flat().flatMap((item) => ('str' in item && item.str !== '' ? [item] : []))
  expect(
    items
      .map(({ str }) => str)
      .join(' ')
      .match(/Absatz\./g)?.length,
  ).toBe(2000)
  expect(Math.min(...items.map(({ transform }) => Number(transform[5])))).toBeGreaterThan(20)
})

test('a very long name pushes the title down and loses no word', async () => {
  const long = `${'Zweckverband für die gemeinsame Sicherheit am Großen Fluss '.repeat(5)}Ende`
  const buyer = toGermany({ name: long, legalName: `${long} KdöR`, street: long, street2: long })
  const pages = await read(anInvoice({ buyer }))
  expect(pages.join(' ').split(long).length).toBe(5)
})

test('with tax, the sums stand below each other', async () => {
  const [page = ''] = await read(anInvoice({ tax: { category: 'S', rate: 20 }, lang: 'fr', buyer: frenchCity }))
  for (const words of ['Total hors TVA 4 553,00 €', 'TVA 20 % 910,60 €', 'Montant à payer 5 463,60 €'])
    expect(page).toContain(words)
})

test('a credit note says what it corrects and asks for no money', async () => {
  const corrects = { number: '2025-0042', issuedOn: '2025-01-15' }
  const [page = ''] = await read(anInvoice({ kind: 'credit-note', number: '2025-0043', corrects }))
  expect(page).toContain('Rechnungskorrektur 2025-0043')
  expect(page).toContain('Korrigiert die Rechnung 2025-0042 vom 15. Januar 2025.')
  expect(page).not.toContain('IBAN')
})

test('the code holds a SEPA credit transfer as banks expect it (EPC069-12)', () => {
  expect(giroText(anInvoice())).toBe(
    'BCD\n002\n1\nSCT\nAGRIFRPP\nAssociation « Villes & sécurité »\nFR7630006000011234567890189\nEUR4553.00\n\n\n2025-0042',
  )
  const structured = giroText(anInvoice({ paymentReference: 'RF18 5390 0754 7034' }))
  expect(structured?.split('\n').slice(8)).toEqual(['', 'RF18539007547034'])
  expect(giroText(anInvoice({ lines: [line(0)] }))).toBeUndefined()
  const longest = giroText(
    anInvoice({ seller: soldBy({ legalName: 'é'.repeat(100) }), paymentReference: 'x'.repeat(200) }),
  )
  // Version 13 has 69 modules; the guidelines allow no more.
  expect(giroPath(longest ?? '').side).toBeLessThanOrEqual(69)
})
