// The content of an invoice becomes its three documents: a PDF for people with the data inside for machines, UBL and CII.
import { drawArchivePdf, type XmpSchema } from '#platform/documents/archive-pdf.ts'
import { translator } from '#platform/i18n.ts'
import { writeCii } from './cii.ts'
import { faultsOf, type InvoiceContent } from './content.ts'
import { drawPages, titleOf } from './page.ts'
import { isXRechnung, registeredNameOf } from './semantics.ts'
import { writeUbl } from './ubl.ts'

export type { InvoiceContent }

export interface InvoiceDocuments {
  /** PDF/A-3 with the CII inside: Factur-X (ZUGFeRD), profile EN 16931, or XRECHNUNG for a German public body. */
  readonly pdf: Buffer
  /** UBL 2.1 and CII D16B by EN 16931; by XRechnung 3.0 where the buyer's reference is a Leitweg-ID. */
  readonly ubl: string
  readonly cii: string
}

/** What a hybrid says of the file inside it (Factur-X 1.0.07, 6.2.2). */
const hybridSchema = (fileName: string, level: string, version: string): XmpSchema => ({
  title: 'Factur-X PDFA Extension Schema',
  uri: 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#',
  prefix: 'fx',
  properties: [
    { name: 'DocumentFileName', value: fileName, description: 'The name of the embedded XML document' },
    { name: 'DocumentType', value: 'INVOICE', description: 'The type of the hybrid document in capital letters' },
    { name: 'Version', value: version, description: 'The version of the standard of the embedded XML document' },
    { name: 'ConformanceLevel', value: level, description: 'The conformance level of the embedded XML document' },
  ],
})

/**
 * The three documents of an invoice or a credit note. The same content gives the same bytes on any day.
 * Throws for a content that `faultsOf` finds fault with: ask it before.
 */
export async function drawInvoice(content: InvoiceContent): Promise<InvoiceDocuments> {
  const faults = faultsOf(content)
  if (faults.length > 0) throw new Error(`Not an invoice yet (${content.number}): ${faults.join(', ')}`)
  const t = translator(content.lang)
  const cii = writeCii(content)
  const [name, level, version] = isXRechnung(content)
    ? ['xrechnung.xml', 'XRECHNUNG', '3.0']
    : ['factur-x.xml', 'EN 16931', '1.0']
  const about = {
    title: titleOf(t, content),
    author: registeredNameOf(content.seller),
    lang: content.lang,
    made: new Date(`${content.issuedOn}T00:00:00Z`),
  }
  const alternative = { name, type: 'text/xml', description: about.title, content: cii }
  const pdf = await drawArchivePdf({ about, alternative, schemas: [hybridSchema(name, level, version)] }, (doc) =>
    drawPages(doc, t, content, name),
  )
  return { pdf, ubl: writeUbl(content), cii }
}
