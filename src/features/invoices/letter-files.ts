// The files that go with a letter about an invoice: the PDF, and the structured invoice for whoever wants it.
import type { Mail } from '#platform/feature.ts'
import type { InvoiceContent, InvoiceDocuments } from '#platform/invoicing/invoice.ts'
import { drawDocuments } from './documents.ts'
import { fileNameOf } from './invoice.ts'

type Files = NonNullable<Mail['attachments']>

export function filesOf(about: { number: string; wantsXml: boolean }, { pdf, ubl }: InvoiceDocuments): Files {
  const name = fileNameOf(about.number)
  const readable = { name: `${name}.pdf`, type: 'application/pdf', content: pdf }
  return about.wantsXml
    ? [readable, { name: `${name}.xml`, type: 'application/xml', content: Buffer.from(ubl) }]
    : [readable]
}

/** Drawn from what stands on the invoice, as they went out with it. Throws for a content with faults. */
export const drawFiles = async (content: InvoiceContent, wantsXml: boolean): Promise<Files> =>
  filesOf({ number: content.number, wantsXml }, await drawDocuments(content))
