// What an invoice says, before it becomes a document: its parts, its sums, and what must be right before anything is drawn.
import type { Lang } from '#kernel/locale.ts'
import { type Cents, partOf } from '#kernel/money.ts'
import { exemptionCodes } from './code-lists.ts'
import { isEndpoint, isIban, isIdentifier, isLegalId } from './identifiers.ts'

export interface Identifier {
  /** ISO 6523 code for a legal number, EAS code for an electronic address: 0009 SIRET, 0204 Leitweg-ID, EM e-mail; '' for a local register. */
  readonly scheme: string
  readonly id: string
}

export interface Party {
  readonly name: string
  /** As registered; may be the same. */
  readonly legalName: string
  readonly street: string
  readonly street2?: string | undefined
  readonly postcode: string
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly legalId?: Identifier | undefined
  readonly vatId?: string | undefined
  /** The number of the local tax office, for a seller without a VAT identifier. */
  readonly taxNumber?: string | undefined
  readonly endpoint?: Identifier | undefined
}

export interface Seller extends Party {
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string }
  readonly iban: string
  readonly bic: string
  readonly bankName: string
  readonly legalNote: string
}

export interface Buyer extends Party {
  /** BT-10: the Leitweg-ID of a German public body, else whatever the buyer wants to read; '' for none. */
  readonly reference: string
  readonly orderReference?: string | undefined
  readonly email?: string | undefined
}

export interface InvoiceLine {
  readonly name: string
  readonly description: string
  readonly quantity: number
  /** Without tax. */
  readonly unitCents: Cents
  /** Without tax: quantity times unit, rounded to the cent. */
  readonly cents: Cents
}

export interface Tax {
  /** UNCL 5305: O not subject to VAT, E exempt, Z zero rate, S standard rate. */
  readonly category: 'O' | 'E' | 'Z' | 'S'
  /** Percent, at most two decimals; 0 unless S. */
  readonly rate: number
  /** VATEX: VATEX-EU-O, VATEX-FR-CGI261-7 … */
  readonly exemptionCode?: string | undefined
  readonly exemptionReason?: string | undefined
}

/** All of an invoice or a credit note (its amounts are positive too). Days are `YYYY-MM-DD`. */
export interface InvoiceContent {
  readonly kind: 'invoice' | 'credit-note'
  /** "2025-0042" */
  readonly number: string
  readonly issuedOn: string
  readonly dueOn: string
  readonly periodFrom: string
  readonly periodTo: string
  /** Of the document: the buyer's. */
  readonly lang: Lang
  readonly currency: 'EUR'
  readonly corrects?: { readonly number: string; readonly issuedOn: string } | undefined
  readonly seller: Seller
  readonly buyer: Buyer
  readonly lines: readonly InvoiceLine[]
  readonly tax: Tax
  /** With tax: what is to be paid. */
  readonly totalCents: Cents
  readonly note?: string | undefined
  readonly paymentReference: string
}

export interface Sums {
  readonly netCents: Cents
  readonly taxCents: Cents
  readonly totalCents: Cents
}

/** The sums as EN 16931 wants them: tax on the sum of the lines, rounded once. Whoever writes a content takes its total from here. */
export function sumsOf(lines: readonly { readonly cents: Cents }[], tax: Tax): Sums {
  const netCents = lines.reduce((sum, line) => sum + line.cents, 0)
  const taxCents = partOf(netCents, Math.round(tax.rate * 100))
  return { netCents, taxCents, totalCents: netCents + taxCents }
}

export type InvoiceFault =
  | 'incomplete'
  | 'country'
  | 'contact'
  | 'due-before-issued'
  | 'period-reversed'
  | 'no-lines'
  | 'line-sum'
  | 'total'
  | 'negative'
  | 'nothing-corrected'
  | 'rate'
  | 'no-exemption'
  | 'seller-unnamed'
  | 'seller-tax-number'
  | 'vat-id'
  | 'iban'
  | 'legal-id'
  | 'endpoint'

