// The books page by page: what ZIP and journal are made of, the list of the office, and what is passed on to a forum.
import { type RawBuilder, sql } from 'kysely'
import type { Cents } from '#kernel/money.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import type { InvoiceContent } from '#platform/invoicing/content.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { FilesBy, ListQuery } from './inputs.ts'
import type { DeliveryState, InvoiceKind } from './invoice.ts'
import { deliveryState, isToSend, ofIssuer, tablesOf } from './store.ts'

export interface Entry {
  readonly seq: number
  readonly number: string
  readonly kind: InvoiceKind
  readonly year: number
  readonly slug: string
  readonly country: string
  readonly content: InvoiceContent
  readonly shares: readonly { readonly forumId: number; readonly cents: Cents }[]
}

const sharesOf: RawBuilder<Entry['shares']> =
  sql`coalesce((select jsonb_agg(jsonb_build_object('forumId', s.forum_id, 'cents', s.cents))
  from invoice_share s where s.invoice_id = i.id), '[]')`

/** A year of the books: of its fees, with all credit notes about them whenever they were written; or of the days on the documents. */
export interface BookYear {
  readonly issuer: number | null
  readonly year: number
  readonly by: FilesBy
}
export const ofBookYear = ({ issuer, year, by }: BookYear): RawBuilder<boolean> =>
  by === 'fee'
    ? sql`${ofIssuer(issuer)} and i.year = ${year}`
    : sql`${ofIssuer(issuer)} and i.issued_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`

/** By the day where it is asked for, else in the order of the numbers; those after `after`. */
export function listEntries(db: Db, of: BookYear, after: Entry | undefined, atMost: number): Promise<Entry[]> {
  const rows = tablesOf(db)
    .selectFrom('invoice as i')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.seq', 'i.number', 'i.kind', 'i.year', 'o.slug', 'o.country', 'i.content', sharesOf.as('shares')])
    .where(ofBookYear(of))
    .limit(atMost)
  if (of.by === 'fee')
    return rows
      .where('i.seq', '>', after?.seq ?? 0)
      .orderBy('i.seq')
      .execute()
  const day = after?.content.issuedOn ?? `${of.year}-01-01`
  return rows
    .where(sql<boolean>`(i.issued_on, i.year::int, i.seq) > (${day}::date, ${after?.year ?? 0}, ${after?.seq ?? 0})`)
    .orderBy('i.issued_on')
    .orderBy('i.year')
    .orderBy('i.seq')
    .execute()
}

export interface BookFiles {
  /** Of the year's fees, and of the days in it. */
  readonly ofFees: number
  readonly dated: number
  /** Of the year's fees, dated after its end; and the year of the last of them. */
  readonly late: number
  readonly lastYear: number | null
}

export async function countBookFiles(db: Db, issuer: number | null, year: number): Promise<BookFiles> {
  const [ofFees, dated] = [ofBookYear({ issuer, year, by: 'fee' }), ofBookYear({ issuer, year, by: 'date' })]
  const isLate = sql`${ofFees} and i.issued_on > make_date(${year}, 12, 31)`
  return tablesOf(db)
    .selectFrom('invoice as i')
    .select([
      sql<number>`count(*) filter (where ${ofFees})`.as('ofFees'),
      sql<number>`count(*) filter (where ${dated})`.as('dated'),
      sql<number>`count(*) filter (where ${isLate})`.as('late'),
      sql<number | null>`extract(year from max(i.issued_on) filter (where ${isLate}))::int`.as('lastYear'),
    ])
    .where(sql<boolean>`(${ofFees}) or (${dated})`)
    .executeTakeFirstOrThrow()
}

export interface InvoiceLine {
  readonly id: number
  readonly number: string
  readonly kind: InvoiceKind
  readonly year: number
  readonly slug: string
  readonly name: string
  readonly country: string
  readonly issuedOn: string
  readonly totalCents: Cents
  readonly state: DeliveryState
  readonly takenBack: boolean
  /** Of the issuer, as it stands on the invoice. */
  readonly issuerName: string
}

const pageSize = 50

