// The last visit: the end of the last day on which somebody was here, before today. What is read today stays new until tomorrow.
import { sql } from 'kysely'
import { dayOf } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables>()

export interface Visit {
  readonly lastAt: Date
  readonly beforeAt: Date | null
}

/** Uses are written some minutes late: if the newest is of today already, the visit before it counts. */
export const lastVisitBefore = ({ lastAt, beforeAt }: Visit, now: Date): Date | undefined =>
  dayOf(lastAt) === dayOf(now) ? (beforeAt ?? undefined) : lastAt

/** Undefined for visitors and for whoever is here for the first time: nothing can be new to them, or everything is. */
export async function findLastVisit(db: Db, viewer: Viewer, now: Date): Promise<Date | undefined> {
  if (viewer.person === undefined) return undefined
  const visit = await tablesOf(db)
    .selectFrom('visit')
    .select(['last_at as lastAt', 'before_at as beforeAt'])
    .where('person_id', '=', viewer.person.id)
    .executeTakeFirst()
  return visit === undefined ? undefined : lastVisitBefore(visit, now)
}

/** Days begin at midnight in the network's zone, as they are shown. */
const dayIn = (moment: string) => sql`(${sql.ref(moment)} at time zone 'Europe/Brussels')::date`

/** As the system: `uses` tells when a session was last used, by the digest of its secret. A program's token is no visit. */
export async function noteVisits(system: Db, uses: ReadonlyMap<string, Date>): Promise<void> {
  const list = JSON.stringify([...uses].map(([hash, at]) => ({ hash, at })))
  await sql`
    insert into visit (person_id, last_at)
    select s.person_id, max(noted.at) from json_to_recordset(${list}::json) as noted(hash text, at timestamptz)
      join session s on s.token_hash = noted.hash group by s.person_id
    on conflict (person_id) do update set last_at = excluded.last_at,
      before_at = case when ${dayIn('visit.last_at')} < ${dayIn('excluded.last_at')} then visit.last_at else visit.before_at end
      where visit.last_at < excluded.last_at`.execute(tablesOf(system))
}
