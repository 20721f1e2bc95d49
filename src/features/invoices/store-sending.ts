// Delivery: what the office released, what was sent, what failed. Releasing as the office, sending as the system.
import { type RawBuilder, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import type { InvoiceContent } from '#platform/invoicing/content.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Failure } from './invoice.ts'
import { isToSend, ofIssuer, tablesOf } from './store.ts'

export interface Progress {
  readonly total: number
  readonly unreleased: number
  readonly waiting: number
  readonly sent: number
  readonly noAddress: number
  readonly failed: number
}

export interface Run extends Progress {
  readonly id: number
  readonly issuer: number | null
  readonly year: number
  readonly madeAt: Date
  readonly madeBy: string
  readonly cents: number
}

const counted = (condition: RawBuilder<unknown>): RawBuilder<number> => sql`count(*) filter (where ${condition})`

const runs = (db: Db) =>
  tablesOf(db)
    .selectFrom('fee_run as r')
    .innerJoin('invoice as i', 'i.run_id', 'r.id')
    .select([
      'r.id',
      'r.issuer_id as issuer',
      'r.year',
      'r.made_at as madeAt',
      sql<string>`coalesce((select p.name from person p where p.id = r.made_by), '')`.as('madeBy'),
      sql<number>`sum(i.total_cents)::bigint`.as('cents'),
      sql<number>`count(*)`.as('total'),
      counted(isToSend).as('unreleased'),
      counted(sql`i.released_at is not null and i.sent_at is null and i.failed_at is null`).as('waiting'),
      counted(sql`i.sent_at is not null`).as('sent'),
      counted(sql`i.sent_at is null and i.failure = 'no-address'`).as('noAddress'),
      counted(sql`i.sent_at is null and i.failure = 'mail'`).as('failed'),
    ])
    .groupBy('r.id')

export const listRuns = (db: Db, issuer: number | null, year: number): Promise<Run[]> =>
  runs(db).where('r.year', '=', year).where(ofIssuer(issuer)).orderBy('r.id').execute()

/** The run within reach, or the stop `not-found`. */
export async function getRun(db: Db, id: number | undefined): Promise<Run> {
  const found = id === undefined ? undefined : await runs(db).where('r.id', '=', id).executeTakeFirst()
  if (found === undefined) throw notFound()
  return found
}

export interface Undelivered {
  readonly id: number
  readonly number: string
  readonly name: string
  readonly failure: Failure
}

/** What did not leave, in the order of the numbers. */
export const listUndelivered = (db: Db, runId: number, atMost: number): Promise<Undelivered[]> =>
  tablesOf(db)
    .selectFrom('invoice as i')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.id', 'i.number', 'o.name', sql<Failure>`i.failure`.as('failure')])
    .where('i.run_id', '=', runId)
    .where('i.sent_at', 'is', null)
    .where('i.failure', 'is not', null)
    .orderBy('i.seq')
    .limit(atMost)
    .execute()

export type Which = { readonly run: number } | { readonly invoice: number }
const meant = (which: Which): RawBuilder<boolean> =>
  'run' in which ? sql`run_id = ${which.run}` : sql`id = ${which.invoice}`

/** What has not left yet may leave now; with its run nothing that was taken back meanwhile. Gives how many. */
export async function release(db: Db, which: Which, by: number, at: Date): Promise<number> {
  const result = await tablesOf(db)
    .updateTable('invoice as i')
    .set({ released_at: at, released_by: by, failed_at: null, failure: null })
    .where(meant(which))
    .where('sent_at', 'is', null)
    // What waits already is not released a second time, or a second press would send everything anew into the queue.
    .where(sql<boolean>`(${'run' in which ? isToSend : sql`i.released_at is null`} or i.failed_at is not null)`)
    .executeTakeFirstOrThrow()
  return Number(result.numUpdatedRows)
}

/** One fact for each that is to be sent, so that each mail is a job of its own. By the system. */
export const queueReleased = (system: Db, which: Which): Promise<void> =>
  system.transaction().execute(async (db) => {
    const rows = await tablesOf(db)
      .selectFrom('invoice')
      .select('id')
      .where(meant(which))
      .where('released_at', 'is not', null)
      .where('sent_at', 'is', null)
      .orderBy('seq')
      .execute()
    for (const { id } of rows) await recordFact(db, { name: 'invoice.queued', data: { invoice: id } })
  })

export interface Letter {
  readonly id: number
  readonly number: string
  readonly kind: 'invoice' | 'credit-note'
  readonly year: number
  readonly content: InvoiceContent
  readonly madeAt: Date
  /** The address of today: an invoice that came back is sent to the right one, what stands on it stays. */
  readonly email: string
  readonly lang: Lang
  readonly wantsXml: boolean
}

/** What is to be sent, held until the transaction ends; undefined when it was sent, or is not to be sent yet. */
export async function takeLetter(transaction: Db, id: number): Promise<Letter | undefined> {
  const { rows } = await sql<Letter>`
    select i.id, i.number, i.kind, i.year, i.content, i.made_at as "madeAt", coalesce(b.email, '') as email,
      coalesce(b.lang, i.content ->> 'lang') as lang, coalesce(b.wants_xml, false) as "wantsXml"
    from invoice i left join billing b on b.organisation_id = i.organisation_id
    where i.id = ${id} and i.released_at is not null and i.sent_at is null for update of i`.execute(
    tablesOf(transaction),
  )
  return rows[0]
}

export const markSent = (transaction: Db, { id, email }: Letter, at: Date) =>
  tablesOf(transaction)
    .updateTable('invoice')
    .set({ sent_at: at, sent_to: email, failed_at: null, failure: null })
    .where('id', '=', id)
    .execute()

export const markFailed = (system: Db, id: number, failure: Failure, at: Date) =>
  tablesOf(system)
    .updateTable('invoice')
    .set({ failed_at: at, failure })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .execute()
