// Accounts of members: documents and payments as lines, credit, and with whom a member has an account at all.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Cents } from '#kernel/money.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { AccountLine } from './account.ts'
import type { PaymentTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<PaymentTables & TrunkTables>()

export interface AccountOf {
  readonly issuer: number | null
  readonly organisationId: number
}

/**
 * Documents that stand in an account: invoices that are out, and credit notes about them from the moment in which they are written,
 * for then they count; one about an invoice that never left takes back nothing. A member does not see such a note before it is sent, and so its account does not have it.
 */
const inAccount = sql`(case when i.corrects_id is null then i.released_at is not null
  else exists (select 1 from invoice c where c.id = i.corrects_id and c.released_at is not null) end)`

/** What a letter to the member may tell. */
const isOut = sql`(i.released_at is not null and ${inAccount})`

/**
 * Everything up to the end of the year, as lines. A payment is one line whatever it was split into; one that was taken back in the
 * same year is none.
 */
export async function listAccountLines(
  db: Db,
  { issuer, organisationId, toMember }: AccountOf & { readonly toMember?: boolean },
  year: number,
): Promise<AccountLine[]> {
  const end = `${year}-12-31`
  const { rows } = await sql<AccountLine>`
    select issued_on::text as day, kind, number, id as "invoiceId", total_cents as cents, released_at is null as unsent from invoice i
    where coalesce(issuer_id, 0) = ${issuer ?? 0} and organisation_id = ${organisationId} and ${toMember === true ? isOut : inAccount} and issued_on <= ${end}::date
    union all
    select min(s.settled_on)::text, 'payment', coalesce(string_agg(distinct i.number, ', '), ''), null, -sum(s.cents)::bigint, false
    from settlement s left join invoice i on i.id = s.invoice_id
    where coalesce(s.issuer_id, 0) = ${issuer ?? 0} and s.organisation_id = ${organisationId} and s.entry_id is not null and s.into_what in ('invoice', 'credit')
      and s.settled_on <= ${end}::date
    group by s.entry_id, extract(year from s.settled_on) having sum(s.cents) <> 0
    union all
    select min(settled_on)::text, 'refund', '', null, sum(cents)::bigint, false from settlement s
    where coalesce(issuer_id, 0) = ${issuer ?? 0} and organisation_id = ${organisationId} and from_credit and into_what = 'refund' and settled_on <= ${end}::date
    group by coalesce(undoes_id, id) having sum(cents) <> 0`.execute(db)
  return rows
}

/** What the member has with this issuer and may set against an invoice. */
export async function creditOf(db: Db, { issuer, organisationId }: AccountOf): Promise<Cents> {
  const { rows } = await sql<{ cents: Cents }>`select app.credit_of(${issuer}, ${organisationId}) as cents`.execute(db)
  return rows[0]?.cents ?? 0
}

export interface AccountMember {
  readonly id: number
  readonly slug: string
  readonly name: string
  /** Of its letters. */
  readonly lang: string
  readonly firstYear: number
}

/** The member with an account at this issuer, or the stop `not-found`. */
export async function getAccountMember(
  db: Db,
  issuer: number | null,
  slug: string,
  lang: Lang,
): Promise<AccountMember> {
  const row = await tablesOf(db)
    .selectFrom('organisation as o')
    .select(['o.id', 'o.slug', organisationName(lang).as('name')])
    .select([
      sql<
        string | null
      >`(select i.content ->> 'lang' from invoice i where i.organisation_id = o.id and coalesce(i.issuer_id, 0) = ${issuer ?? 0} order by i.id desc limit 1)`.as(
        'lang',
      ),
      sql<
        number | null
      >`(select extract(year from min(i.issued_on))::int from invoice i where i.organisation_id = o.id and coalesce(i.issuer_id, 0) = ${issuer ?? 0})`.as(
        'firstYear',
      ),
    ])
    .where('o.slug', '=', slug)
    .executeTakeFirst()
  // Without an invoice that this viewer sees there is no account, and nothing is told of whether there is such a member.
  if (row?.firstYear == null || row.lang === null) throw notFound()
  return { ...row, lang: row.lang, firstYear: row.firstYear }
}

export interface IssuerLine {
  /** 0: the network. */
  readonly issuer: number
  readonly name: string
  readonly balanceCents: Cents
}

/** Who sends this member invoices, and what is open with each; as far as the viewer sees. */
export async function listIssuersOf(db: Db, organisationId: number): Promise<IssuerLine[]> {
  const { rows } = await sql<IssuerLine>`
    with own as (
      select coalesce(issuer_id, 0) as issuer, (array_agg(content -> 'seller' ->> 'name' order by id desc))[1] as name, sum(total_cents) as cents
      from invoice i where organisation_id = ${organisationId} and ${inAccount} group by 1),
    paid as (
      select coalesce(issuer_id, 0) as issuer, sum(case when from_credit then -cents else cents end) as cents from settlement
      where organisation_id = ${organisationId} and ((entry_id is not null and into_what in ('invoice', 'credit')) or (from_credit and into_what = 'refund')) group by 1)
    select own.issuer, own.name, (own.cents - coalesce(paid.cents, 0))::bigint as "balanceCents"
    from own left join paid on paid.issuer = own.issuer order by own.issuer`.execute(db)
  return rows
}

/** As the last invoice says it: who sends it and on which account it wants to be paid. */
export async function findSeller(db: Db, { issuer, organisationId }: AccountOf) {
  const row = await tablesOf(db)
    .selectFrom('invoice as i')
    .select('i.content')
    .where('i.organisation_id', '=', organisationId)
    .where(sql<boolean>`coalesce(i.issuer_id, 0) = ${issuer ?? 0}`)
    .orderBy('i.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.content
}

/** The same for many members. */
export async function listSellers(db: Db, issuer: number | null, organisationIds: readonly number[]) {
  const rows = await tablesOf(db)
    .selectFrom('invoice as i')
    .distinctOn('i.organisation_id')
    .select(['i.organisation_id as organisationId', 'i.content'])
    .where(sql<boolean>`i.organisation_id = any (${[...organisationIds]}::int[])`)
    .where(sql<boolean>`coalesce(i.issuer_id, 0) = ${issuer ?? 0}`)
    .orderBy('i.organisation_id')
    .orderBy('i.id', 'desc')
    .execute()
  return new Map(rows.map(({ organisationId, content }) => [organisationId, content]))
}

/** Members with credit at this issuer. */
export async function listCredits(
  db: Db,
  issuer: number | null,
  lang: Lang,
): Promise<{ slug: string; name: string; cents: Cents }[]> {
  const { rows } = await sql<{ slug: string; name: string; cents: Cents }>`
    select o.slug, coalesce(o.names ->> ${lang}, o.name) as name, sum(case when s.into_what = 'credit' then s.cents else -s.cents end)::bigint as cents
    from settlement s join organisation o on o.id = s.organisation_id
    where coalesce(s.issuer_id, 0) = ${issuer ?? 0} and (s.into_what = 'credit' or s.from_credit)
    group by o.id having sum(case when s.into_what = 'credit' then s.cents else -s.cents end) > 0 order by 2`.execute(
    db,
  )
  return rows
}
