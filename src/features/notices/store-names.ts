// What is watched, by name: as far as the viewer may know it; what they may not has none.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { findAudience } from '#trunk/audiences.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Subscription } from './notice.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables>()

export interface Named extends Subscription {
  readonly name: string
}

/** Members, associations, regions and offices; not whoever stands in for a city without a name. */
const organisations = (db: Db, lang: Lang) =>
  tablesOf(db)
    .selectFrom('organisation as o')
    .select(['o.id', organisationName(lang).as('name')])
    .where('o.kind', 'in', ['municipality', 'association', 'region', 'office', 'partner'])

export async function listOrganisationNames(db: Db, ids: readonly number[], lang: Lang): Promise<Named[]> {
  if (ids.length === 0) return []
  const rows = await organisations(db, lang).where('o.id', 'in', ids).orderBy('name').execute()
  return rows.map(({ id, name }) => ({ kind: 'organisation', ref: String(id), name }))
}

/** Those whose name begins so, in any language. */
export async function findOrganisations(db: Db, words: string, lang: Lang, most: number): Promise<Named[]> {
  const pattern = `${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await organisations(db, lang)
    .where(
      sql<boolean>`(o.name ilike ${pattern} or exists (select 1 from jsonb_each_text(o.names) n where n.value ilike ${pattern}))`,
    )
    .orderBy('name')
    .limit(most)
    .execute()
  return rows.map(({ id, name }) => ({ kind: 'organisation', ref: String(id), name }))
}

/** Rooms that one is in, and forums that one's city belongs to; of others there is no name. */
export async function findAudienceName(db: Db, id: number, lang: Lang): Promise<Named | undefined> {
  const audience = await findAudience(db, id, lang)
  if (audience === undefined || !['room', 'forum'].includes(audience.kind)) return undefined
  return { kind: 'audience', ref: String(id), name: audience.name ?? '' }
}

export interface WatchedThing {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly lang: string
}

/** Single things that the viewer watches, as far as they reach them; the newest first. */
export const listWatchedThings = (db: Db, most: number): Promise<WatchedThing[]> =>
  tablesOf(db)
    .selectFrom('watch as w')
    .innerJoin('contribution as c', 'c.id', 'w.contribution_id')
    .select(['c.id', 'c.kind', 'c.title', 'c.lang'])
    .where('c.state', '=', 'published')
    .orderBy('w.created_at', 'desc')
    .limit(most)
    .execute()

/** What one's own city shares most about, its forums, and the rooms one is in: proposed to whoever has not chosen. */
export async function listProposed(
  db: Db,
  { id, organisationId }: { readonly id: number; readonly organisationId: number },
): Promise<Subscription[]> {
  const { rows } = await sql<Subscription>`
    with topics as (select concept, count(*) as many from contribution c cross join unnest(c.concepts) concept
        where c.organisation_id = ${organisationId} and c.state = 'published'
        group by concept order by many desc, concept limit 8),
      circles as (select a.id from audience a join forum_member m on m.forum_id = a.forum_id and m.organisation_id = ${organisationId}
        where a.id = any ((select app.audiences())::int[])
        union select ap.audience_id from audience_person ap join room r on r.audience_id = ap.audience_id
          where ap.person_id = ${id} and r.archived_at is null and ap.audience_id = any ((select app.audiences())::int[]))
    select * from (
      select 'concept' as kind, concept as ref, many from topics
      union all select 'audience', id::text, 0 from circles) proposed
    where not exists (select 1 from subscription s where (s.kind, s.ref) = (proposed.kind, proposed.ref))
    order by kind desc, many desc, ref`.execute(tablesOf(db))
  return rows.map(({ kind, ref }) => ({ kind, ref }))
}
