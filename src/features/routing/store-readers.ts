// Who reads along and can be asked: as the system, reach judged for each of them.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { RoutingTables } from './tables.ts'

export interface Reader {
  readonly personId: number
  readonly organisationId: number
  readonly country: string
  /** In which they read this site. */
  readonly lang: string
  /** The audiences that reach them. */
  readonly reached: readonly number[]
  readonly askedLately: number
}

const tablesOf = (system: Db) => system.withTables<TrunkTables & RoutingTables>()

/** These persons, and the coordinators of these cities: nobody of an office, nobody who wants a pause, nobody it does not reach. */
export async function listReaders(
  system: Db,
  wanted: {
    readonly audienceId: number
    readonly persons: readonly number[]
    readonly organisations: readonly number[]
    readonly today: string
    readonly since: Date
  },
): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    select * from (
      select p.id as "personId", p.organisation_id as "organisationId", o.country, p.lang,
        string_to_array(app.audiences_of(p.id), ',')::int[] as reached,
        (select count(*)::int from asked_person a where a.person_id = p.id and a.asked_at >= ${wanted.since}) as "askedLately"
      from person p join organisation o on o.id = p.organisation_id
      where p.left_at is null and not p.guest and p.role <> 'office' and o.id = any (${[...wanted.organisations]}::int[])
        and (p.id = any (${[...wanted.persons]}::int[]) or p.role = 'coordinator')
        and not exists (select 1 from asking_pause w where w.person_id = p.id and w.until >= ${wanted.today}::date)
    ) reader
    where ${wanted.audienceId} = any (reader.reached) order by "personId"`.execute(tablesOf(system))
  return rows
}
