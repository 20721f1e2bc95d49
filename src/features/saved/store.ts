// My saved searches, as myself: row-level security shows nobody else's.
import { type RawBuilder, sql } from 'kysely'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { ListedSearch, Rhythm, SavedFilters, SavedSearch } from './saved-search.ts'
import type { SavedTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<SavedTables & TrunkTables>()

const query = (db: Db) =>
  tablesOf(db)
    .selectFrom('saved_search as s')
    .select(['s.id', 's.name', 's.text', 's.filters', 's.rhythm', 's.looked_at as lookedAt'])

/** Published things within reach that matched since the person looked. */
const freshMatches = (db: Db) =>
  tablesOf(db)
    .selectFrom('saved_match as m')
    .innerJoin('contribution as c', 'c.id', 'm.contribution_id')
    .where('c.state', '=', 'published')

export const listSearches = (db: Db): Promise<ListedSearch[]> =>
  query(db)
    .select(({ selectFrom }) =>
      selectFrom('saved_match as m')
        .innerJoin('contribution as c', 'c.id', 'm.contribution_id')
        .whereRef('m.saved_search_id', '=', 's.id')
        .whereRef('m.matched_at', '>', 's.looked_at')
        .where('c.state', '=', 'published')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .$castTo<number>()
        .as('fresh'),
    )
    .orderBy('s.id', 'desc')
    .$castTo<ListedSearch>()
    .execute()

export async function findSearch(db: Db, id: number | undefined): Promise<SavedSearch | undefined> {
  return id === undefined ? undefined : query(db).where('s.id', '=', id).executeTakeFirst()
}

/** Another person's is not found. */
export async function getSearch(db: Db, id: number | undefined): Promise<SavedSearch> {
  const found = await findSearch(db, id)
  if (found === undefined) throw notFound()
  return found
}

const sameSearch = (text: string, filters: SavedFilters): RawBuilder<boolean> =>
  sql<boolean>`s.text = ${text} and s.filters = ${JSON.stringify(filters)}::jsonb`

export const findSameSearch = (db: Db, text: string, filters: SavedFilters): Promise<SavedSearch | undefined> =>
  query(db).where(sameSearch(text, filters)).executeTakeFirst()

export async function countSearches(db: Db): Promise<number> {
  const row = await tablesOf(db)
    .selectFrom('saved_search')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** Two clicks of one person come one after the other, so that a limit holds. */
export async function waitForOwnActs(db: Db, personId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(7013850, ${personId}::int)`.execute(db)
}

export interface FreshSearch {
  readonly personId: number
  readonly name: string
  readonly text: string
  readonly lang: string
  readonly filters: SavedFilters
  readonly keys: readonly number[]
}

export async function insertSearch(db: Db, { personId, ...fresh }: FreshSearch): Promise<number> {
  const { id } = await tablesOf(db)
    .insertInto('saved_search')
    .values({ ...fresh, person_id: personId, filters: JSON.stringify(fresh.filters), keys: [...fresh.keys] })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function changeSearch(db: Db, id: number, change: { name?: string; rhythm: Rhythm }): Promise<void> {
  await tablesOf(db).updateTable('saved_search').set(change).where('id', '=', id).execute()
}

/** What matched until now is seen, or no news. By the clock of the database, as matches are: two clocks would lose some. */
export async function beginNow(db: Db, id: number, column: 'looked_at' | 'alerts_from'): Promise<void> {
  await sql`update saved_search set ${sql.ref(column)} = now() where id = ${id}`.execute(db)
}

export async function deleteSearch(db: Db, id: number): Promise<void> {
  await tablesOf(db).deleteFrom('saved_search').where('id', '=', id).execute()
}

/** No more mails about these, as far as they are one's own. */
export async function endAlerts(db: Db, ids: readonly number[]): Promise<void> {
  await tablesOf(db).updateTable('saved_search').set({ rhythm: 'never' }).where('id', 'in', ids).execute()
}

export const listSearchesById = (db: Db, ids: readonly number[]): Promise<SavedSearch[]> =>
  query(db).where('s.id', 'in', ids).orderBy('s.id').execute()

export interface FreshThing {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly lang: string
  readonly total: number
}

/** What is new for one saved search, the newest first; `total` counts also what is left out. */
export const listFresh = (db: Db, { id, lookedAt }: SavedSearch, most: number): Promise<FreshThing[]> =>
  freshMatches(db)
    .select(['c.id', 'c.kind', 'c.title', 'c.lang', sql<number>`count(*) over ()`.as('total')])
    .where('m.saved_search_id', '=', id)
    .where('m.matched_at', '>', lookedAt)
    .orderBy('m.matched_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(most)
    .execute()

/** How much is new over all of mine, each thing once. */
export async function countFresh(db: Db): Promise<number> {
  const row = await freshMatches(db)
    .innerJoin('saved_search as s', 's.id', 'm.saved_search_id')
    .whereRef('m.matched_at', '>', 's.looked_at')
    .select(sql<number>`count(distinct c.id)`.as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}
