// What an invoice says, before it becomes a document: its parts, its sums, and what must be right before anything is drawn.
import type { Lang } from '#kernel/locale.ts'
import { type Cents, partOf } from '#kernel/money.ts'
import { isIban, isIdentifier } from './identifiers.ts'

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
  | 'iban'
  | 'identifier'

const day = /^\d{4}-\d{2}-\d{2}$/
const isOrdered = (earlier: string, later: string): boolean => day.test(earlier) && day.test(later) && earlier <= later

/** What the rules of EN 16931 would refuse, by name: [fault, whether it is there]. */
const checks: readonly (readonly [InvoiceFault, (content: InvoiceContent) => boolean])[] = [
  ['due-before-issued', ({ issuedOn, dueOn }) => !isOrdered(issuedOn, dueOn)],
  ['period-reversed', ({ periodFrom, periodTo }) => !isOrdered(periodFrom, periodTo)],
  ['no-lines', ({ lines }) => lines.length === 0],
  ['line-sum', ({ lines }) => lines.some((line) => Math.round(line.quantity * line.unitCents) !== line.cents)],
  ['total', ({ lines, tax, totalCents }) => sumsOf(lines, tax).totalCents !== totalCents],
  ['negative', ({ lines, totalCents }) => totalCents < 0 || lines.some((line) => line.unitCents < 0)],
  ['nothing-corrected', ({ kind, corrects }) => kind === 'credit-note' && corrects === undefined],
  ['rate', ({ tax }) => (tax.category === 'S' ? tax.rate <= 0 : tax.rate !== 0)],
  ['no-exemption', ({ tax }) => tax.category === 'E' && !tax.exemptionCode && !tax.exemptionReason],
  // BR-CO-26; a VAT identifier is not written where nothing is subject to VAT.
  ['seller-unnamed', ({ seller, tax }) => !seller.legalId && (tax.category === 'O' || !seller.vatId)],
  ['seller-tax-number', ({ seller, tax }) => tax.category !== 'O' && !seller.vatId && !seller.taxNumber],
  ['iban', ({ seller }) => !isIban(seller.iban.replaceAll(/\s/g, ''))],
  [
    'identifier',
    ({ seller, buyer }) =>
      [seller.endpoint, buyer.endpoint, seller.legalId, buyer.legalId].some((one) => one && !isIdentifier(one)),
  ],
]

/** What must be mended before this content can be an invoice; empty when it can. Those who write contents ask here first. */
export const faultsOf = (content: InvoiceContent): InvoiceFault[] =>
  checks.filter(([, isThere]) => isThere(content)).map(([fault]) => fault)
