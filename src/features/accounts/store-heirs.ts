// Who took over what somebody who left had looked after, as the system: for the job that tells them.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'

export interface Heir {
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly leaver: string
  readonly organisationName: string
}

/** Undefined where the heir left, too, or works elsewhere by now. */
export async function findHeir(system: Db, heirId: number, leaverId: number): Promise<Heir | undefined> {
  const { rows } = await sql<Heir>`
    select h.name, h.email, h.lang, l.name as leaver, coalesce(o.names ->> h.lang, o.name) as "organisationName"
    from person h join person l on l.id = ${leaverId} and l.organisation_id = h.organisation_id
      join organisation o on o.id = h.organisation_id
    where h.id = ${heirId} and h.left_at is null`.execute(system.withTables<TrunkTables>())
  return rows[0]
}
