// As the system: a letter on its way to each of its recipients, what became of it there, and what the letter is by that.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { closeLetter } from './store-sending.ts'
import type { DeliveryState, LetterState, PaymentTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<PaymentTables>()

/** Once to each; gives those that are new. */
export async function insertDeliveries(
  db: Db,
  reminderId: number,
  recipients: readonly (number | null)[],
): Promise<number[]> {
  const rows = await tablesOf(db)
    .insertInto('reminder_delivery')
    .values(recipients.map((person) => ({ reminder_id: reminderId, person_id: person })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export interface Delivery {
  readonly id: number
  readonly reminderId: number
  /** The address of this moment; null: there is none, or whoever it was for has another duty. */
  readonly to: string | null
}

/** While it waits; held for this transaction, so that nobody else sends it at the same moment. */
export async function findDelivery(db: Db, id: number): Promise<Delivery | undefined> {
  const { rows } = await sql<Delivery>`
    select d.id, d.reminder_id as "reminderId", case when d.person_id is null
      then (select nullif(b.email, '') from billing b where b.organisation_id = m.organisation_id)
      else (select p.email from person p where p.id = d.person_id and p.organisation_id = m.organisation_id and p.role = 'coordinator' and p.left_at is null)
      end as "to"
    from reminder_delivery d join reminder m on m.id = d.reminder_id where d.id = ${id} and d.state = 'waiting' for update of d`.execute(
    db,
  )
  return rows[0]
}

/** Of letters decided before this moment; those that were tried longest ago first. */
export async function listLeft(system: Db, before: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select d.id from reminder_delivery d join reminder m on m.id = d.reminder_id join reminder_round r on r.id = m.round_id
    where d.state = 'waiting' and r.made_at < ${before}
    order by d.failed_at nulls first, d.id limit 500`.execute(system)
  return rows.map(({ id }) => id)
}

/** The letter is out when one recipient has it; it is given up when none is left who may get it. */
export async function closeDelivery(
  db: Db,
  { id, reminderId }: Pick<Delivery, 'id' | 'reminderId'>,
  state: Exclude<DeliveryState, 'waiting'>,
  now: Date,
): Promise<void> {
  await tablesOf(db).updateTable('reminder_delivery').set({ state, done_at: now }).where('id', '=', id).execute()
  const { rows } = await sql<{ letter: LetterState }>`
    select case when bool_or(state = 'sent') then 'sent' when bool_or(state = 'waiting') then 'waiting'
      when bool_or(state = 'undelivered') then 'undelivered' when bool_or(state = 'stopped') then 'stopped' else 'no-address' end as letter
    from reminder_delivery where reminder_id = ${reminderId}`.execute(db)
  const letter = rows[0]?.letter ?? 'waiting'
  if (letter !== 'waiting') await closeLetter(db, reminderId, letter, now)
}

/** As long as mail servers try, too: a weekend without one loses no letter. */
const givenUpAfter = 5 * 24 * 60 * 60_000

/** No mail server took it: noted, and given up where that has been so for days. */
export const noteFailure = (system: Db, id: number, now: Date): Promise<void> =>
  system.transaction().execute(async (db) => {
    const failed = await tablesOf(db)
      .updateTable('reminder_delivery')
      .set({ failed_since: sql<Date>`coalesce(failed_since, ${now}::timestamptz)`, failed_at: now })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .returning(['id', 'reminder_id as reminderId', 'failed_since as since'])
      .executeTakeFirst()
    if (failed?.since && now.getTime() - failed.since.getTime() >= givenUpAfter)
      await closeDelivery(db, failed, 'undelivered', now)
  })
