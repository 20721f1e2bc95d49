// Asking for erasure as oneself; everything after it as the system.
import { type RawBuilder, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { DeclaredColumn } from './personal.ts'
import type { PrivacyTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<PrivacyTables>()

export interface Erasure {
  readonly askedAt: Date
  readonly dueAt: Date | null
}

/** One's own, or undefined. */
export const findErasure = (db: Db): Promise<Erasure | undefined> =>
  tablesOf(db)
    .selectFrom('erasure')
    .select(['asked_at as askedAt', 'due_at as dueAt'])
    .where('person_id', '=', sql<number>`app.person()`)
    .executeTakeFirst()

/** A duty that the last one in it hands over first: coordinating a city or working in an office, or looking after a room. */
export type LastDuty = 'role' | 'host'

/** One's own; undefined where nothing is to be handed over. */
export async function findLastDuty(db: Db): Promise<LastDuty | undefined> {
  const { rows } = await sql<{ duty: LastDuty | null }>`select app.own_last_duty() as duty`.execute(db)
  return rows[0]?.duty ?? undefined
}

/** Asked anew it begins anew, with another mail; what is confirmed stays. */
export async function insertErasure(db: Db, personId: number): Promise<boolean> {
  const found = await findErasure(db)
  if (found?.dueAt) return false
  if (found !== undefined) await deleteErasure(db, personId)
  await tablesOf(db).insertInto('erasure').values({ person_id: personId }).execute()
  return true
}

export async function deleteErasure(db: Db, personId: number): Promise<boolean> {
  const result = await tablesOf(db).deleteFrom('erasure').where('person_id', '=', personId).executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Gives the moment at which it is done; undefined where the link is old, used or another's. */
export async function confirmErasure(db: Db, hash: string): Promise<Date | undefined> {
  const { rows } = await sql<{ due: Date | null }>`select app.confirm_erasure(${hash}) as due`.execute(db)
  return rows[0]?.due ?? undefined
}

export interface Leaving {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly cityName: string
  readonly dueAt: Date | null
}

const leaving = (system: Db, where: RawBuilder<unknown>) =>
  sql<Leaving>`select p.id, p.name, p.email, p.lang, coalesce(o.names ->> p.lang, o.name) as "cityName", e.due_at as "dueAt"
    from erasure e join person p on p.id = e.person_id join organisation o on o.id = p.organisation_id
    where p.erased_at is null and ${where}`.execute(system)

export const findLeaving = async (system: Db, personId: number): Promise<Leaving | undefined> =>
  (await leaving(system, sql`p.id = ${personId}`)).rows[0]

/** False where one was made before: its mail was written with it. */
export async function keepTokenHash(system: Db, personId: number, hash: string): Promise<boolean> {
  const change = tablesOf(system).updateTable('erasure').set({ token_hash: hash }).where('token_hash', 'is', null)
  const { numUpdatedRows } = await change.where('person_id', '=', personId).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whose waiting time is over, those left out who are the last in a duty by now. */
export const listDue = async (system: Db, now: Date): Promise<readonly Leaving[]> =>
  (await leaving(system, sql`e.due_at <= ${now} and app.last_duty_of(p.id) is null`)).rows

/** Asked, and never confirmed. */
export const forgetUnconfirmed = (system: Db, before: Date): Promise<unknown> =>
  tablesOf(system).deleteFrom('erasure').where('due_at', 'is', null).where('asked_at', '<', before).execute()

/** Holds the row, so that who takes it back in this moment is either in time or too late. */
export async function holdDue(db: Db, personId: number, now: Date): Promise<boolean> {
  const { rows } =
    await sql`select 1 from erasure where person_id = ${personId} and due_at <= ${now} for update`.execute(db)
  return rows.length === 1
}

/** Drafts that nobody else writes, with all that hangs on them; gives the places of their files. */
export async function deleteDrafts(db: Db, personId: number): Promise<string[]> {
  const { rows } = await sql<{ storedAs: string }>`select stored_as as "storedAs" from attachment
    where contribution_id = any (app.drafts_of(${personId}))`.execute(db)
  await sql`select app.delete_with_all('contribution', app.drafts_of(${personId}))`.execute(db)
  await sql`delete from co_author where person_id = ${personId} and joined_at is null`.execute(db)
  return rows.map(({ storedAs }) => storedAs)
}

const ownRows = ({ by, column, where }: DeclaredColumn, person: Leaving) => {
  const own =
    by === 'address' ? sql`lower(${sql.ref(column)}) = lower(${person.email})` : sql`${sql.ref(column)} = ${person.id}`
  return where === 'unless-shared' ? sql`${own} and audience_id is null` : own
}

/** As the column is declared. Names of tables and columns are our own words, from the manifests. */
export async function eraseColumn(db: Db, declared: DeclaredColumn, person: Leaving): Promise<void> {
  const { table, column, erasure } = declared
  if (erasure === 'keep') return
  const rows = ownRows(declared, person)
  if (erasure === 'delete') await sql`delete from ${sql.table(table)} where ${rows}`.execute(db)
  else if (erasure === 'empty')
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where ${rows}`.execute(db)
  else
    await sql`update ${sql.table(table)} set ${sql.join(erasure.map((name) => sql`${sql.ref(name)} = ''`))} where ${rows}`.execute(
      db,
    )
}

/** The row stays, for what the city shared; nobody's name and address stand in it. */
export async function emptyPerson(db: Db, { id }: Leaving, name: string, now: Date): Promise<void> {
  await sql`update person set name = ${name}, slug = ${`former-${id}`}, email = ${`former-${id}@erased.invalid`},
    role = 'colleague', forum_id = null, left_at = coalesce(left_at, ${now}), erased_at = ${now} where id = ${id}`.execute(
    db,
  )
}

/** What was written down for ever lets go of a name in this transaction only. */
export const beginErasing = (db: Db): Promise<unknown> => sql`select set_config('app.erasing', 'on', true)`.execute(db)

/** By an address, also of somebody who has left; the one who is still here first. `last`: the last one in a duty. */
export async function findPersonToErase(
  system: Db,
  email: string,
): Promise<{ readonly id: number; readonly name: string; readonly last: boolean } | undefined> {
  const { rows } = await sql<{ id: number; name: string; last: boolean }>`
    select id, name, app.last_duty_of(id) is not null as last from person
    where lower(email) = lower(${email}) and erased_at is null order by left_at nulls first limit 1`.execute(system)
  return rows[0]
}

export const insertDue = (system: Db, personId: number, now: Date): Promise<unknown> =>
  sql`insert into erasure (person_id, confirmed_at, due_at) values (${personId}, ${now}, ${now})
    on conflict (person_id) do update set confirmed_at = excluded.confirmed_at, due_at = excluded.due_at`.execute(
    system,
  )
