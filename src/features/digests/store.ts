// Digests of persons: which are raised, the next one to send, what earlier ones said. As the system, but for one's own last ones.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Due, LastDigests } from './due.ts'
import { countIn, type Said } from './edition.ts'
import type { DigestTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & DigestTables & Pick<MailTables, 'paused_address'>>()

const lastOf = (db: Db) =>
  tablesOf(db)
    .selectFrom('digest')
    .select([
      sql<string | null>`max(day)::text`.as('lastDay'),
      sql<string | null>`(max(day) filter (where weekly))::text`.as('lastWeekly'),
    ])

/** Of these persons, by their numbers. */
export async function listLast(system: Db, personIds: readonly number[]): Promise<ReadonlyMap<number, LastDigests>> {
  if (personIds.length === 0) return new Map()
  const rows = await lastOf(system)
    .select('person_id as personId')
    .where('person_id', 'in', [...personIds])
    .groupBy('person_id')
    .execute()
  return new Map(rows.map(({ personId, ...last }) => [personId, last]))
}

/** One's own. */
export const findOwnLast = (db: Db, personId: number): Promise<LastDigests> =>
  lastOf(db).where('person_id', '=', personId).executeTakeFirstOrThrow()

/** A second time for the same day changes nothing. */
export async function insertDigests(
  system: Db,
  raised: readonly (Due & { readonly personId: number })[],
  now: Date,
): Promise<void> {
  if (raised.length === 0) return
  await tablesOf(system)
    .insertInto('digest')
    .values(raised.map(({ personId, day, weekly }) => ({ person_id: personId, day, weekly, raised_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Hours for which a digest is tried: yesterday's newspaper is read by nobody. */
const hoursToTry = 20
const isDue = (now: Date) => sql<boolean>`closed_at is null and (next_at is null or next_at <= ${now})
  and raised_at >= ${new Date(now.getTime() - hoursToTry * 3_600_000)}`

/** Whether there is one to be tried now. */
export async function hasOpen(system: Db, now: Date): Promise<boolean> {
  const row = await tablesOf(system).selectFrom('digest').select('id').where(isDue(now)).limit(1).executeTakeFirst()
  return row !== undefined
}

export interface OpenDigest {
  readonly id: number
  readonly personId: number
  readonly day: string
  readonly weekly: boolean
}

/** The next that nobody else is at; theirs until the transaction ends. */
export const takeOpen = (transaction: Db, now: Date): Promise<OpenDigest | undefined> =>
  tablesOf(transaction)
    .selectFrom('digest')
    .select(['id', 'person_id as personId', sql<string>`day::text`.as('day'), 'weekly'])
    .where(isDue(now))
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

/** `keys`: what the mail told; undefined: there was nothing to send. */
export async function closeDigest(transaction: Db, id: number, now: Date, keys?: readonly string[]): Promise<void> {
  const sent = keys === undefined ? {} : { mailed_at: now, keys: [...keys] }
  await tablesOf(transaction)
    .updateTable('digest')
    .set({ closed_at: now, ...sent })
    .where('id', '=', id)
    .execute()
}

const mostTries = 5
/** Minutes: at the latest the next hour looks for it again. */
const pause = 30

/** It could not be written: later again, or no more. True: it was given up; what it would have told stands in the next one. */
export async function postponeDigest(system: Db, id: number, now: Date): Promise<boolean> {
  const row = await tablesOf(system)
    .updateTable('digest')
    .set({
      tries: sql`tries + 1`,
      next_at: new Date(now.getTime() + pause * 60_000),
      closed_at: sql<Date>`case when tries + 1 >= ${mostTries} then ${now}::timestamptz end`,
    })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .returning('closed_at')
    .executeTakeFirst()
  return (row?.closed_at ?? null) !== null
}

const daysRemembered = 31

/** What digests of the last weeks told this person; also asked by themselves. */
export async function listSaid(db: Db, personId: number, now: Date): Promise<Said> {
  const { rows } = await sql<{ key: string }>`
    select key from digest, unnest(keys) key
    where person_id = ${personId} and mailed_at > ${new Date(now.getTime() - daysRemembered * 86_400_000)}
    group by key order by max(mailed_at)`.execute(tablesOf(db))
  return new Map(rows.map(({ key }) => countIn(key)))
}

export interface Recipient {
  readonly name: string
  readonly email: string
  readonly lang: Lang
}

export const findRecipient = (system: Db, personId: number): Promise<Recipient | undefined> =>
  tablesOf(system)
    .selectFrom('person')
    .select(['name', 'email', 'lang'])
    .where('id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst()

/** Those of these persons to whose address nothing is sent for now. */
export async function listPaused(system: Db, personIds: readonly number[]): Promise<ReadonlySet<number>> {
  if (personIds.length === 0) return new Set()
  const rows = await tablesOf(system)
    .selectFrom('person as p')
    .innerJoin('paused_address as a', (join) => join.on(sql<boolean>`a.email = lower(p.email)`))
    .select('p.id')
    .where('p.id', 'in', [...personIds])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export const forgetDigests = (system: Db, before: Date): Promise<unknown> =>
  tablesOf(system).deleteFrom('digest').where('raised_at', '<', before).execute()
