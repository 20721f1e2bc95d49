// The PDF itself: an archive that machines can open (PDF/A-3), everybody can read (PDF/UA) and that carries its data.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRawStream,
  PDFString,
} from 'pdf-lib'
import { getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { anInvoice, frenchCity, greekCity, line } from '../../../testing/invoicing/contents.ts'
import { schemaFaults } from '../../../testing/invoicing/judge.ts'
import { drawInvoice, type InvoiceDocuments } from './invoice.ts'

const content = anInvoice({ buyer: greekCity, lines: Array.from({ length: 15 }, () => line(30_000)) })
let drawn: InvoiceDocuments
let pdf: PDFDocument

beforeAll(async () => {
  drawn = await drawInvoice(content)
  pdf = await PDFDocument.load(drawn.pdf, { updateMetadata: false })
})

const name = (text: string): PDFName => PDFName.of(text)
const streamText = (stream: PDFRawStream): string => Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8')
const dictionaries = (type: string): PDFDict[] =>
  pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object): object is PDFDict => object instanceof PDFDict && object.get(name('Type')) === name(type))

test('the same content gives the same bytes, whatever was drawn before', async () => {
  await drawInvoice(anInvoice({ buyer: frenchCity, lang: 'fr' }))
  const again = await drawInvoice(content)
  expect(again.pdf.equals(drawn.pdf)).toBe(true)
  expect([again.ubl, again.cii]).toEqual([drawn.ubl, drawn.cii])
  const others = [anInvoice({ buyer: frenchCity }), content, anInvoice({ lines: [line(1)] })]
  const atOnce = await Promise.all(others.map(drawInvoice))
  expect(atOnce[1]?.pdf.equals(drawn.pdf)).toBe(true)
})

test('another reader finds the data inside, and they are the CII, letter by letter', async () => {
  const attachments = (await (await getDocumentProxy(new Uint8Array(drawn.pdf))).getAttachments()) as Record<
    string,
    { readonly content: Uint8Array; readonly filename: string }
  >
  expect(Object.keys(attachments)).toEqual(['factur-x.xml'])
  const xml = Buffer.from(attachments['factur-x.xml']?.content ?? []).toString('utf8')
  expect(xml).toBe(drawn.cii)
  expect(schemaFaults('factur-x/Factur-X_EN16931', xml)).toEqual([])
})

test('a German public body finds XRechnung inside', async () => {
  const german = await drawInvoice(anInvoice())
  const attachments = await (await getDocumentProxy(new Uint8Array(german.pdf))).getAttachments()
  expect(Object.keys(attachments as object)).toEqual(['xrechnung.xml'])
  expect(german.pdf.toString('utf8')).toContain('<fx:ConformanceLevel>XRECHNUNG</fx:ConformanceLevel>')
})

test('the data are an alternative of the whole document (ISO 19005-3, 6.8)', () => {
  const files = pdf.catalog.lookup(name('AF'), PDFArray)
  expect(files.size()).toBe(1)
  const file = files.lookup(0, PDFDict)
  expect(file.get(name('AFRelationship'))).toBe(name('Alternative'))
  for (const key of ['F', 'UF', 'Desc']) expect(file.has(name(key)), key).toBe(true)
  const stream = file.lookup(name('EF'), PDFDict).lookup(name('F')) as PDFRawStream
  expect(stream.dict.get(name('Subtype'))).toBe(name('text/xml'))
  expect(stream.dict.lookup(name('Params'), PDFDict).has(name('ModDate'))).toBe(true)
})

test('its properties stand in XMP, well-formed, in UTF-8, with every letter of every name', () => {
  const stream = pdf.catalog.lookup(name('Metadata')) as PDFRawStream
  expect(stream.dict.has(name('Filter'))).toBe(false)
  const xmp = streamText(stream)
  expect(schemaFaults('factur-x/Factur-X_EN16931', xmp)[0]).toContain('No matching global declaration')
  for (const part of [
    '<pdfaid:part>3</pdfaid:part>',
    '<pdfaid:conformance>A</pdfaid:conformance>',
    '<pdfuaid:part>1</pdfuaid:part>',
    '<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>',
    '<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>',
    'Association « Villes &amp; sécurité »',
    '<rdf:li xml:lang="x-default">Rechnung 2025-0042</rdf:li>',
  ])
    expect(xmp).toContain(part)
})

