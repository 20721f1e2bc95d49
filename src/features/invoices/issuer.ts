// The two sides of an invoice: who sends it, and where an organisation wants it.
import type { Lang } from '#kernel/locale.ts'
import type { TaxCategory } from './invoice.ts'

interface Address {
  readonly legalName: string
  readonly street: string
  readonly street2: string
  readonly postcode: string
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly vatId: string
  /** EAS code and id; both empty where there is none. */
  readonly endpointScheme: string
  readonly endpointId: string
}

export interface Issuer extends Address {
  /** Null: the network. */
  readonly forumId: number | null
  readonly name: string
  readonly legalScheme: string
  readonly legalId: string
  readonly taxNumber: string
  readonly contactName: string
  readonly contactPhone: string
  readonly contactEmail: string
  readonly iban: string
  readonly bic: string
  readonly bankName: string
  readonly legalNote: string
  readonly taxCategory: TaxCategory
  /** Hundredths of a percent. */
  readonly taxRate: number
  readonly exemptionCode: string
  readonly exemptionReason: string
  readonly numberPrefix: string
  readonly daysToPay: number
  readonly note: string
}

export interface Billing extends Address {
  readonly organisationId: number
  readonly email: string
  readonly lang: Lang
  readonly leitwegId: string
  /** This German body says that it has none. */
  readonly withoutLeitwegId: boolean
  readonly orderReference: string
  readonly wantsXml: boolean
}

/** A German public body is to be reached by its Leitweg-ID, unless it has said that it has none. */
export const lacksLeitwegId = ({ country, leitwegId, withoutLeitwegId }: Billing): boolean =>
  country === 'DE' && leitwegId === '' && !withoutLeitwegId
