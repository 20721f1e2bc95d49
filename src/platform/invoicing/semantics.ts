// What both syntaxes of EN 16931 say the same way: which rules a document follows, its codes, its electronic addresses.
import type { Identifier, InvoiceContent, Party, Tax } from './content.ts'
import { isLeitwegId, isSiret } from './identifiers.ts'

/** The process of Peppol and XRechnung: an invoice for something delivered (BT-23). */
export const businessProcess = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'

/** XRechnung where the buyer is a German public body, else EN 16931 itself (BT-24). */
export const isXRechnung = (content: InvoiceContent): boolean => isLeitwegId(content.buyer.reference)
export const specificationOf = (content: InvoiceContent): string =>
  isXRechnung(content)
    ? 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0'
    : 'urn:cen.eu:en16931:2017'

/** UNCL 1001. */
export const typeCodeOf = ({ kind }: InvoiceContent): string => (kind === 'invoice' ? '380' : '381')

/** UNCL 4461: by SEPA credit transfer; a credit note is set off between the two. */
export const paymentCodeOf = ({ kind }: InvoiceContent): string => (kind === 'invoice' ? '58' : '97')

/** UN/ECE Recommendation 20: "one". */
export const unitCode = 'C62'

/** Nobody may write 1e-7 into a document; trailing zeros are no digits that count. */
export const quantityText = (quantity: number): string => quantity.toFixed(6).replace(/\.?0+$/, '')
export const rateText = (rate: number): string => rate.toFixed(2).replace(/\.?0+$/, '')

/** Why no tax is asked, as a VATEX code and a text: only where none is asked for a reason (BR-S-10, BR-Z-10). */
export function exemptionOf(tax: Tax): { readonly code?: string | undefined; readonly reason?: string | undefined } {
  if (tax.category === 'S' || tax.category === 'Z') return {}
  // "Not subject to VAT" has a code of its own (BR-O-10).
  return { code: tax.exemptionCode ?? (tax.category === 'O' ? 'VATEX-EU-O' : undefined), reason: tax.exemptionReason }
}

/** BR-O-02: where nothing is subject to VAT, no VAT identifier may stand. */
export const vatIdOf = (party: Party, tax: Tax): string | undefined => (tax.category === 'O' ? undefined : party.vatId)
/** BT-28 and BT-45: only where people know it by another name than the registered one. */
export const tradingNameOf = (party: Party): string | undefined =>
  party.legalName !== '' && party.legalName !== party.name ? party.name : undefined
export const registeredNameOf = (party: Party): string => (party.legalName === '' ? party.name : party.legalName)

/** Where the seller takes answers: its endpoint, else its e-mail (BT-34). */
export const sellerEndpoint = ({ seller }: InvoiceContent): Identifier =>
  seller.endpoint ?? { scheme: 'EM', id: seller.contact.email }

/** Where the invoice goes: the endpoint that was named, else what follows from the buyer's numbers, else its e-mail (BT-49). */
export function buyerEndpoint({ buyer }: InvoiceContent): Identifier | undefined {
  if (buyer.endpoint !== undefined) return buyer.endpoint
  if (isLeitwegId(buyer.reference)) return { scheme: '0204', id: buyer.reference }
  if (buyer.legalId?.scheme === '0009' && isSiret(buyer.legalId.id)) return buyer.legalId
  return buyer.email === undefined || buyer.email === '' ? undefined : { scheme: 'EM', id: buyer.email }
}

/** Without the spaces in which people write it. */
export const ibanOf = ({ seller }: InvoiceContent): string => seller.iban.replaceAll(/\s/g, '')
