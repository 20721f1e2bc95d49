// Since when a contribution has been within somebody's reach: the facts say when it was first shown to which audience.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from './tables.ts'

/**
 * For the contribution that the query calls `c`: when it was published or, where it was widened later, when it first came to
 * an audience of `reached` (an int[]). Edits change nothing about it, nor does narrowing and widening again. Whoever joins
 * later finds what lay there as old as it is. The clock of the app may be behind the database's by a minute.
 */
export const arrivedAt = (reached: RawBuilder<unknown>): RawBuilder<Date> => sql<Date>`greatest(c.published_at, (
  select min(f.at) from fact f where f.contribution_id = c.id and f.at >= c.published_at - interval '1 minute'
    and f.audience_id = any (${reached})))`

/** In the words of the policies: the audiences of whoever this transaction was entered as. */
const ownAudiences = sql`(select app.audiences())::int[]`

/**
 * The contribution `c` came within the viewer's reach after this moment. Only what was published or told of since is looked
 * at: the cost follows what happened, not what there is.
 */
export const arrivedSince = (since: Date): RawBuilder<boolean> => sql<boolean>`(c.published_at > ${since}
  or c.id = any (array(select f.contribution_id from fact f where f.at > ${since} and f.audience_id = any (${ownAudiences}))))
  and ${arrivedAt(ownAudiences)} > ${since}`

/** Those of these contributions that came within the viewer's reach after this moment. */
export async function listArrivedSince(db: Db, ids: readonly number[], since: Date): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .withTables<TrunkTables>()
    .selectFrom('contribution as c')
    .select('c.id')
    .where('c.id', 'in', ids)
    .where('c.state', '=', 'published')
    .where(arrivedSince(since))
    .execute()
  return new Set(rows.map(({ id }) => id))
}
