// What the loader of the demonstration writes; by the system only.
import type { Db } from '#platform/db/database.ts'
import type { RoomEntry, TrunkTables } from '#trunk/tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables>()

/** Names are unique in the files. */
export async function findInventedRoom(system: Db, name: string): Promise<number | undefined> {
  const row = await tablesOf(system)
    .selectFrom('room')
    .select('audience_id as id')
    .where('name', '=', name)
    .where('demonstration', '=', true)
    .executeTakeFirst()
  return row?.id
}

export interface InventedRoom {
  readonly name: string
  readonly aim: string
  readonly lang: string
  readonly concepts: readonly string[]
  readonly entry: RoomEntry
  readonly chatham: boolean
  readonly listedFor: number
  readonly at: Date
  readonly people: readonly { readonly id: number; readonly host: boolean }[]
}

/** Gives its id. */
export async function insertInventedRoom(
  system: Db,
  { people, at, listedFor, ...room }: InventedRoom,
): Promise<number> {
  const tables = tablesOf(system)
  const { id } = await tables
    .insertInto('audience')
    .values({ kind: 'room', forum_id: null, organisation_id: null, created_by: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  const of = { audience_id: id, listed_for: listedFor, created_at: at, demonstration: true }
  await tables
    .insertInto('room')
    .values({ ...room, concepts: [...room.concepts], ...of })
    .execute()
  await tables
    .insertInto('audience_person')
    .values(people.map((person) => ({ audience_id: id, person_id: person.id, host: person.host, since: at })))
    .execute()
  return id
}
