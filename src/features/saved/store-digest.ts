// What saved searches say in the digest: as its reader, who may see nothing but their own; and, as the system, that it was told.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Gathered } from '#platform/digest-parts.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { concerns, wantsOnlyCity, wasNoticed } from '../notices/public.ts'
import type { SavedTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<SavedTables & TrunkTables>()

/** In which rhythms these persons want any of their searches gathered. */
export async function listGathered(db: Db, personIds: readonly number[]): Promise<ReadonlyMap<number, Gathered[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await tablesOf(db)
    .selectFrom('saved_search')
    .select('person_id as personId')
    .select(sql<Gathered[]>`array_agg(distinct rhythm)`.as('rhythms'))
    .where('person_id', 'in', [...personIds])
    .where('rhythm', 'in', ['daily', 'weekly'])
    .groupBy('person_id')
    .execute()
  return new Map(rows.map(({ personId, rhythms }) => [personId, rhythms]))
}

export interface GatheredThing {
  readonly contributionId: number
  /** Names of those that it answers. */
  readonly searches: readonly string[]
}

/** As the reader: not told yet by any mail, nor read as a notice; the newest first. */
export async function listGatheredThings(
  db: Db,
  rhythms: readonly Gathered[],
  most: number,
): Promise<readonly GatheredThing[]> {
  const { rows } = await sql<GatheredThing>`
    select m.contribution_id as "contributionId", array_agg(s.name order by s.name, s.id) as searches
    from saved_search s join saved_match m on m.saved_search_id = s.id join contribution c on c.id = m.contribution_id
    where s.rhythm = any (${[...rhythms]}::text[]) and m.told_at is null and m.matched_at > s.alerts_from and c.state = 'published'
      and not coalesce(c.author_id = any ((select app.kept_away())::int[]), false) and not ${wasNoticed(sql`c.id`)}
      and (not ${wantsOnlyCity(sql`s.person_id`)}
        or ${concerns(sql`(select me.organisation_id from person me where me.id = s.person_id)`)})
    group by m.contribution_id order by max(m.matched_at) desc, m.contribution_id limit ${most}`.execute(tablesOf(db))
  return rows
}

/** One mail to one person at a time, over all processes, until the transaction ends: whoever waited sees what was told. */
export async function holdMails(transaction: Db, personId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(7013851, ${personId}::int)`.execute(transaction)
}

/** A thing that one mail told of is told by none of this person's searches again. */
export async function markTold(transaction: Db, personId: number, told: readonly number[], now: Date): Promise<void> {
  if (told.length === 0) return
  await tablesOf(transaction)
    .updateTable('saved_match')
    .set({ told_at: now })
    .where('contribution_id', 'in', [...told])
    .where('told_at', 'is', null)
    .where('saved_search_id', 'in', (where) =>
      where.selectFrom('saved_search').select('id').where('person_id', '=', personId),
    )
    .execute()
}

/** As the person: no more of it in digests; what comes at once goes on coming. */
export async function endGathered(db: Db): Promise<void> {
  await tablesOf(db)
    .updateTable('saved_search')
    .set({ rhythm: 'never' })
    .where('rhythm', 'in', ['daily', 'weekly'])
    .execute()
}
