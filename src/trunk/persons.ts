// Persons as others name them.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from './tables.ts'

export interface NamedPerson {
  readonly id: number
  readonly name: string
  readonly organisationId: number
}

/** Persons of the network within the viewer's reach by their full names, whatever the case; who has left is not among them, nor are guests of a room. */
export const findPersonsByName = (db: Db, names: readonly string[]): Promise<NamedPerson[]> =>
  names.length === 0
    ? Promise.resolve([])
    : db
        .withTables<TrunkTables>()
        .selectFrom('person')
        .select(['id', 'name', 'organisation_id as organisationId'])
        .where('left_at', 'is', null)
        .where('guest', '=', false)
        .where(sql<boolean>`lower(name) = any(${names.map((name) => name.toLowerCase())}::text[])`)
        .execute()
