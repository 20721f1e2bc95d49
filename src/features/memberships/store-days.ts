// Who belonged to what on a day.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

export interface MembershipOn {
  readonly organisationId: number
  /** Null: of the network. */
  readonly forumId: number | null
  readonly beginsOn: string
  readonly endsOn: string | null
  /** As far as the viewer may know: the office concerned and the member itself; to everybody else nobody is suspended. */
  readonly suspended: boolean
}

/** `issuer` left out: of the network and of all forums; null: of the network. */
export async function membershipsOn(db: Db, day: string, issuer?: number | null): Promise<MembershipOn[]> {
  const { rows } = await sql<MembershipOn>`
    select m.organisation_id as "organisationId", m.forum_id as "forumId", m.begins_on::text as "beginsOn", m.ends_on::text as "endsOn",
      exists (select 1 from suspension s where s.membership_id = m.id and s.begins_on <= ${day}::date
        and (s.ends_on is null or s.ends_on >= ${day}::date)) as suspended
    from membership m
    where m.begins_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)
      ${issuer === undefined ? sql`` : issuer === null ? sql`and m.forum_id is null` : sql`and m.forum_id = ${issuer}`}
    order by m.organisation_id, m.forum_id nulls first`.execute(db)
  return rows
}

/** Brings to this day what follows from memberships; gives how many organisations changed. As the system. */
export async function settleMemberships(system: Db, day: string): Promise<number> {
  const { rows } = await sql<{
    changed: number
  }>`select app.settle_memberships(${day}::date, null) as changed`.execute(system)
  return rows[0]?.changed ?? 0
}

/** Gives a membership to every member that the register has and nobody recorded; `since` where nobody knows since when. */
export async function adoptRegister(system: Db, since: string): Promise<void> {
  await sql`select app.adopt_register(${since}::date)`.execute(system)
}
