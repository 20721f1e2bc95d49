// As the system, for the demonstration: whose books, and which invoices of a year an invented statement pays.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { DemonstratedInvoice } from './demonstration-statement.ts'

/** Null: the network. */
export async function findIssuer(db: Db, forum: string | null): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`select id from forum where slug = ${forum}`.execute(db)
  return rows[0]?.id ?? null
}

export async function listDemonstrated(db: Db, issuer: number | null, year: number): Promise<DemonstratedInvoice[]> {
  const { rows } = await sql<DemonstratedInvoice>`
    select o.slug, i.number, o.name, i.total_cents as cents from invoice i join organisation o on o.id = i.organisation_id
    where coalesce(i.issuer_id, 0) = ${issuer ?? 0} and i.year = ${year} and i.kind = 'invoice' and i.released_at is not null order by i.seq`.execute(
    db,
  )
  return rows
}
