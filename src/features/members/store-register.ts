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
      (select count(*) || ':' || coalesce(sum(hashtext(xmin::text)::bigint), 0) from organisation where kind not in ('guest', 'unnamed')),
      (select count(*) || ':' || coalesce(sum(hashtext(xmin::text)::bigint), 0) from member),
      (select count(*) || ':' || coalesce(sum(hashtext(xmin::text)::bigint), 0) from forum_member),
      (select count(*) || ':' || coalesce(sum(hashtext(xmin::text)::bigint), 0) from forum)) as mark`.execute(db)
  return rows[0]?.mark ?? ''
}

/** All that belong, the same for every viewer. */
export const listPublicMembers = (db: Db): Promise<PublicMember[]> =>
  publicQuery(db).where(belongs).where('o.kind', 'in', ['municipality', 'association', 'region']).execute()

/**
 * What each published contribution is about, as far as this viewer can see it, with its organisation. Comes as one text that is
 * taken apart here: ten thousand rows of arrays, or arrays unfolded in the database, would cost ten times as much.
 */
export async function listWork(
  db: Db,
  /** Left out: whatever it is about. */
  wanted?: readonly string[],
): Promise<{ organisationId: number; concepts: string[] }[]> {
  const about = wanted === undefined ? sql`concepts <> '{}'` : sql`concepts && ${[...wanted]}::text[]`
  const { rows } = await sql<{ lines: string | null }>`
    select string_agg(organisation_id || ' ' || array_to_string(concepts, ' '), ',') as lines
    from contribution where state = 'published' and ${about}`.execute(db)
  const lines = rows[0]?.lines ?? ''
  return lines === ''
    ? []
    : lines.split(',').map((line) => {
        const [id, ...concepts] = line.split(' ')
        return { organisationId: Number(id), concepts }
      })
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
