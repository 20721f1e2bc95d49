// The invoice in UBL 2.1 (OASIS), the one of the two syntaxes of EN 16931 that Peppol carries. The order of elements is the schema's.
import { type Cents, decimalOf } from '#kernel/money.ts'
import { element, leaf, type Xml, xmlDocument } from '#platform/text/xml.ts'
import { type Identifier, type InvoiceContent, type InvoiceLine, type Party, sumsOf } from './content.ts'
import {
  businessProcess,
  buyerEndpoint,
  exemptionOf,
  ibanOf,
  paymentCodeOf,
  quantityText,
  rateText,
  registeredNameOf,
  sellerEndpoint,
  specificationOf,
  tradingNameOf,
  typeCodeOf,
  unitCode,
  vatIdOf,
} from './semantics.ts'

const amount = (name: string, cents: Cents): Xml => leaf(name, decimalOf(cents), { currencyID: 'EUR' })
const identified = (name: string, one: Identifier | undefined): Xml =>
  one && leaf(name, one.id, one.scheme === '' ? {} : { schemeID: one.scheme })
const vatScheme = element('cac:TaxScheme', leaf('cbc:ID', 'VAT'))

const address = (party: Party): Xml =>
  element(
    'cac:PostalAddress',
    leaf('cbc:StreetName', party.street),
    leaf('cbc:AdditionalStreetName', party.street2),
    leaf('cbc:CityName', party.city),
    leaf('cbc:PostalZone', party.postcode),
    element('cac:Country', leaf('cbc:IdentificationCode', party.country)),
  )

const taxScheme = (number: string | undefined, scheme: string): Xml =>
  number
    ? element('cac:PartyTaxScheme', leaf('cbc:CompanyID', number), element('cac:TaxScheme', leaf('cbc:ID', scheme)))
    : undefined

function party(
  one: Party,
  parts: { endpoint: Identifier | undefined; tax: Xml; legalNote?: string; contact?: Xml },
): Xml {
  const tradingName = tradingNameOf(one)
  return element(
    'cac:Party',
    identified('cbc:EndpointID', parts.endpoint),
    element('cac:PartyName', leaf('cbc:Name', tradingName)),
    address(one),
    parts.tax,
    element(
      'cac:PartyLegalEntity',
      leaf('cbc:RegistrationName', registeredNameOf(one)),
      identified('cbc:CompanyID', one.legalId),
      leaf('cbc:CompanyLegalForm', parts.legalNote),
    ),
    parts.contact,
  )
}

function seller(content: InvoiceContent): Xml {
  const { seller: one, tax } = content
  // TAX is whatever is not VAT: the number of the local office (BT-32).
  const numbers = [taxScheme(vatIdOf(one, tax), 'VAT'), taxScheme(one.taxNumber, 'TAX')].filter(Boolean).join('')
  const contact = element(
    'cac:Contact',
    leaf('cbc:Name', one.contact.name),
    leaf('cbc:Telephone', one.contact.phone),
    leaf('cbc:ElectronicMail', one.contact.email),
  )
  return element(
    'cac:AccountingSupplierParty',
    party(one, { endpoint: sellerEndpoint(content), tax: numbers, legalNote: one.legalNote, contact }),
  )
}

const buyer = (content: InvoiceContent): Xml =>
  element(
    'cac:AccountingCustomerParty',
    party(content.buyer, {
      endpoint: buyerEndpoint(content),
      tax: taxScheme(vatIdOf(content.buyer, content.tax), 'VAT'),
    }),
  )

function payment(content: InvoiceContent): Xml {
  const account = element(
    'cac:PayeeFinancialAccount',
    leaf('cbc:ID', ibanOf(content)),
    leaf('cbc:Name', registeredNameOf(content.seller)),
    element('cac:FinancialInstitutionBranch', leaf('cbc:ID', content.seller.bic)),
  )
  const isInvoice = content.kind === 'invoice'
  return element(
    'cac:PaymentMeans',
    leaf('cbc:PaymentMeansCode', paymentCodeOf(content)),
    // A credit note has no date at its head; here is its place (BT-9).
    isInvoice ? undefined : leaf('cbc:PaymentDueDate', content.dueOn),
    leaf('cbc:PaymentID', content.paymentReference),
    isInvoice ? account : undefined,
  )
}

