// As the system, for the jobs that send a letter: what is still open at that moment, and to whom it goes.
import { sql } from 'kysely'
import type { Cents } from '#kernel/money.ts'
import type { Db } from '#platform/db/database.ts'
import type { InvoiceContent } from '#platform/invoicing/invoice.ts'
import type { Step } from './reminder.ts'
import type { LetterState, PaymentTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<PaymentTables>()

export interface LetterToSend {
  readonly id: number
  readonly issuer: number | null
  readonly organisationId: number
  readonly step: Step
  readonly deadline: string
  readonly decidedAt: Date
  readonly held: boolean
  readonly statutes: Readonly<Record<string, string>>
  /** The member wants the structured invoice beside the PDF. */
  readonly wantsXml: boolean
}

/** Held for this transaction, so that nobody else decides about it at the same moment. */
export async function findLetter(
  db: Db,
  id: number,
): Promise<(LetterToSend & { readonly state: LetterState }) | undefined> {
  const { rows } = await sql<LetterToSend & { state: LetterState }>`
    select m.id, m.state, m.issuer_id as issuer, m.organisation_id as "organisationId", m.step, m.deadline::text as deadline, r.made_at as "decidedAt",
      exists (select 1 from reminder_hold h where h.organisation_id = m.organisation_id and h.issuer_id is not distinct from m.issuer_id and h.ended_at is null) as held,
      coalesce((select s.statutes from reminder_setting s where s.issuer_id is not distinct from m.issuer_id), '{}') as statutes,
      coalesce((select b.wants_xml from billing b where b.organisation_id = m.organisation_id), false) as "wantsXml"
    from reminder m join reminder_round r on r.id = m.round_id where m.id = ${id} for update of m`.execute(db)
  return rows[0]
}

/** Letters decided before this moment of which nobody has determined the recipients, the oldest first. */
export async function listUnaddressed(system: Db, before: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select m.id from reminder m join reminder_round r on r.id = m.round_id
    where m.state = 'waiting' and r.made_at < ${before} and not exists (select 1 from reminder_delivery d where d.reminder_id = m.id)
    order by m.id limit 500`.execute(system)
  return rows.map(({ id }) => id)
}

export interface OwedLine {
  readonly number: string
  readonly issuedOn: string
  readonly dueOn: string
  readonly openCents: Cents
  readonly reference: string
}

export interface StillOpen extends OwedLine {
  readonly content: InvoiceContent
}

/** Of its invoices those that are still open now: a payment after the preview counts. */
export async function listStillOpen(db: Db, reminderId: number): Promise<StillOpen[]> {
  const { rows } = await sql<StillOpen>`
    select i.number, i.content, i.issued_on::text as "issuedOn", i.due_on::text as "dueOn", i.payment_reference as reference,
      (i.total_cents - coalesce((select sum(s.cents) from settlement s where s.invoice_id = i.id), 0))::bigint as "openCents"
    from reminder_invoice ri join invoice i on i.id = ri.invoice_id where ri.reminder_id = ${reminderId}
      and i.total_cents > coalesce((select sum(s.cents) from settlement s where s.invoice_id = i.id), 0)
    order by i.due_on, i.id`.execute(db)
  return rows
}

/** Null, the address for invoices; without one whoever coordinates the member. */
export async function listRecipients(db: Db, organisationId: number): Promise<(number | null)[]> {
  const { rows } = await sql<{ id: number | null }>`
    select null::int as id from billing where organisation_id = ${organisationId} and email <> ''
    union all
    (select id from person where organisation_id = ${organisationId} and role = 'coordinator' and left_at is null
      and not exists (select 1 from billing where organisation_id = ${organisationId} and email <> '') order by id)`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** While it waits. What did not go out does not count as a step: the invoice may be asked for again. */
export async function closeLetter(
  db: Db,
  id: number,
  state: Exclude<LetterState, 'waiting'>,
  now: Date,
): Promise<void> {
  const { numUpdatedRows } = await tablesOf(db)
    .updateTable('reminder')
    .set({ state, done_at: now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (state !== 'sent' && numUpdatedRows > 0n)
    await tablesOf(db).updateTable('reminder_invoice').set({ counts: false }).where('reminder_id', '=', id).execute()
}
