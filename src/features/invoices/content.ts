// What an invoice says, frozen when it is made: from the issuer, the billing address and the fee to a document's content.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { type InvoiceContent, type Seller, sumsOf, type Tax } from '#platform/invoicing/content.ts'
import type { FeeStep } from '../fees/public.ts'
import { bracketName } from './bracket-name.ts'
import { dayAfter, type FeeBasis } from './invoice.ts'
import type { Billing, Issuer } from './issuer.ts'

const endpointOf = ({ endpointScheme: scheme, endpointId: id }: Issuer | Billing) =>
  id === '' ? {} : { endpoint: { scheme, id } }
const given = <Name extends string>(name: Name, text: string): { [Key in Name]?: string } =>
  text === '' ? {} : ({ [name]: text } as { [Key in Name]?: string })

const addressOf = (side: Issuer | Billing) => ({
  legalName: side.legalName,
  street: side.street,
  ...given('street2', side.street2),
  postcode: side.postcode,
  city: side.city,
  country: side.country,
  ...given('vatId', side.vatId),
  ...endpointOf(side),
})

const sellerOf = (issuer: Issuer): Seller => ({
  name: issuer.name,
  ...addressOf(issuer),
  ...(issuer.legalId === '' ? {} : { legalId: { scheme: issuer.legalScheme, id: issuer.legalId } }),
  ...given('taxNumber', issuer.taxNumber),
  contact: { name: issuer.contactName, phone: issuer.contactPhone, email: issuer.contactEmail },
  iban: issuer.iban,
  bic: issuer.bic,
  bankName: issuer.bankName,
  legalNote: issuer.legalNote,
})

const buyerOf = (billing: Billing, name: string): InvoiceContent['buyer'] => ({
  name,
  ...addressOf(billing),
  reference: billing.leitwegId === '' ? billing.orderReference : billing.leitwegId,
  ...(billing.leitwegId === '' ? {} : given('orderReference', billing.orderReference)),
  ...given('email', billing.email),
})

const taxOf = (issuer: Issuer): Tax => ({
  category: issuer.taxCategory,
  rate: issuer.taxRate / 100,
  ...given('exemptionCode', issuer.exemptionCode),
  ...given('exemptionReason', issuer.exemptionReason),
})

/** Only what the member must know to understand the amount; every step stands on the invoice's page. */
const reduction = (t: Translate, steps: readonly FeeStep[]): string[] =>
  steps.flatMap((one) => {
    if (one.step === 'half') return [t('invoices.line-half')]
    return one.step === 'months' ? [t('invoices.line-months', { months: one.months })] : []
  })

function describeFee(t: Translate, basis: FeeBasis): string {
  const known = basis.populationYear === null ? 'invoices.line-population' : 'invoices.line-population-year'
  const population = formatNumber(t.lang, basis.population ?? 0)
  const inhabitants = t(known, { population, year: String(basis.populationYear ?? '') })
  return [bracketName(t, basis.from, basis.to), inhabitants, ...reduction(t, basis.steps)].join('; ')
}

export interface FeeInvoice {
  readonly issuer: Issuer
  readonly billing: Billing
  /** Of the member, in its own language. */
  readonly name: string
  readonly year: number
  readonly periodFrom: string
  readonly periodTo: string
  readonly number: string
  readonly issuedOn: string
  readonly basis: FeeBasis
  /** Sentences below it, beside the issuer's own. */
  readonly notes?: readonly string[]
}

/** The invoice about a fee, in the language of `t`, which is the member's. */
export function feeContent(t: Translate, fee: FeeInvoice): InvoiceContent {
  const { issuer, basis, year, number, issuedOn } = fee
  const name = t('invoices.line-fee', { year: String(year) })
  const { cents } = basis
  const lines = [{ name, description: describeFee(t, basis), quantity: 1, unitCents: cents, cents }]
  const tax = taxOf(issuer)
  const note = [...(fee.notes ?? []), issuer.note].filter((text) => text !== '').join('\n')
  return {
    kind: 'invoice',
    number,
    issuedOn,
    dueOn: dayAfter(issuedOn, issuer.daysToPay),
    periodFrom: fee.periodFrom,
    periodTo: fee.periodTo,
    lang: t.lang,
    currency: 'EUR',
    seller: sellerOf(issuer),
    buyer: buyerOf(fee.billing, fee.name),
    lines,
    tax,
    totalCents: sumsOf(lines, tax).totalCents,
    ...given('note', note),
    paymentReference: number,
  }
}

/** Takes the whole of an invoice back: the same content under a number of its own, with the reason. */
export function creditContent(
  t: Translate,
  original: InvoiceContent,
  { number, issuedOn, reason }: { readonly number: string; readonly issuedOn: string; readonly reason: string },
): InvoiceContent {
  const corrects = { number: original.number, issuedOn: original.issuedOn }
  const why = t('invoices.note-credit', { number: original.number, reason })
  const note = [why, original.note ?? ''].filter((text) => text !== '').join('\n')
  return {
    ...original,
    kind: 'credit-note',
    number,
    issuedOn,
    dueOn: issuedOn,
    corrects,
    note,
    paymentReference: number,
  }
}

/** An invoice of this issuer to nobody in particular, to learn what the rules would say of the issuer. */
export const sampleContent = (issuer: Issuer): InvoiceContent => {
  const lines = [{ name: '1', description: '', quantity: 1, unitCents: 100, cents: 100 }]
  const day = '2025-01-01'
  const tax = taxOf(issuer)
  const buyer = { name: '1', legalName: '1', street: '1', postcode: '1', city: '1', country: 'FR', reference: '' }
  return {
    ...{
      kind: 'invoice',
      number: '1',
      issuedOn: day,
      dueOn: day,
      periodFrom: day,
      periodTo: day,
      lang: 'en',
      currency: 'EUR',
    },
    ...{
      seller: sellerOf(issuer),
      buyer,
      lines,
      tax,
      totalCents: sumsOf(lines, tax).totalCents,
      paymentReference: '1',
    },
  }
}