test('its colours are told by an ICC profile, its fonts lie inside and say what their glyphs mean', () => {
  const intent = pdf.catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict)
  expect(intent.get(name('S'))).toBe(name('GTS_PDFA1'))
  const profile = intent.lookup(name('DestOutputProfile')) as PDFRawStream
  expect(Buffer.from(decodePDFRawStream(profile).decode()).toString('latin1', 36, 40)).toBe('acsp')
  const descriptors = dictionaries('FontDescriptor')
  expect(descriptors.length).toBeGreaterThan(1)
  for (const descriptor of descriptors) expect(descriptor.has(name('FontFile2'))).toBe(true)
  const fonts = dictionaries('Font').filter((font) => font.get(name('Subtype')) === name('Type0'))
  for (const font of fonts) expect(font.has(name('ToUnicode'))).toBe(true)
})

test('nothing in it acts, hides or asks for a password', () => {
  expect(pdf.isEncrypted).toBe(false)
  for (const key of ['OpenAction', 'AA', 'AcroForm', 'OCProperties'])
    expect(pdf.catalog.has(name(key)), key).toBe(false)
  expect(drawn.pdf.toString('latin1')).not.toMatch(/\/(?:JavaScript|JS|Launch|URI|SMask)\b/)
})

test('it has a title, a language and a tree of tags', () => {
  const { catalog } = pdf
  const title = catalog.lookup(name('ViewerPreferences'), PDFDict).get(name('DisplayDocTitle'))
  expect(title?.toString()).toBe('true')
  expect(catalog.lookup(name('Lang'), PDFString, PDFHexString).decodeText()).toBe('de')
  expect(catalog.lookup(name('MarkInfo'), PDFDict).get(name('Marked'))?.toString()).toBe('true')
  for (const page of pdf.getPages()) expect(page.node.get(name('Tabs'))).toBe(name('S'))
})

/** Operators that put something on the page. */
const painting = /(?:^|\s)(TJ|Tj|f|S|B|BDC|BMC|EMC)(?=\s|$)/g

test('all that is on its pages is tagged or marked as an artifact', () => {
  expect(pdf.getPageCount()).toBeGreaterThan(1)
  for (const page of pdf.getPages()) {
    const operators = streamText(page.node.lookup(name('Contents')) as PDFRawStream).matchAll(painting)
    let depth = 0
    for (const [, operator] of operators) {
      if (operator === 'EMC') depth -= 1
      else if (operator === 'BDC' || operator === 'BMC') depth += 1
      else expect(depth).toBe(1)
    }
    expect(depth).toBe(0)
  }
})

interface Tag {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Tag[]
}
const allTags = (tag: Tag): Tag[] => [tag, ...(tag.children ?? []).flatMap(allTags)]

test('read aloud it is a letter: a title, tables with heads, a code with a description', async () => {
  const document = await getDocumentProxy(new Uint8Array((await drawInvoice(anInvoice())).pdf))
  const tags = allTags((await (await document.getPage(1)).getStructTree()) as Tag)
  const roles = tags.map(({ role }) => role)
  expect(roles.filter((role) => /^H\d$/.test(role ?? ''))).toEqual(['H1', 'H2'])
  expect(roles.filter((role) => role === 'Table').length).toBe(4)
  expect(roles.filter((role) => role === 'THead').length).toBe(1)
  expect(tags.find(({ role }) => role === 'Figure')?.alt).toContain('4.553,00')
  const rows = tags.find(({ role }) => role === 'TBody')?.children ?? []
  expect(rows.map(({ children }) => children?.length)).toEqual([5])
})
