// The run: what it is computed from, and all of its invoices written in one transaction.
import { sql } from 'kysely'
import type { Cents } from '#kernel/money.ts'
import type { Db } from '#platform/db/database.ts'
import type { InvoiceContent } from '#platform/invoicing/content.ts'
import type { FeeBasis, InvoiceKind } from './invoice.ts'
import type { Charged } from './preview.ts'
import { ofIssuer, tablesOf } from './store.ts'

/**
 * Whoever gives numbers of this issuer comes one after the other, until the transaction ends: what the next one reads is
 * committed. Numbers are never counted anywhere else than in the invoices themselves.
 */
export async function waitForNumbers(db: Db, issuer: number | null): Promise<void> {
  await sql`select pg_advisory_xact_lock(7013860, ${issuer ?? 0}::int)`.execute(db)
}

export interface Series {
  readonly prefix: string
  readonly next: number
}

/** The next number of a year; its prefix is that of the first one, whatever the settings say by now. Wait for numbers before. */
export async function nextOfSeries(db: Db, issuer: number | null, year: number, freshPrefix: string): Promise<Series> {
  const last = await tablesOf(db)
    .selectFrom('invoice as i')
    .select(['i.seq', 'i.prefix'])
    .where(ofIssuer(issuer))
    .where('i.year', '=', year)
    .orderBy('i.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { prefix: last?.prefix ?? freshPrefix, next: (last?.seq ?? 0) + 1 }
}

/** The fee invoices of a year, in the order of their numbers. */
export const listCharged = (db: Db, issuer: number | null, year: number): Promise<Charged[]> =>
  tablesOf(db)
    .selectFrom('invoice as i')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select([
      'i.id',
      'i.number',
      'i.organisation_id as organisationId',
      'o.slug',
      'o.name',
      'o.country',
      'i.basis',
      sql<boolean>`exists (select 1 from invoice n where n.corrects_id = i.id)`.as('takenBack'),
    ])
    .where(ofIssuer(issuer))
    .where('i.year', '=', year)
    .where('i.kind', '=', 'invoice')
    .orderBy('i.seq')
    .execute()

export interface FreshRun {
  readonly issuer: number | null
  readonly year: number
  readonly madeBy: number
  readonly madeAt: Date
  readonly scaleId: number
}

export async function insertRun(db: Db, { issuer, year, madeBy, madeAt, scaleId }: FreshRun): Promise<number> {
  const { id } = await tablesOf(db)
    .insertInto('fee_run')
    .values({ issuer_id: issuer, year, made_by: madeBy, made_at: madeAt, scale_id: scaleId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface FreshInvoice {
  readonly seq: number
  readonly organisationId: number
  readonly content: InvoiceContent
  readonly basis: FeeBasis
  readonly shares: readonly { readonly forumId: number; readonly cents: Cents }[]
}

export interface Batch {
  readonly issuer: number | null
  readonly year: number
  readonly prefix: string
  readonly kind: InvoiceKind
  readonly runId: number | null
  readonly correctsId: number | null
  readonly replacesId: number | null
  readonly madeBy: number
  readonly madeAt: Date
}

const rowOf = ({ seq, organisationId, content, basis, shares }: FreshInvoice, sign: 1 | -1) => ({
  ...{ seq, organisationId, content, basis, issuedOn: content.issuedOn, dueOn: content.dueOn },
  totalCents: sign * content.totalCents,
  reference: content.paymentReference,
  shares: shares.map(({ forumId, cents }) => ({ forumId, cents: sign * cents })),
})

/** Many at once, in one statement; gives their ids in the order of their numbers. The database refuses a gap. */
export async function insertInvoices(db: Db, batch: Batch, fresh: readonly FreshInvoice[]): Promise<number[]> {
  const { issuer, year, prefix, kind, runId, correctsId, replacesId, madeBy, madeAt } = batch
  const rows = JSON.stringify(fresh.map((one) => rowOf(one, kind === 'credit-note' ? -1 : 1)))
  const inserted = await sql<{ id: number }>`
    insert into invoice (issuer_id, year, seq, prefix, kind, organisation_id, corrects_id, replaces_id, issued_on, due_on, total_cents,
      payment_reference, content, basis, run_id, made_by, made_at)
    select ${issuer}::int, ${year}::smallint, r.seq, ${prefix}, ${kind}, r."organisationId", ${correctsId}::int, ${replacesId}::int,
      r."issuedOn", r."dueOn", r."totalCents", r.reference, r.content, r.basis, ${runId}::int, ${madeBy}::int, ${madeAt}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as r (seq int, "organisationId" int, "issuedOn" date, "dueOn" date, "totalCents" bigint,
      reference text, content jsonb, basis jsonb)
    order by r.seq returning id`.execute(tablesOf(db))
  await sql`
    insert into invoice_share (invoice_id, forum_id, issuer_id, year, organisation_id, cents)
    select i.id, s."forumId", i.issuer_id, i.year, i.organisation_id, s.cents
    from jsonb_to_recordset(${rows}::jsonb) as r (seq int, shares jsonb)
      join invoice i on coalesce(i.issuer_id, 0) = ${issuer ?? 0} and i.year = ${year}::smallint and i.seq = r.seq,
      jsonb_to_recordset(r.shares) as s ("forumId" int, cents bigint)`.execute(tablesOf(db))
  return inserted.rows.map(({ id }) => id)
}
