// Whom a city's coordinator named to answer for it; nobody else's business, and no row for anybody else.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { PollTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PollTables>()

export interface Colleague {
  readonly id: number
  readonly name: string
}

export const findNamed = (db: Db, pollId: number, organisationId: number): Promise<Colleague | undefined> =>
  tablesOf(db)
    .selectFrom('poll_colleague as k')
    .innerJoin('person as p', 'p.id', 'k.person_id')
    .select(['p.id', 'p.name'])
    .where('k.contribution_id', '=', pollId)
    .where('k.organisation_id', '=', organisationId)
    .where('p.left_at', 'is', null)
    .executeTakeFirst()

/** Persons of this city whom the poll reaches: all of them, or those in the room. */
export const listColleagues = (db: Db, pollId: number, organisationId: number): Promise<Colleague[]> =>
  tablesOf(db)
    .selectFrom('person as p')
    .select(['p.id', 'p.name'])
    .where('p.organisation_id', '=', organisationId)
    .where('p.left_at', 'is', null)
    .where(
      sql<boolean>`exists (select 1 from contribution c join audience a on a.id = c.audience_id where c.id = ${pollId}
        and (a.kind in ('network', 'forum') or exists (select 1 from audience_person ap where ap.audience_id = a.id and ap.person_id = p.id)))`,
    )
    .orderBy('p.name')
    .limit(500)
    .execute()

/** Undefined: nobody in particular. */
export async function setNamed(
  db: Db,
  pollId: number,
  by: { readonly id: number; readonly organisationId: number },
  personId: number | undefined,
): Promise<void> {
  await tablesOf(db)
    .deleteFrom('poll_colleague')
    .where('contribution_id', '=', pollId)
    .where('organisation_id', '=', by.organisationId)
    .execute()
  if (personId === undefined) return
  await tablesOf(db)
    .insertInto('poll_colleague')
    .values({
      contribution_id: pollId,
      organisation_id: by.organisationId,
      person_id: personId,
      named_by: by.id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
