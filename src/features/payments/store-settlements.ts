// Money from somewhere to somewhere. Rows are only ever added; the database refuses what does not add up.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Cents } from '#kernel/money.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Into, PaymentTables, SettlementReason } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<PaymentTables & TrunkTables>()

export interface NewSettlement {
  readonly issuer: number | null
  readonly organisationId: number | null
  readonly entryId?: number
  readonly fromCredit?: boolean
  readonly into: Into
  readonly invoiceId?: number | null
  readonly counterEntryId?: number
  readonly cents: Cents
  readonly settledOn: string
  readonly certain?: boolean
  readonly reasons?: readonly SettlementReason[]
  readonly note?: string
  readonly personId: number
}

/** The database throws (see `isShort`) where an amount is no longer there, or was never. */
export async function insertSettlements(db: Db, rows: readonly NewSettlement[], now: Date): Promise<void> {
  const values = rows.map((row) => ({
    ...{ issuer_id: row.issuer, organisation_id: row.organisationId, entry_id: row.entryId ?? null },
    ...{ from_credit: row.fromCredit ?? false, into_what: row.into, invoice_id: row.invoiceId ?? null },
    ...{ counter_entry_id: row.counterEntryId ?? null, cents: row.cents, settled_on: row.settledOn },
    ...{ certain: row.certain ?? false, reasons: [...(row.reasons ?? [])], note: row.note ?? '' },
    ...{ made_by: row.personId, made_at: now },
  }))
  for (let at = 0; at < values.length; at += 500)
    await tablesOf(db)
      .insertInto('settlement')
      .values(values.slice(at, at + 500))
      .execute()
}

/** True for the refusal of the database that amounts do not add up, or that there is no such invoice or member. */
export const isShort = (error: unknown): boolean => ['23514', '23503'].includes((error as { code?: string }).code ?? '')

export interface Settlement {
  readonly id: number
  readonly organisationId: number | null
  readonly organisationName: string | null
  readonly slug: string | null
  readonly into: Into
  readonly invoiceId: number | null
  readonly number: string | null
  readonly cents: Cents
  readonly certain: boolean
  readonly reasons: readonly SettlementReason[]
  readonly note: string
  readonly undone: boolean
  readonly undoes: boolean
  readonly madeBy: string | null
  readonly madeAt: Date
}

/** What has become of an entry, first things first, also what was taken back; of a return what it took back. */
export const listSettlementsOf = (db: Db, entryId: number, lang: Lang): Promise<Settlement[]> =>
  tablesOf(db)
    .selectFrom('settlement as s')
    .leftJoin('organisation as o', 'o.id', 's.organisation_id')
    .leftJoin('invoice as i', 'i.id', 's.invoice_id')
    .leftJoin('person as p', 'p.id', 's.made_by')
    .select([
      's.id',
      's.organisation_id as organisationId',
      'o.slug',
      's.into_what as into',
      's.invoice_id as invoiceId',
    ])
    .select(['i.number', 's.cents', 's.certain', 's.reasons', 's.note', 'p.name as madeBy', 's.made_at as madeAt'])
    .select([
      organisationName(lang).as('organisationName'),
      sql<boolean>`s.undoes_id is not null`.as('undoes'),
      sql<boolean>`exists (select 1 from settlement u where u.undoes_id = s.id)`.as('undone'),
    ])
    .where((eb) => eb.or([eb('s.entry_id', '=', entryId), eb('s.counter_entry_id', '=', entryId)]))
    .orderBy('s.id')
    .execute()

/** Of the settlement within reach, or the stop `not-found`. */
export async function getSettlement(db: Db, id: number | undefined) {
  const row =
    id === undefined
      ? undefined
      : await tablesOf(db)
          .selectFrom('settlement as s')
          .leftJoin('organisation as o', 'o.id', 's.organisation_id')
          .select(['s.id', 's.entry_id as entryId', 's.undoes_id as undoesId', 's.into_what as into', 'o.slug'])
          .select(sql<string>`s.settled_on::text`.as('settledOn'))
          .where('s.id', '=', id)
          .executeTakeFirst()
  if (row === undefined) throw notFound()
  return row
}

/** `on` left out: on its own day. */
export interface Undoing {
  readonly personId: number
  readonly on?: string
  readonly note?: string
  readonly reasons?: readonly SettlementReason[]
}

/** Takes a settlement back: the same row with the amount below zero. */
export async function insertUndoing(db: Db, id: number, by: Undoing, now: Date): Promise<void> {
  await sql`
    insert into settlement (issuer_id, organisation_id, entry_id, credit_note_id, from_credit, into_what, invoice_id, counter_entry_id, cents, settled_on,
      note, reasons, undoes_id, made_by, made_at)
    select issuer_id, organisation_id, entry_id, credit_note_id, from_credit, into_what, invoice_id, counter_entry_id, -cents,
      coalesce(${by.on ?? null}::date, settled_on), ${by.note ?? ''}, ${[...(by.reasons ?? [])]}::text[], id, ${by.personId}, ${now}
    from settlement where id = ${id}`.execute(db)
}

/**
 * An invoice that a credit note took back would be open again without the payment, and be asked for: the credit that the note
 * has left for the payment is set against it, as the note itself would have been.
 */
export async function setOffTakenBack(
  db: Db,
  entryId: number,
  by: { personId: number; on: string },
  now: Date,
): Promise<void> {
  await sql`
    insert into settlement (issuer_id, organisation_id, from_credit, into_what, invoice_id, cents, settled_on, certain, made_by, made_at)
    select i.issuer_id, i.organisation_id, true, 'invoice', i.id, least(i.open, i.credit), ${by.on}::date, true, ${by.personId}, ${now}
    from (select n.id, n.issuer_id, n.organisation_id, app.credit_of(n.issuer_id, n.organisation_id) as credit,
        n.total_cents - (select coalesce(sum(s.cents), 0) from settlement s where s.invoice_id = n.id) as open
      from invoice n where n.id in (select s.invoice_id from settlement s where s.entry_id = ${entryId})
        and exists (select 1 from invoice c where c.corrects_id = n.id)) i
    where least(i.open, i.credit) > 0`.execute(db)
}

export const listUndoable = async (db: Db, entryId: number): Promise<number[]> => {
  const rows = await tablesOf(db)
    .selectFrom('settlement as s')
    .select('s.id')
    .where('s.entry_id', '=', entryId)
    .where('s.undoes_id', 'is', null)
    .where(sql<boolean>`not exists (select 1 from settlement u where u.undoes_id = s.id)`)
    .orderBy('s.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** To which invoices these gave how much, as far as no credit note took them back. */
export async function listGivenTo(
  db: Db,
  settlements: readonly number[],
): Promise<{ readonly number: string; readonly cents: Cents }[]> {
  const { rows } = await sql<{ number: string; cents: Cents }>`
    select i.number, sum(s.cents)::bigint as cents from settlement s join invoice i on i.id = s.invoice_id
    where s.id = any (${[...settlements]}::int[]) and not exists (select 1 from invoice c where c.corrects_id = i.id)
    group by i.id order by i.id`.execute(db)
  return rows
}
