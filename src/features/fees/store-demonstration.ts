// What loading the demonstration's scales asks and writes, as the system.
import type { Db } from '#platform/db/database.ts'
import { tablesOf } from './store.ts'
import type { NewDecision } from './store-writing.ts'

export const hasScales = async (db: Db): Promise<boolean> =>
  (await tablesOf(db).selectFrom('fee_scale').select('id').limit(1).executeTakeFirst()) !== undefined

const idOf = async (found: Promise<{ id: number }>): Promise<number> => (await found).id

export const findForum = (db: Db, slug: string): Promise<number> =>
  idOf(tablesOf(db).selectFrom('forum').select('id').where('slug', '=', slug).executeTakeFirstOrThrow())

/** Only persons of the demonstration: nobody real is said to have decided something. */
export const findInvented = (db: Db, slug: string): Promise<number> =>
  idOf(
    tablesOf(db)
      .selectFrom('person')
      .select('id')
      .where('slug', '=', slug)
      .where('invented', '=', true)
      .executeTakeFirstOrThrow(),
  )

export const insertDatedDecision = (
  db: Db,
  { scaleId, decision, personId, at }: Omit<NewDecision, 'reason'> & { readonly at: Date },
): Promise<unknown> =>
  tablesOf(db).insertInto('fee_decision').values({ scale_id: scaleId, decision, person_id: personId, at }).execute()
