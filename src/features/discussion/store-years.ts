// Replies between a city and others by civil year.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { inYear } from '#trunk/years.ts'

export interface RepliesIn {
  /** To contributions of others. */
  readonly given: number
  /** From others, to its own contributions. */
  readonly received: number
  /** Other organisations that it exchanged replies with. */
  readonly partners: number
}

/** As far as they reach the viewer; what was taken back does not count. */
export async function countRepliesIn(db: Db, organisationId: number, year: number): Promise<RepliesIn> {
  const { rows } = await sql<RepliesIn>`
    select count(*) filter (where r.organisation_id = ${organisationId})::int as given,
      count(*) filter (where c.organisation_id = ${organisationId})::int as received,
      count(distinct case when r.organisation_id = ${organisationId} then c.organisation_id else r.organisation_id end)::int as partners
    from reply r join contribution c on c.id = r.contribution_id
    where r.withdrawn_at is null and c.state = 'published' and not app.is_confided(c.kind) and r.organisation_id <> c.organisation_id
      and ${organisationId} in (r.organisation_id, c.organisation_id) and ${inYear('r.created_at', year)}`.execute(
    db.withTables<TrunkTables>(),
  )
  return rows[0] ?? { given: 0, received: 0, partners: 0 }
}
