// The few queries of the shared parts that the trunk does not have.
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'

/** Names of persons within the viewer's reach, by id. */
export async function namesOf(db: Db, personIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .withTables<TrunkTables>()
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(personIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Whether this audience is a room under the Chatham House Rule, within the viewer's reach. */
export async function isUnderChatham(db: Db, audienceId: number): Promise<boolean> {
  const room = await db
    .withTables<TrunkTables>()
    .selectFrom('room')
    .select('chatham')
    .where('audience_id', '=', audienceId)
    .executeTakeFirst()
  return room?.chatham === true
}