function taxTotal({ lines, tax }: InvoiceContent): Xml {
  const { netCents, taxCents } = sumsOf(lines, tax)
  const exemption = exemptionOf(tax)
  return element(
    'cac:TaxTotal',
    amount('cbc:TaxAmount', taxCents),
    element(
      'cac:TaxSubtotal',
      amount('cbc:TaxableAmount', netCents),
      amount('cbc:TaxAmount', taxCents),
      element(
        'cac:TaxCategory',
        leaf('cbc:ID', tax.category),
        // Also for category O: EN 16931 leaves it open there, XRechnung asks for it (BR-DE-14).
        leaf('cbc:Percent', rateText(tax.rate)),
        leaf('cbc:TaxExemptionReasonCode', exemption.code),
        leaf('cbc:TaxExemptionReason', exemption.reason),
        vatScheme,
      ),
    ),
  )
}

function totals({ lines, tax }: InvoiceContent): Xml {
  const { netCents, totalCents } = sumsOf(lines, tax)
  return element(
    'cac:LegalMonetaryTotal',
    amount('cbc:LineExtensionAmount', netCents),
    amount('cbc:TaxExclusiveAmount', netCents),
    amount('cbc:TaxInclusiveAmount', totalCents),
    amount('cbc:PayableAmount', totalCents),
  )
}

function line({ kind, tax }: InvoiceContent, one: InvoiceLine, index: number): Xml {
  const category = element(
    'cac:ClassifiedTaxCategory',
    leaf('cbc:ID', tax.category),
    // BR-O-05: none where nothing is subject to VAT.
    tax.category === 'O' ? undefined : leaf('cbc:Percent', rateText(tax.rate)),
    vatScheme,
  )
  return element(
    kind === 'invoice' ? 'cac:InvoiceLine' : 'cac:CreditNoteLine',
    leaf('cbc:ID', String(index + 1)),
    leaf(kind === 'invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity', quantityText(one.quantity), {
      unitCode,
    }),
    amount('cbc:LineExtensionAmount', one.cents),
    element('cac:Item', leaf('cbc:Description', one.description), leaf('cbc:Name', one.name), category),
    element('cac:Price', amount('cbc:PriceAmount', one.unitCents)),
  )
}

/** What kind of document it is, of which day, to which others it refers. */
function head(content: InvoiceContent, root: 'Invoice' | 'CreditNote'): Xml[] {
  const { corrects } = content
  return [
    leaf('cbc:CustomizationID', specificationOf(content)),
    leaf('cbc:ProfileID', businessProcess),
    leaf('cbc:ID', content.number),
    leaf('cbc:IssueDate', content.issuedOn),
    root === 'Invoice' ? leaf('cbc:DueDate', content.dueOn) : undefined,
    leaf(`cbc:${root}TypeCode`, typeCodeOf(content)),
    leaf('cbc:Note', content.note),
    leaf('cbc:DocumentCurrencyCode', content.currency),
    leaf('cbc:BuyerReference', content.buyer.reference),
    element('cac:InvoicePeriod', leaf('cbc:StartDate', content.periodFrom), leaf('cbc:EndDate', content.periodTo)),
    element('cac:OrderReference', leaf('cbc:ID', content.buyer.orderReference)),
    element(
      'cac:BillingReference',
      element(
        'cac:InvoiceDocumentReference',
        leaf('cbc:ID', corrects?.number),
        leaf('cbc:IssueDate', corrects?.issuedOn),
      ),
    ),
  ]
}

/** The document as UBL; the same content gives the same text. */
export function writeUbl(content: InvoiceContent): string {
  const root = content.kind === 'invoice' ? 'Invoice' : 'CreditNote'
  const spaces = {
    '': `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`,
    cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
    cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  }
  return xmlDocument(
    root,
    spaces,
    ...head(content, root),
    seller(content),
    buyer(content),
    payment(content),
    taxTotal(content),
    totals(content),
    ...content.lines.map((one, index) => line(content, one, index)),
  )
}
