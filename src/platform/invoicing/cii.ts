// The invoice in UN/CEFACT Cross Industry Invoice D16B, the syntax of EN 16931 that lies in a hybrid PDF. The order of elements is the schema's.
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

const amount = (name: string, cents: Cents): Xml => leaf(name, decimalOf(cents))
const identified = (name: string, one: Identifier | undefined): Xml =>
  one && leaf(name, one.id, one.scheme === '' ? {} : { schemeID: one.scheme })
/** 102 is CCYYMMDD (UNCL 2379). */
const dayIn = (name: string, day: string, space = 'udt'): Xml =>
  element(name, leaf(`${space}:DateTimeString`, day.replaceAll('-', ''), { format: '102' }))

const address = (party: Party): Xml =>
  element(
    'ram:PostalTradeAddress',
    leaf('ram:PostcodeCode', party.postcode),
    leaf('ram:LineOne', party.street),
    leaf('ram:LineTwo', party.street2),
    leaf('ram:CityName', party.city),
    leaf('ram:CountryID', party.country),
  )

const registration = (number: string | undefined, scheme: string): Xml =>
  element('ram:SpecifiedTaxRegistration', leaf('ram:ID', number, { schemeID: scheme }))

const organisation = (party: Party): Xml =>
  element(
    'ram:SpecifiedLegalOrganization',
    identified('ram:ID', party.legalId),
    leaf('ram:TradingBusinessName', tradingNameOf(party)),
  )

const endpoint = (one: Identifier | undefined): Xml =>
  element('ram:URIUniversalCommunication', identified('ram:URIID', one))

function seller(content: InvoiceContent): Xml {
  const { seller: one, tax } = content
  return element(
    'ram:SellerTradeParty',
    leaf('ram:Name', registeredNameOf(one)),
    leaf('ram:Description', one.legalNote),
    organisation(one),
    element(
      'ram:DefinedTradeContact',
      leaf('ram:PersonName', one.contact.name),
      element('ram:TelephoneUniversalCommunication', leaf('ram:CompleteNumber', one.contact.phone)),
      element('ram:EmailURIUniversalCommunication', leaf('ram:URIID', one.contact.email)),
    ),
    address(one),
    endpoint(sellerEndpoint(content)),
    registration(one.taxNumber, 'FC'),
    registration(vatIdOf(one, tax), 'VA'),
  )
}

const buyer = (content: InvoiceContent): Xml =>
  element(
    'ram:BuyerTradeParty',
    leaf('ram:Name', registeredNameOf(content.buyer)),
    organisation(content.buyer),
    address(content.buyer),
    endpoint(buyerEndpoint(content)),
    registration(vatIdOf(content.buyer, content.tax), 'VA'),
  )

function line({ tax }: InvoiceContent, one: InvoiceLine, index: number): Xml {
  return element(
    'ram:IncludedSupplyChainTradeLineItem',
    element('ram:AssociatedDocumentLineDocument', leaf('ram:LineID', String(index + 1))),
    element('ram:SpecifiedTradeProduct', leaf('ram:Name', one.name), leaf('ram:Description', one.description)),
    element(
      'ram:SpecifiedLineTradeAgreement',
      element('ram:NetPriceProductTradePrice', amount('ram:ChargeAmount', one.unitCents)),
    ),
    element('ram:SpecifiedLineTradeDelivery', leaf('ram:BilledQuantity', quantityText(one.quantity), { unitCode })),
    element(
      'ram:SpecifiedLineTradeSettlement',
      element(
        'ram:ApplicableTradeTax',
        leaf('ram:TypeCode', 'VAT'),
        leaf('ram:CategoryCode', tax.category),
        // BR-O-05: none where nothing is subject to VAT.
        tax.category === 'O' ? undefined : leaf('ram:RateApplicablePercent', rateText(tax.rate)),
      ),
      element('ram:SpecifiedTradeSettlementLineMonetarySummation', amount('ram:LineTotalAmount', one.cents)),
    ),
  )
}

