// Invoices as the viewer may see them: row-level security shows an office its own books, a coordinator what was released to the city.
import { type RawBuilder, sql } from 'kysely'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { DeliveryState, Failure, FeeBasis, Invoice } from './invoice.ts'
import type { InvoiceTables } from './tables.ts'

export const tablesOf = (db: Db) => db.withTables<InvoiceTables & TrunkTables>()

/** Of one issuer; null is the network. Written as the indexes are. */
export const ofIssuer = (issuer: number | null): RawBuilder<boolean> => sql`coalesce(i.issuer_id, 0) = ${issuer ?? 0}`

/** What has become of the delivery of the invoice that the query calls `i`. */
export const deliveryState: RawBuilder<DeliveryState> = sql`case when i.released_at is null then 'unreleased'
  when i.sent_at is not null then 'sent' when i.failed_at is not null then 'failed' else 'waiting' end`

const correctsUnsent: RawBuilder<boolean> = sql`exists (select 1 from invoice n where n.id = i.corrects_id and n.released_at is null)`

/** Waits for the word "send": what was taken back before it left stays here, and so does the note that took it back. */
export const isToSend: RawBuilder<boolean> = sql`i.released_at is null
  and not exists (select 1 from invoice n where n.corrects_id = i.id)
  and not ${correctsUnsent}`

const query = (db: Db) =>
  tablesOf(db)
    .selectFrom('invoice as i')
    .select([
      'i.id',
      'i.issuer_id as issuer',
      'i.year',
      'i.number',
      'i.kind',
      'i.organisation_id as organisationId',
      'i.corrects_id as correctsId',
      sql<string>`i.issued_on::text`.as('issuedOn'),
      sql<string>`i.due_on::text`.as('dueOn'),
      'i.total_cents as totalCents',
      'i.content',
    ])

export interface InvoiceFilter {
  readonly issuer: number | null
  readonly year?: number
  readonly organisationId?: number
}

/** All of an issuer that the viewer may see, in the order of their numbers. */
export function listInvoices(db: Db, { issuer, year, organisationId }: InvoiceFilter): Promise<Invoice[]> {
  const all = query(db).where(ofIssuer(issuer)).orderBy('i.year').orderBy('i.seq')
  const ofYear = year === undefined ? all : all.where('i.year', '=', year)
  return (organisationId === undefined ? ofYear : ofYear.where('i.organisation_id', '=', organisationId)).execute()
}

export interface InvoiceInFull extends Invoice {
  readonly basis: FeeBasis
  readonly slug: string
  readonly name: string
  readonly state: DeliveryState
  readonly failure: Failure | null
  readonly runId: number | null
  readonly madeAt: Date
  readonly madeBy: string
  readonly releasedAt: Date | null
  readonly releasedBy: string | null
  readonly sentAt: Date | null
  readonly sentTo: string | null
  readonly corrects: Neighbour | null
  /** Of a credit note: its invoice never left, so that the member would learn of something it never saw. */
  readonly correctsUnsent: boolean
  readonly creditNote: Neighbour | null
  readonly replaces: Neighbour | null
  readonly replacement: Neighbour | null
  readonly shares: readonly { readonly forumId: number; readonly cents: number }[]
}

/** Another invoice that this one points to, or that points to this one, as far as the viewer may see it. */
export interface Neighbour {
  readonly id: number
  readonly number: string
}

const neighbour = (condition: RawBuilder<unknown>): RawBuilder<Neighbour | null> =>
  sql`(select jsonb_build_object('id', n.id, 'number', n.number) from invoice n where ${condition})`
const personName = (column: string): RawBuilder<string> =>
  sql`coalesce((select p.name from person p where p.id = ${sql.ref(column)}), '')`

/** The invoice within reach, or the stop `not-found`. `lang` is that of the member's name. */
export async function getInvoice(db: Db, id: number | undefined, lang: string): Promise<InvoiceInFull> {
  if (id === undefined) throw notFound()
  const found = await query(db)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select([
      'i.basis',
      'o.slug',
      organisationName(lang).as('name'),
      deliveryState.as('state'),
      'i.failure',
      'i.run_id as runId',
      'i.made_at as madeAt',
      personName('i.made_by').as('madeBy'),
      'i.released_at as releasedAt',
      personName('i.released_by').as('releasedBy'),
      'i.sent_at as sentAt',
      'i.sent_to as sentTo',
      neighbour(sql`n.id = i.corrects_id`).as('corrects'),
      correctsUnsent.as('correctsUnsent'),
      neighbour(sql`n.corrects_id = i.id`).as('creditNote'),
      neighbour(sql`n.id = i.replaces_id`).as('replaces'),
      neighbour(sql`n.replaces_id = i.id`).as('replacement'),
      sql<
        InvoiceInFull['shares']
      >`coalesce((select jsonb_agg(jsonb_build_object('forumId', s.forum_id, 'cents', s.cents) order by s.forum_id)
        from invoice_share s where s.invoice_id = i.id), '[]')`.as('shares'),
    ])
    .where('i.id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw notFound()
  return found
}

/** The content alone, for drawing the document; not within reach: the stop `not-found`. */
export async function getContent(db: Db, id: number | undefined): Promise<Pick<Invoice, 'number' | 'content'>> {
  const found =
    id === undefined
      ? undefined
      : await tablesOf(db).selectFrom('invoice').select(['number', 'content']).where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw notFound()
  return found
}

/** The fee invoice of a member and year that no credit note took back; undefined where there is none. */
export const findCurrent = (db: Db, issuer: number | null, year: number, organisationId: number) =>
  query(db)
    .where(ofIssuer(issuer))
    .where('i.year', '=', year)
    .where('i.organisation_id', '=', organisationId)
    .where('i.kind', '=', 'invoice')
    .where(sql<boolean>`not exists (select 1 from invoice n where n.corrects_id = i.id)`)
    .executeTakeFirst()