const lines = (db: Db, lang: string) =>
  tablesOf(db)
    .selectFrom('invoice as i')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select([
      ...(['i.id', 'i.number', 'i.kind', 'i.year', 'o.slug', 'o.country'] as const),
      organisationName(lang).as('name'),
      sql<string>`i.issued_on::text`.as('issuedOn'),
      'i.total_cents as totalCents',
      deliveryState.as('state'),
      sql<boolean>`exists (select 1 from invoice n where n.corrects_id = i.id)`.as('takenBack'),
      sql<string>`i.content -> 'seller' ->> 'name'`.as('issuerName'),
    ])

/** What is typed stands for itself in a pattern. */
const literally = (typed: string): string => typed.replaceAll(/[\\%_]/g, (one) => `\\${one}`)

function asked(issuer: number | null, { q, year, kind, state }: ListQuery): RawBuilder<boolean> {
  const words = q.trim()
  const pattern = `%${literally(words)}%`
  return sql<boolean>`${ofIssuer(issuer)}
    and (${year ?? null}::int is null or i.year = ${year ?? null}::int)
    and (${kind ?? null}::text is null or i.kind = ${kind ?? null}::text)
    and (${state ?? null}::text is null or ${deliveryState} = ${state ?? null}::text)
    and (${words} = '' or i.number ilike ${pattern} or i.organisation_id in (
      select n.id from organisation n where n.name ilike ${pattern} or n.slug ilike ${pattern} or n.names::text ilike ${pattern}))`
}

export interface ListedInvoices extends PageOf<InvoiceLine> {
  /** Of all that were asked for, credit notes taken off. */
  readonly cents: Cents
}

/** The newest numbers first. */
export async function findInvoices(
  db: Db,
  issuer: number | null,
  query: ListQuery,
  lang: string,
): Promise<ListedInvoices> {
  const condition = asked(issuer, query)
  const [items, sums] = await Promise.all([
    lines(db, lang)
      // First which ones, then what they say: whatever is passed over costs a step in an index.
      .where(({ eb, selectFrom }) =>
        eb(
          'i.id',
          'in',
          selectFrom('invoice as i')
            .select('i.id')
            .where(condition)
            .orderBy('i.year', 'desc')
            .orderBy('i.seq', 'desc')
            .limit(pageSize)
            .offset((query.page - 1) * pageSize),
        ),
      )
      .orderBy('i.year', 'desc')
      .orderBy('i.seq', 'desc')
      .execute(),
    tablesOf(db)
      .selectFrom('invoice as i')
      .select([sql<number>`count(*)`.as('total'), sql<number>`coalesce(sum(i.total_cents), 0)::bigint`.as('cents')])
      .where(condition)
      .executeTakeFirstOrThrow(),
  ])
  return { items, number: query.page, size: pageSize, ...sums }
}

/** What the viewer's own city was sent, by whichever issuer, the newest first. */
export const listOfOrganisation = (db: Db, organisationId: number, lang: string): Promise<InvoiceLine[]> =>
  lines(db, lang)
    .where('i.organisation_id', '=', organisationId)
    .orderBy('i.issued_on', 'desc')
    .orderBy('i.id', 'desc')
    .limit(500)
    .execute()

export interface YearOfBooks {
  readonly year: number
  readonly invoices: number
  readonly creditNotes: number
  readonly cents: Cents
  readonly unreleased: number
}

/** Years with invoices, the last first. */
export const listYears = (db: Db, issuer: number | null): Promise<YearOfBooks[]> =>
  tablesOf(db)
    .selectFrom('invoice as i')
    .select([
      'i.year',
      sql<number>`count(*) filter (where i.kind = 'invoice')`.as('invoices'),
      sql<number>`count(*) filter (where i.kind = 'credit-note')`.as('creditNotes'),
      sql<number>`sum(i.total_cents)::bigint`.as('cents'),
      sql<number>`count(*) filter (where ${isToSend})`.as('unreleased'),
    ])
    .where(ofIssuer(issuer))
    .groupBy('i.year')
    .orderBy('i.year', 'desc')
    .execute()

export const countUnreleased = async (db: Db, issuer: number | null): Promise<number> =>
  (
    await tablesOf(db)
      .selectFrom('invoice as i')
      .select(sql<number>`count(*)`.as('count'))
      .where(ofIssuer(issuer))
      .where(isToSend)
      .executeTakeFirstOrThrow()
  ).count