function payment(content: InvoiceContent): Xml {
  const account = [
    element(
      'ram:PayeePartyCreditorFinancialAccount',
      leaf('ram:IBANID', ibanOf(content)),
      leaf('ram:AccountName', registeredNameOf(content.seller)),
    ),
    element('ram:PayeeSpecifiedCreditorFinancialInstitution', leaf('ram:BICID', content.seller.bic)),
  ]
  return element(
    'ram:SpecifiedTradeSettlementPaymentMeans',
    leaf('ram:TypeCode', paymentCodeOf(content)),
    ...(content.kind === 'invoice' ? account : []),
  )
}

function taxOf({ lines, tax }: InvoiceContent): Xml {
  const { netCents, taxCents } = sumsOf(lines, tax)
  const exemption = exemptionOf(tax)
  return element(
    'ram:ApplicableTradeTax',
    amount('ram:CalculatedAmount', taxCents),
    leaf('ram:TypeCode', 'VAT'),
    leaf('ram:ExemptionReason', exemption.reason),
    amount('ram:BasisAmount', netCents),
    leaf('ram:CategoryCode', tax.category),
    leaf('ram:ExemptionReasonCode', exemption.code),
    leaf('ram:RateApplicablePercent', rateText(tax.rate)),
  )
}

function totals({ lines, tax, currency }: InvoiceContent): Xml {
  const { netCents, taxCents, totalCents } = sumsOf(lines, tax)
  return element(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    amount('ram:LineTotalAmount', netCents),
    amount('ram:TaxBasisTotalAmount', netCents),
    leaf('ram:TaxTotalAmount', decimalOf(taxCents), { currencyID: currency }),
    amount('ram:GrandTotalAmount', totalCents),
    amount('ram:DuePayableAmount', totalCents),
  )
}

const settlement = (content: InvoiceContent): Xml =>
  element(
    'ram:ApplicableHeaderTradeSettlement',
    leaf('ram:PaymentReference', content.paymentReference),
    leaf('ram:InvoiceCurrencyCode', content.currency),
    payment(content),
    taxOf(content),
    element(
      'ram:BillingSpecifiedPeriod',
      dayIn('ram:StartDateTime', content.periodFrom),
      dayIn('ram:EndDateTime', content.periodTo),
    ),
    element('ram:SpecifiedTradePaymentTerms', dayIn('ram:DueDateDateTime', content.dueOn)),
    totals(content),
    content.corrects &&
      element(
        'ram:InvoiceReferencedDocument',
        leaf('ram:IssuerAssignedID', content.corrects.number),
        dayIn('ram:FormattedIssueDateTime', content.corrects.issuedOn, 'qdt'),
      ),
  )

const agreement = (content: InvoiceContent): Xml =>
  element(
    'ram:ApplicableHeaderTradeAgreement',
    leaf('ram:BuyerReference', content.buyer.reference),
    seller(content),
    buyer(content),
    element('ram:BuyerOrderReferencedDocument', leaf('ram:IssuerAssignedID', content.buyer.orderReference)),
  )

/** The document as CII; the same content gives the same text. */
export const writeCii = (content: InvoiceContent): string =>
  xmlDocument(
    'rsm:CrossIndustryInvoice',
    {
      rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
      ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
      udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
      qdt: 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
    },
    element(
      'rsm:ExchangedDocumentContext',
      element('ram:BusinessProcessSpecifiedDocumentContextParameter', leaf('ram:ID', businessProcess)),
      element('ram:GuidelineSpecifiedDocumentContextParameter', leaf('ram:ID', specificationOf(content))),
    ),
    element(
      'rsm:ExchangedDocument',
      leaf('ram:ID', content.number),
      leaf('ram:TypeCode', typeCodeOf(content)),
      dayIn('ram:IssueDateTime', content.issuedOn),
      element('ram:IncludedNote', leaf('ram:Content', content.note)),
    ),
    element(
      'rsm:SupplyChainTradeTransaction',
      ...content.lines.map((one, index) => line(content, one, index)),
      agreement(content),
      // The schema wants the element; the period says when.
      '<ram:ApplicableHeaderTradeDelivery/>',
      settlement(content),
    ),
  )
