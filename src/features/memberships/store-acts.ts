// What acts write; row-level security decides for whom, triggers hold the rules, these queries ask first so that nobody meets them.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Ground } from './membership.ts'
import type { MembershipTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<MembershipTables>()

/** Two who act on the same member at the same moment come one after the other. */
export async function lockMember(db: Db, organisationId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(20250101, ${organisationId}::int)`.execute(db)
}

interface Stretch {
  readonly organisationId: number
  readonly forumId: number | null
  readonly beginsOn: string
}

/** Why a membership from this day on, without an end, cannot be. */
export async function whatHinders(
  db: Db,
  { organisationId, forumId, beginsOn }: Stretch,
): Promise<'overlaps' | 'precondition' | undefined> {
  const { rows } = await sql<{ overlaps: boolean; precondition: boolean }>`
    select exists (select 1 from membership m where m.organisation_id = ${organisationId} and m.forum_id is not distinct from ${forumId}::int
        and (m.ends_on is null or (m.ends_on >= ${beginsOn}::date and m.ends_on >= m.begins_on))) as overlaps,
      coalesce((select f.membership_rule = 'automatic-from-network'
          or (f.membership_rule = 'automatic-from-forum' and f.country <> (select country from organisation where id = ${organisationId}))
          or (f.membership_rule = 'precondition' and not exists (select 1 from membership m where m.organisation_id = ${organisationId}
            and m.forum_id is null and m.begins_on <= ${beginsOn}::date and (m.ends_on is null or m.ends_on >= ${beginsOn}::date)))
        from forum f where f.id = ${forumId}::int), false) as precondition`.execute(db)
  const [found] = rows
  return found?.overlaps ? 'overlaps' : found?.precondition ? 'precondition' : undefined
}

interface NewMembership extends Stretch {
  readonly ground: Ground
  readonly recordedBy: number
}

export async function insertMembership(db: Db, fresh: NewMembership): Promise<number> {
  const { organisationId: organisation_id, forumId: forum_id, beginsOn: begins_on, ground, recordedBy } = fresh
  const { id } = await sql<{ id: number }>`
    insert into membership (organisation_id, forum_id, begins_on, ground, recorded_by)
    values (${organisation_id}, ${forum_id}::int, ${begins_on}::date, ${ground}, ${recordedBy}) returning id`
    .execute(tablesOf(db))
    .then(({ rows }) => rows[0] ?? { id: 0 })
  return id
}
