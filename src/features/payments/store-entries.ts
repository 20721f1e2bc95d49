// Entries as the office sees them: what came in, what has become of it, and what is left.
import { sql } from 'kysely'
import type { Cents } from '#kernel/money.ts'
import type { PageOf } from '#kernel/page.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import type { Incoming } from './matching.ts'
import type { PaymentTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<PaymentTables>()
const pageSize = 50

/** `out`: money that left; `foreign`: no whole euro cents. Both are shown and never matched. */
export type EntryState = 'open' | 'partly' | 'matched' | 'aside' | 'returned' | 'reversal' | 'out' | 'foreign'

export interface Entry extends Incoming {
  readonly fileId: number
  readonly cents: Cents | null
  readonly amount: string
  readonly currency: string
  readonly valuedOn: string
  /** The day on which its money counts where it is given now. */
  readonly settlesOn: string
  readonly reversal: boolean
  readonly state: EntryState
}

const given = sql`coalesce((select sum(m.cents) from settlement m where m.entry_id = e.id), 0)`
const into = (what: string) =>
  sql`coalesce((select sum(m.cents) from settlement m where m.entry_id = e.id and m.into_what = ${what}), 0)`
const stateOf = sql<EntryState>`case when e.cents is null then 'foreign'
  when e.cents <= 0 then case when exists (select 1 from settlement m where m.counter_entry_id = e.id having coalesce(sum(m.cents), 0) > 0)
    then 'returned' when e.reversal then 'reversal' else 'out' end
  when ${given} = 0 then 'open' when ${given} < e.cents then 'partly'
  when ${into('aside')} = e.cents then 'aside' when ${into('returned')} = e.cents then 'returned' else 'matched' end`

/**
 * The day of the bank; where it stood with members beyond it, and was taken from them by a return that was none, the day from
 * which on it does no more. A year in which one member had it would have it twice.
 */
const settlesOn = sql<string>`(with held as (
    select m.settled_on as day, sum(sum(m.cents)) over (order by m.settled_on) as cents from settlement m
    where m.entry_id = e.id and m.into_what in ('invoice', 'credit') group by m.settled_on)
  select greatest(e.booked_on, min(day)) from held where day > (select max(more.day) from held more
    where more.cents > (select last.cents from held last order by last.day desc limit 1)))::text`

export const entries = (db: Db) =>
  tablesOf(db)
    .selectFrom('bank_entry as e')
    .innerJoin('bank_statement as s', 's.id', 'e.statement_id')
    .select([
      'e.id',
      's.file_id as fileId',
      sql<string>`e.booked_on::text`.as('bookedOn'),
      sql<string>`e.valued_on::text`.as('valuedOn'),
      sql<string>`coalesce(${settlesOn}, e.booked_on::text)`.as('settlesOn'),
      'e.cents',
      'e.amount',
      'e.currency',
      'e.name',
      'e.iban',
      'e.text',
      'e.reference',
      'e.reversal',
      sql<Cents>`(greatest(coalesce(e.cents, 0), 0) - ${given})::bigint`.as('leftCents'),
      sql<boolean>`e.twin_id is not null`.as('perhapsTwice'),
      stateOf.as('state'),
    ])

const ofIssuer = (issuer: number | null) => sql<boolean>`coalesce(e.issuer_id, 0) = ${issuer ?? 0}`
const isOpen = sql<boolean>`e.cents > 0 and e.cents > ${given}`
/** Also what the bank took back, as long as nobody said which payment, and there is one that it may be. */
export const isWaiting = sql<boolean>`(${isOpen} or (e.reversal and e.cents < 0
  and coalesce((select sum(m.cents) from settlement m where m.counter_entry_id = e.id), 0) = 0
  and exists (select 1 from bank_entry p where p.issuer_id is not distinct from e.issuer_id and p.cents = -e.cents and p.booked_on <= e.booked_on
    and coalesce((select sum(m.cents) from settlement m where m.entry_id = p.id and m.into_what = 'returned'), 0) = 0)))`

/** All that is not matched yet, oldest first. */
export const listOpenEntries = (db: Db, issuer: number | null): Promise<Entry[]> =>
  entries(db).where(ofIssuer(issuer)).where(isOpen).orderBy('e.booked_on').orderBy('e.id').execute()

/** What a person must look at: payments that belong to nobody yet, and returns. */
export const listWaitingEntries = (db: Db, issuer: number | null): Promise<Entry[]> =>
  entries(db).where(ofIssuer(issuer)).where(isWaiting).orderBy('e.booked_on').orderBy('e.id').execute()

export async function countWaitingEntries(db: Db, issuer: number | null): Promise<number> {
  const { count } = await tablesOf(db)
    .selectFrom('bank_entry as e')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(ofIssuer(issuer))
    .where(isWaiting)
    .executeTakeFirstOrThrow()
  return count
}

export async function listEntriesOf(db: Db, fileId: number, number: number): Promise<PageOf<Entry>> {
  const { total } = await tablesOf(db)
    .selectFrom('bank_entry as e')
    .innerJoin('bank_statement as s', 's.id', 'e.statement_id')
    .select(sql<number>`count(*)::int`.as('total'))
    .where('s.file_id', '=', fileId)
    .executeTakeFirstOrThrow()
  const items = await entries(db)
    .where('s.file_id', '=', fileId)
    .orderBy('s.id')
    .orderBy('e.place')
    .limit(pageSize)
    .offset((number - 1) * pageSize)
    .execute()
  return { items, number, size: pageSize, total }
}

export const listStatementsOf = (db: Db, fileId: number) =>
  tablesOf(db)
    .selectFrom('bank_statement')
    .select(['id', 'number', 'iban', 'opening_cents as openingCents', 'closing_cents as closingCents'])
    .select(['gap_cents as gapCents', 'left_out as leftOut', 'known', 'currency'])
    .where('file_id', '=', fileId)
    .orderBy('id')
    .execute()

/** The entry within reach, or the stop `not-found`. */
export async function getEntry(db: Db, id: number | undefined): Promise<Entry> {
  const entry = id === undefined ? undefined : await entries(db).where('e.id', '=', id).executeTakeFirst()
  if (entry === undefined) throw notFound()
  return entry
}
