// What is open: every invoice that is out and not paid whole, with what was done about it.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { OpenItem } from './open-items.ts'

/** Of one issuer, the longest due first; of one member where it is named. Whoever asks sees what policies let them see. */
export async function listOpenItems(
  db: Db,
  of: { readonly issuer: number | null; readonly organisationId?: number },
  lang: Lang,
): Promise<OpenItem[]> {
  const own = of.organisationId === undefined ? sql`true` : sql`i.organisation_id = ${of.organisationId}`
  const { rows } = await sql<OpenItem>`
    select i.id as "invoiceId", i.number, i.organisation_id as "organisationId", o.slug, coalesce(o.names ->> ${lang}, o.name) as name,
      i.issued_on::text as "issuedOn", i.due_on::text as "dueOn", i.total_cents as "totalCents",
      (i.total_cents - coalesce(s.cents, 0))::bigint as "openCents",
      i.payment_reference as reference, coalesce(r.step, 0) as step, r.day as "remindedOn", h.reason as held
    from invoice i join organisation o on o.id = i.organisation_id
    left join (select invoice_id, sum(cents) as cents from settlement where invoice_id is not null group by 1) s on s.invoice_id = i.id
    left join lateral (select ri.step, (rr.made_at at time zone 'Europe/Brussels')::date::text as day from reminder_invoice ri
      join reminder rm on rm.id = ri.reminder_id join reminder_round rr on rr.id = rm.round_id
      where ri.invoice_id = i.id and ri.counts order by ri.step desc limit 1) r on true
    left join reminder_hold h on h.organisation_id = i.organisation_id and coalesce(h.issuer_id, 0) = ${of.issuer ?? 0} and h.ended_at is null
    where coalesce(i.issuer_id, 0) = ${of.issuer ?? 0} and i.kind = 'invoice' and i.released_at is not null and ${own}
      and i.total_cents > coalesce(s.cents, 0)
    order by i.due_on, i.id`.execute(db)
  return rows
}
