// What is asked about a veil beside what the trunk knows: whether there is one, and whom a look is told to.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'

export interface Unnamed {
  readonly id: number
  readonly kind: string
  readonly title: string
}

/** What was asked as a member city, within the viewer's reach and published; undefined for all else alike. */
export const findUnnamed = (db: Db, id: number): Promise<Unnamed | undefined> =>
  db
    .withTables<TrunkTables>()
    .selectFrom('contribution as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.kind', 'c.title'])
    .where('c.id', '=', id)
    .where('c.state', '=', 'published')
    .where(sql<boolean>`o.kind = 'unnamed'`)
    .executeTakeFirst()

export interface LookToTell {
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly contributionId: number
  readonly kind: string
  readonly title: string
  readonly by: string
  readonly office: string
  readonly reason: string
  readonly at: Date
}

/** As the system: the look, and the asker who is told of it wherever they work now; undefined once they have left for good. */
export async function findLookToTell(system: Db, liftingId: number): Promise<LookToTell | undefined> {
  const { rows } = await sql<LookToTell>`
    select p.name, p.email, p.lang, c.id as "contributionId", c.kind, c.title, w.name as by,
      coalesce(o.names ->> p.lang, o.name) as office, l.reason, l.at
    from veil_lifting l join veil v on v.contribution_id = l.contribution_id join contribution c on c.id = l.contribution_id
      join person p on p.id = v.person_id and p.left_at is null
      join person w on w.id = l.person_id join organisation o on o.id = l.organisation_id
    where l.id = ${liftingId}`.execute(system.withTables<TrunkTables>())
  return rows[0]
}
