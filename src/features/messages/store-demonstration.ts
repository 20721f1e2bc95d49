// What the loader of the demonstration writes; by the system only.
import type { Db } from '#platform/db/database.ts'
import { type InventedPerson, insertInventedContribution } from '#trunk/demonstration.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { MessageTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables & MessageTables>()

export interface InventedMessage {
  readonly author: InventedPerson
  readonly reader: InventedPerson
  readonly title: string
  readonly lang: string
  readonly at: Date
}

/** With an audience of the two; gives its id and the audience's. */
export async function insertInventedMessage(
  system: Db,
  { author, reader, title, lang, at }: InventedMessage,
): Promise<{ readonly id: number; readonly audienceId: number }> {
  const tables = tablesOf(system)
  const { id: audienceId } = await tables
    .insertInto('audience')
    .values({ kind: 'persons', forum_id: null, organisation_id: null, created_by: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  const both = [author, reader]
  await tables
    .insertInto('audience_person')
    .values(both.map((person) => ({ audience_id: audienceId, person_id: person.id })))
    .execute()
  const id = await insertInventedContribution(system, {
    kind: 'message',
    title,
    summary: '',
    lang,
    author,
    audienceId,
    at,
  })
  await tables.insertInto('message').values({ contribution_id: id, to_id: reader.id }).execute()
  await tables
    .insertInto('watch')
    .values(both.map((person) => ({ person_id: person.id, contribution_id: id })))
    .execute()
  return { id, audienceId }
}
