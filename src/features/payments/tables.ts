// Row types of the feature's own tables, and of an invoice what is read of it here.
import type { ColumnType, Generated } from 'kysely'
import type { Columns } from './csv-columns.ts'
import type { Reason } from './matching.ts'

type Json<Value> = ColumnType<Value, string, string>
type Later = ColumnType<Date | null, Date | null | undefined, Date | null>

/** Why: as the matching says it, or because the bank took a payment back. */
export type SettlementReason = Reason | 'bank-returned'

export type Into = 'invoice' | 'credit' | 'refund' | 'aside' | 'returned'

/** Of a reminder: `sent` as soon as one of its recipients has it, `undelivered` where no mail server took it for any of them. */
export type LetterState = 'waiting' | 'sent' | 'stopped' | 'no-address' | 'undelivered'
/** To one recipient; `gone`: nobody has this address or this duty any more. */
export type DeliveryState = 'waiting' | 'sent' | 'stopped' | 'gone' | 'undelivered'

export type PaymentTables = {
  bank_file: {
    id: Generated<number>
    issuer_id: number | null
    digest: string
    name: string
    head: string[] | null
    content: Buffer | null
    brought_by: number
    brought_at: Date
    read_at: Later
  }
  bank_columns: {
    issuer_id: number | null
    head: string[]
    columns: Json<Columns>
    told_by: number
    told_at: Date
  }
  bank_statement: {
    id: Generated<number>
    file_id: number
    issuer_id: number | null
    number: string
    iban: string
    currency: string
    opening_cents: number | null
    closing_cents: number | null
    gap_cents: number | null
    left_out: number
    known: number
  }
  bank_entry: {
    id: Generated<number>
    statement_id: number
    issuer_id: number | null
    place: number
    fingerprint: string
    booked_on: string
    valued_on: string
    cents: number | null
    currency: string
    amount: string
    name: string
    iban: string
    text: string
    reference: string
    reversal: boolean
    twin_id: number | null
  }
  settlement: {
    id: Generated<number>
    issuer_id: number | null
    organisation_id: number | null
    entry_id: number | null
    credit_note_id: number | null
    from_credit: Generated<boolean>
    into_what: Into
    invoice_id: number | null
    counter_entry_id: number | null
    cents: number
    settled_on: string
    certain: Generated<boolean>
    reasons: ColumnType<SettlementReason[], SettlementReason[] | undefined, never>
    note: Generated<string>
    undoes_id: number | null
    made_by: number
    made_at: ColumnType<Date, Date | undefined, never>
  }
  reminder_setting: {
    issuer_id: number | null
    first_after: number
    second_after: number
    last_after: number
    days_to_pay: number
    statutes: Json<Readonly<Record<string, string>>>
    changed_by: number
    changed_at: Date
  }
  reminder_hold: {
    id: Generated<number>
    issuer_id: number | null
    organisation_id: number
    reason: string
    held_by: number
    held_at: Date
    ended_by: number | null
    ended_at: Later
  }
  reminder_round: { id: Generated<number>; issuer_id: number | null; made_by: number; made_at: Date }
  reminder: {
    id: Generated<number>
    round_id: number
    issuer_id: number | null
    organisation_id: number
    step: number
    deadline: string
    state: Generated<LetterState>
    done_at: Later
  }
  reminder_delivery: {
    id: Generated<number>
    reminder_id: number
    person_id: number | null
    state: Generated<DeliveryState>
    failed_since: Later
    failed_at: Later
    done_at: Later
  }
  reminder_invoice: { reminder_id: number; invoice_id: number; step: number; counts: Generated<boolean> }
  /** Of the neighbour: only read. */
  invoice: {
    id: number
    issuer_id: number | null
    number: string
    kind: 'invoice' | 'credit-note'
    organisation_id: number
    corrects_id: number | null
    issued_on: string
    due_on: string
    total_cents: number
    payment_reference: string
    content: {
      readonly lang: string
      readonly seller: {
        readonly name: string
        readonly iban: string
        readonly bic: string
        readonly bankName: string
        readonly contact: { readonly name: string; readonly email: string }
      }
      readonly buyer: { readonly name: string; readonly legalName: string }
    }
    released_at: Date | null
  }
}
