// What acts write; row-level security decides for whom, triggers hold the rules, these queries ask first so that nobody meets them.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Ground, SuccessionKind } from './membership.ts'
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

export async function insertResignation(
  db: Db,
  fresh: { membershipId: number; receivedOn: string; lastDay: string; by: number },
): Promise<number> {
  const { id } = await tablesOf(db)
    .insertInto('resignation')
    .values({
      membership_id: fresh.membershipId,
      received_on: fresh.receivedOn,
      last_day: fresh.lastDay,
      recorded_by: fresh.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Gives which one; undefined: there is none that could be taken back. */
export async function withdrawResignation(
  db: Db,
  membershipId: number,
  by: number,
  now: Date,
): Promise<number | undefined> {
  const row = await tablesOf(db)
    .updateTable('resignation')
    .set({ withdrawn_by: by, withdrawn_at: now })
    .where('membership_id', '=', membershipId)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function insertSuspension(
  db: Db,
  fresh: { membershipId: number; beginsOn: string; reason: string; by: number },
): Promise<number> {
  const { id } = await tablesOf(db)
    .insertInto('suspension')
    .values({
      membership_id: fresh.membershipId,
      begins_on: fresh.beginsOn,
      reason: fresh.reason,
      recorded_by: fresh.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function endSuspension(db: Db, id: number, lastDay: string, by: number, now: Date): Promise<void> {
  await tablesOf(db)
    .updateTable('suspension')
    .set({ ends_on: lastDay, ended_by: by, ended_at: now })
    .where('id', '=', id)
    .execute()
}

interface NewFigure {
  readonly organisationId: number
  readonly asOf: string
  readonly population: number
  readonly source: string
}

export async function insertFigures(db: Db, figures: readonly NewFigure[], by: number): Promise<void> {
  await sql`insert into population_figure (organisation_id, as_of, population, source, recorded_by)
    select f."organisationId", f."asOf", f.population, f.source, ${by}
    from json_to_recordset(${JSON.stringify(figures)}::json) as f("organisationId" int, "asOf" date, population int, source text)`.execute(
    db,
  )
}

export async function insertRenaming(
  db: Db,
  fresh: { organisationId: number; onDay: string; name: string; by: number },
): Promise<number> {
  const { organisationId: organisation_id, onDay: on_day, name, by: recorded_by } = fresh
  const { id } = await tablesOf(db)
    .insertInto('renaming')
    .values({ organisation_id, on_day, name, names: '{}', recorded_by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function closeMembership(db: Db, id: number, lastDay: string): Promise<void> {
  await tablesOf(db)
    .updateTable('membership')
    .set({ closes_on: lastDay, closing: 'succession' })
    .where('id', '=', id)
    .execute()
}

/** An organisation that comes out of a merger or split of this one; gives its id. */
export async function foundSuccessor(db: Db, ofMember: number, slug: string, name: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`select app.found_successor(${ofMember}, ${slug}, ${name}) as id`.execute(
    db,
  )
  return rows[0]?.id ?? 0
}

export async function freeSlug(db: Db, wanted: string): Promise<string> {
  const { rows } = await sql<{
    slug: string
  }>`select slug from organisation where slug = ${wanted} or slug like ${`${wanted}-%`}`.execute(db)
  const taken = new Set(rows.map(({ slug }) => slug))
  if (!taken.has(wanted)) return wanted
  return [...Array(1000).keys()].map((number) => `${wanted}-${number + 2}`).find((slug) => !taken.has(slug)) ?? wanted
}

interface NewSuccession {
  readonly kind: SuccessionKind
  readonly onDay: string
  readonly decision: string
  readonly forumId: number | null
  /** Null: by nobody, in the demonstration. */
  readonly by: number | null
  readonly invented?: boolean
  readonly predecessors: readonly number[]
  readonly successors: readonly number[]
}

/** Gives its id. */
export async function insertSuccession(db: Db, fresh: NewSuccession): Promise<number> {
  const {
    kind,
    onDay: on_day,
    decision,
    forumId: forum_id,
    by: recorded_by,
    invented,
    predecessors,
    successors,
  } = fresh
  const { id } = await tablesOf(db)
    .insertInto('succession')
    .values({ kind, on_day, decision, forum_id, recorded_by, ...(invented ? { invented } : {}) })
    .returning('id')
    .executeTakeFirstOrThrow()
  const parts = [
    ...predecessors.map((one) => ({ succession_id: id, organisation_id: one, part: 'predecessor' as const })),
    ...successors.map((one) => ({ succession_id: id, organisation_id: one, part: 'successor' as const })),
  ]
  await tablesOf(db).insertInto('succession_part').values(parts).execute()
  return id
}

/** Does it, looks, and undoes it unless it stays: what an act would change is told by doing it, and half an act is none. */
export async function undoneUnless<Value>(
  db: Db,
  stays: (value: Value) => boolean,
  work: () => Promise<Value>,
): Promise<Value> {
  await sql`savepoint tried`.execute(db)
  const value = await work()
  if (!stays(value)) await sql`rollback to savepoint tried`.execute(db)
  return value
}
