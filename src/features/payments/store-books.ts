// The books as the matching needs them: what every invoice has open, under which names and from which accounts members pay.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { OwedInvoice, Payer } from './books.ts'
import { squeeze } from './reference.ts'

/** Every invoice that is out, also a paid one: a second payment must be recognised. */
export async function listOwed(db: Db, issuer: number | null): Promise<OwedInvoice[]> {
  const { rows } = await sql<OwedInvoice>`
    select i.id, i.number, i.payment_reference as reference, i.organisation_id as "organisationId", i.due_on::text as "dueOn",
      (i.total_cents - coalesce(s.cents, 0))::bigint as "openCents"
    from invoice i left join (select invoice_id, sum(cents) as cents from settlement where invoice_id is not null group by 1) s on s.invoice_id = i.id
    where coalesce(i.issuer_id, 0) = ${issuer ?? 0} and i.kind = 'invoice' and i.released_at is not null`.execute(db)
  return rows
}

/** Accounts count once somebody, or a reference, gave a payment from there to the member. */
export async function listPayers(db: Db, issuer: number | null): Promise<Payer[]> {
  const { rows } = await sql<Payer>`
    with owing as (
      select organisation_id as id, array_agg(distinct content -> 'buyer' ->> 'name') || array_agg(distinct content -> 'buyer' ->> 'legalName') as names
      from invoice where coalesce(issuer_id, 0) = ${issuer ?? 0} group by 1),
    paying as (
      select s.organisation_id as id, array_agg(distinct e.iban) as ibans from settlement s join bank_entry e on e.id = s.entry_id
      where coalesce(s.issuer_id, 0) = ${issuer ?? 0} and e.iban <> '' and s.undoes_id is null and s.into_what in ('invoice', 'credit')
        and not exists (select 1 from settlement u where u.undoes_id = s.id) group by 1)
    select o.id as "organisationId", coalesce(p.ibans, '{}') as ibans,
      array_remove(owing.names, null) || o.name || array(select value from jsonb_each_text(o.names)) as names
    from owing join organisation o on o.id = owing.id left join paying p on p.id = o.id`.execute(db)
  return rows
}

export interface MemberName {
  readonly slug: string
  readonly name: string
}

/** Names of members in the reader's language. */
export async function listMemberNames(
  db: Db,
  ids: readonly number[],
  lang: string,
): Promise<ReadonlyMap<number, MemberName>> {
  const { rows } = await sql<MemberName & { id: number }>`
    select id, slug, coalesce(names ->> ${lang}, name) as name from organisation where id = any (${[...ids]}::int[])`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** By the number that somebody typed, with or without its marks; undefined where there is none, or several. */
export async function findOwedByNumber(
  db: Db,
  issuer: number | null,
  number: string,
): Promise<OwedInvoice | undefined> {
  const key = squeeze(number)
  const found = (await listOwed(db, issuer)).filter(
    (one) => squeeze(one.number) === key || squeeze(one.reference) === key,
  )
  return found.length === 1 ? found[0] : undefined
}
