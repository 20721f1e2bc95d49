// What the list of the register reads: the public part whole and seldom, what members work on each time, within the viewer's reach.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { belongs, type PublicMember, publicQuery } from './store.ts'

/**
 * Another word for each state of the register that a transaction can see. Every committed change gives its rows a new xmin, so
 * counting rows and adding up their hashed xmin tells a change from none: by whomever, in which process and past which code it
 * was made. The start of the server and the name of the database are part of it, for processes that open several.
 */
export async function findRegisterMark(db: Db): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ', pg_postmaster_start_time(), current_database(),
      (select count(*) || ':' || coalesce(sum(hashtext(xmin::text)::bigint), 0) from organisation),
      (select count(*) || ':' || coalesce(sum(hashtext(xmin::text)::bigint), 0) from member),
      (select count(*) || ':' || coalesce(sum(hashtext(xmin::text)::bigint), 0) from forum_member),
      (select count(*) || ':' || coalesce(sum(hashtext(xmin::text)::bigint), 0) from forum)) as mark`.execute(db)
  return rows[0]?.mark ?? ''
}

/** All that belong, the same for every viewer. */
export const listPublicMembers = (db: Db): Promise<PublicMember[]> =>
  publicQuery(db).where(belongs).where('o.kind', 'in', ['municipality', 'association', 'region']).execute()

/**
 * Which organisations published something about a concept, as far as this viewer can see it. By concept and not by organisation:
 * so a few hundred rows are sent instead of ten thousand.
 */
export async function listWhoWorksOn(db: Db): Promise<{ concept: string; organisationIds: number[] }[]> {
  const { rows } = await sql<{ concept: string; ids: string }>`
    select concept, string_agg(id::text, ',') as ids from (
      select distinct c.organisation_id as id, concept from contribution c, unnest(c.concepts) concept where c.state = 'published') one
    group by concept order by concept`.execute(db)
  return rows.map(({ concept, ids }) => ({ concept, organisationIds: ids.split(',').map(Number) }))
}

/** For the search index. */
export async function listMemberIds(db: Db): Promise<number[]> {
  const members = await publicQuery(db)
    .clearSelect()
    .select('o.id')
    .where(belongs)
    .where('o.kind', 'in', ['municipality', 'association', 'region'])
    .execute()
  return members.map(({ id }) => id)
}
