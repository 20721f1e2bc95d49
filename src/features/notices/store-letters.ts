// What the mail about one notice says: as the system, judged for its person in this moment.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { isNamedNowhere } from '#trunk/audiences.ts'
import { isTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { News } from './notice.ts'
import type { NoticeTables } from './tables.ts'

export type Letter = News & {
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly kind: string
  readonly title: string
  readonly cityName: string
  /** TLP:RED, or under the Chatham House Rule. */
  readonly namedNowhere: boolean
}

/** Undefined where it was read meanwhile, reaches its person no more, or is by somebody whom they block now. */
export async function findLetter(system: Db, noticeId: number): Promise<Letter | undefined> {
  const { rows } = await sql<Letter>`
    with n as materialized (select * from notice where id = ${noticeId} and read_at is null)
    select n.person_id as "personId", n.contribution_id as "contributionId", n.fact_id as "factId", n.area, n.what, n.why,
      p.name, p.email, p.lang, c.kind, c.title, coalesce(o.names ->> p.lang, o.name) as "cityName",
      ${isNamedNowhere(sql`c.audience_id`)} as "namedNowhere"
    from n join person p on p.id = n.person_id and p.left_at is null
      join contribution c on c.id = n.contribution_id and c.state = 'published' and not c.demonstration
      join organisation o on o.id = c.organisation_id
    where ${isTold(sql`p.id`, sql`c.id`)} and (n.area = 'city' or not app.keeps_away(p.id, c.author_id)) and c.audience_id = any (string_to_array(app.audiences_of(p.id), ',')::int[])`.execute(
    system.withTables<TrunkTables & NoticeTables>(),
  )
  return rows[0]
}
