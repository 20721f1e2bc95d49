// Row types of the feature's own tables. Days are read as text.
import type { ColumnType, Generated } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { InvoiceContent } from '#platform/invoicing/content.ts'
import type { Failure, FeeBasis, InvoiceKind, TaxCategory } from './invoice.ts'

type Made = ColumnType<Date, Date | undefined, Date>
type Later = ColumnType<Date | null, Date | null | undefined, Date | null>
type Json<Value> = ColumnType<Value, string, never>

interface AddressColumns {
  legal_name: string
  street: string
  street2: string
  postcode: string
  city: string
  country: string
  vat_id: string
  endpoint_scheme: string
  endpoint_id: string
  updated_at: Made
  updated_by: number | null
}

export type InvoiceTables = {
  issuer: AddressColumns & {
    id: Generated<number>
    forum_id: number | null
    name: string
    legal_scheme: string
    legal_id: string
    tax_number: string
    contact_name: string
    contact_phone: string
    contact_email: string
    iban: string
    bic: string
    bank_name: string
    legal_note: string
    tax_category: TaxCategory
    tax_rate: number
    exemption_code: string
    exemption_reason: string
    number_prefix: string
    days_to_pay: number
    note: string
  }
  billing: AddressColumns & {
    organisation_id: number
    email: string
    lang: Lang
    leitweg_id: string
    without_leitweg_id: boolean
    order_reference: string
    wants_xml: boolean
  }
  fee_run: {
    id: Generated<number>
    issuer_id: number | null
    year: number
    made_by: number
    made_at: Date
    scale_id: number
  }
  invoice: {
    id: Generated<number>
    issuer_id: number | null
    year: number
    seq: number
    prefix: string
    number: ColumnType<string, never, never>
    kind: InvoiceKind
    organisation_id: number
    corrects_id: number | null
    replaces_id: number | null
    issued_on: string
    due_on: string
    total_cents: number
    payment_reference: string
    content: Json<InvoiceContent>
    basis: Json<FeeBasis>
    run_id: number | null
    made_by: number
    made_at: Made
    released_at: Later
    released_by: number | null
    sent_at: Later
    sent_to: string | null
    failed_at: Later
    failure: Failure | null
  }
  invoice_share: {
    invoice_id: number
    forum_id: number
    issuer_id: number | null
    year: number
    organisation_id: number
    cents: number
  }
}