/** A day that is in the calendar: not 30 February. */
const isDay = (text: string): boolean => {
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text
}
const isOrdered = (earlier: string, later: string): boolean => isDay(earlier) && isDay(later) && earlier <= later

const isEmpty = (text: string): boolean => text.trim() === ''
const lacksText = (party: Party): boolean => [party.name, party.postcode, party.city].some(isEmpty)

/** XRechnung asks for all three (BR-DE-5 to 7). */
const isReachable = ({ contact }: Seller): boolean =>
  ![contact.name, contact.phone].some(isEmpty) && isIdentifier({ scheme: 'EM', id: contact.email })

/** A code of the list, or a reason in words; "not subject to VAT" needs neither. */
const isExemption = ({ category, exemptionCode, exemptionReason }: Tax): boolean =>
  exemptionCode === undefined ? category !== 'E' || !isEmpty(exemptionReason ?? '') : exemptionCodes.has(exemptionCode)

/** BR-CO-26: a number of a register, or a VAT identifier, which is not written where nothing is subject to VAT. */
const isNamed = ({ seller, tax }: InvoiceContent): boolean =>
  seller.legalId ? isLegalId(seller.legalId) : tax.category !== 'O' && Boolean(seller.vatId)

/** The first two letters are the country's; Greece is EL here. */
const isVatId = (text: string): boolean => /^[A-Z]{2}[0-9A-Z+*.]{2,15}$/.test(text)

/** What the rules of EN 16931 and XRechnung would refuse, by name. Each says whether the fault is there. */
const checks: Readonly<Record<InvoiceFault, (content: InvoiceContent) => boolean>> = {
  incomplete: ({ number, seller, buyer, lines }) =>
    isEmpty(number) || lacksText(seller) || lacksText(buyer) || lines.some(({ name }) => isEmpty(name)),
  country: ({ seller, buyer }) => [seller, buyer].some(({ country }) => !/^[A-Z]{2}$/.test(country)),
  contact: ({ seller }) => !isReachable(seller),
  'due-before-issued': ({ issuedOn, dueOn }) => !isOrdered(issuedOn, dueOn),
  'period-reversed': ({ periodFrom, periodTo }) => !isOrdered(periodFrom, periodTo),
  'no-lines': ({ lines }) => lines.length === 0,
  'line-sum': ({ lines }) => lines.some((line) => Math.round(line.quantity * line.unitCents) !== line.cents),
  total: ({ lines, tax, totalCents }) => sumsOf(lines, tax).totalCents !== totalCents,
  negative: ({ lines, totalCents }) => totalCents < 0 || lines.some((line) => line.unitCents < 0),
  'nothing-corrected': ({ kind, corrects }) => kind === 'credit-note' && corrects === undefined,
  rate: ({ tax }) => (tax.category === 'S' ? tax.rate <= 0 : tax.rate !== 0),
  'no-exemption': ({ tax }) => !isExemption(tax),
  'seller-unnamed': (content) => !isNamed(content),
  'seller-tax-number': ({ seller, tax }) => tax.category !== 'O' && !seller.vatId && !seller.taxNumber,
  'vat-id': ({ seller, buyer }) => [seller.vatId, buyer.vatId].some((id) => id !== undefined && !isVatId(id)),
  iban: ({ seller }) => !isIban(seller.iban.replaceAll(/\s/g, '')),
  'legal-id': ({ buyer: { legalId } }) => legalId !== undefined && !isLegalId(legalId),
  endpoint: ({ seller, buyer }) => [seller.endpoint, buyer.endpoint].some((one) => one && !isEndpoint(one)),
}

/**
 * What must be mended before this content can be an invoice; empty when it can. Whoever writes contents asks here first and says it to
 * people in the words of the form; `drawInvoice` refuses to draw what is left.
 */
export const faultsOf = (content: InvoiceContent): InvoiceFault[] =>
  // The record has exactly these keys.
  (Object.keys(checks) as InvoiceFault[]).filter((fault) => checks[fault](content))
