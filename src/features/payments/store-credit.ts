// What has become of members' credit: set against invoices, paid back, taken back; and what may still be taken back.
import { sql } from 'kysely'
import type { Cents } from '#kernel/money.ts'
import type { Db } from '#platform/db/database.ts'
import type { CreditNeed, CreditUse } from './return-plan.ts'
import type { AccountOf } from './store-accounts.ts'
import type { SettlementReason } from './tables.ts'

const notUndone = sql`s.undoes_id is null and not exists (select 1 from settlement u where u.undoes_id = s.id)`
const stillOwed = sql`not exists (select 1 from invoice c where c.corrects_id = s.invoice_id)`

export interface CreditMove {
  readonly id: number
  readonly into: 'invoice' | 'refund'
  readonly number: string
  readonly cents: Cents
  readonly settledOn: string
  readonly note: string
  readonly reasons: readonly SettlementReason[]
  readonly undoes: boolean
  /** Nobody took it back yet, and no credit note stands behind it. */
  readonly undoable: boolean
  readonly madeBy: string | null
  readonly madeAt: Date
}

/** First things first. */
export async function listCreditMoves(db: Db, { issuer, organisationId }: AccountOf): Promise<CreditMove[]> {
  const { rows } = await sql<CreditMove>`
    select s.id, s.into_what as into, coalesce(i.number, '') as number, s.cents, s.settled_on::text as "settledOn", s.note, s.reasons,
      s.undoes_id is not null as undoes, ${notUndone} and ${stillOwed} as undoable, p.name as "madeBy", s.made_at as "madeAt"
    from settlement s left join invoice i on i.id = s.invoice_id left join person p on p.id = s.made_by
    where coalesce(s.issuer_id, 0) = ${issuer ?? 0} and s.organisation_id = ${organisationId} and s.from_credit order by s.id`.execute(
    db,
  )
  return rows
}

/** Credit on invoices that are still owed, of the members that these settlements concern, the last use first. */
export async function listUses(db: Db, settlements: readonly number[]): Promise<CreditUse[]> {
  const { rows } = await sql<CreditUse>`
    select s.id, s.organisation_id as "organisationId", s.invoice_id as "invoiceId", i.number, s.cents, s.settled_on::text as "settledOn"
    from settlement s join invoice i on i.id = s.invoice_id
    where s.from_credit and ${notUndone} and ${stillOwed} and exists (
      select 1 from settlement m where m.id = any (${[...settlements]}::int[]) and m.organisation_id = s.organisation_id
        and m.issuer_id is not distinct from s.issuer_id)
    order by s.id desc`.execute(db)
  return rows
}

/**
 * What must be there as credit when these settlements are taken back: what they gave to credit goes, and an invoice that a credit
 * note took back is covered by credit in their place.
 */
export async function listNeeds(db: Db, settlements: readonly number[]): Promise<CreditNeed[]> {
  const { rows } = await sql<CreditNeed>`
    select s.organisation_id as "organisationId", app.credit_of(s.issuer_id, s.organisation_id) as "creditCents",
      coalesce(sum(s.cents) filter (where s.into_what = 'credit' or (s.into_what = 'invoice' and not ${stillOwed})), 0)::bigint as "neededCents"
    from settlement s where s.id = any (${[...settlements]}::int[]) and s.organisation_id is not null
    group by s.issuer_id, s.organisation_id order by 1`.execute(db)
  return rows
}

/**
 * Whether the place of these would be taken by what a credit note left of which the member does not know yet: its own account
 * would have the payment gone, and the invoice covered by nothing.
 */
export async function restOnUnsent(db: Db, settlements: readonly number[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from settlement s join invoice i on i.id = s.invoice_id join invoice c on c.corrects_id = i.id
    where s.id = any (${[...settlements]}::int[]) and i.released_at is not null and c.released_at is null limit 1`.execute(
    db,
  )
  return rows.length > 0
}

/** A credit note that is written and counts, while the member still sees its invoice as open. */
export interface UnsentNote {
  readonly id: number
  readonly number: string
  readonly corrects: string
  readonly slug: string
  readonly name: string
  readonly cents: Cents
  /** It left credit: what was paid before. */
  readonly leavesCredit: boolean
}

/** About invoices that are out, of one issuer; of one member where it is named. */
export async function listUnsentNotes(
  db: Db,
  of: { readonly issuer: number | null; readonly organisationId?: number },
  lang: string,
): Promise<UnsentNote[]> {
  const own = of.organisationId === undefined ? sql`true` : sql`i.organisation_id = ${of.organisationId}`
  const { rows } = await sql<UnsentNote>`
    select i.id, i.number, c.number as corrects, o.slug, coalesce(o.names ->> ${lang}, o.name) as name, -i.total_cents as cents,
      exists (select 1 from settlement s where s.credit_note_id = i.id and s.into_what = 'credit') as "leavesCredit"
    from invoice i join invoice c on c.id = i.corrects_id join organisation o on o.id = i.organisation_id
    where coalesce(i.issuer_id, 0) = ${of.issuer ?? 0} and ${own} and i.released_at is null and c.released_at is not null
    order by i.id`.execute(db)
  return rows
}
