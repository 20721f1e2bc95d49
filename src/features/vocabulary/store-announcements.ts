// Who hears that an office has decided, asked as the system: reach is judged for each of them.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { isTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables>()
const reaches = sql`c.audience_id = any (string_to_array(app.audiences_of(p.id), ',')::int[]) and ${isTold(sql`p.id`, sql`c.id`)}`

/**
 * Whoever looks after it and whoever watches it, never who decided. Where that person has left the city, its coordinators
 * stand in. Only those whom the proposal reaches in this moment, and whom nobody told yet.
 */
async function listUntold(system: Db, proposalId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.id from contribution c join proposal_decision d on d.contribution_id = c.id
      join person steward on steward.id = c.steward_id
      join person p on p.left_at is null and p.id <> d.decided_by
    where c.id = ${proposalId} and c.state = 'published' and not c.demonstration
      and (exists (select 1 from watch w where w.person_id = p.id and w.contribution_id = c.id)
        or (p.organisation_id = c.organisation_id and (p.id = c.steward_id
          or (p.role = 'coordinator' and (steward.left_at is not null or steward.organisation_id <> c.organisation_id)))))
      and ${reaches}
      and not exists (select 1 from fact f where f.name = 'proposal.announced' and f.contribution_id = c.id
        and f.data ->> 'person' = p.id::text)
    order by p.id`.execute(tablesOf(system))
  return rows.map(({ id }) => id)
}

/** One fact for each, so that each mail is a job of its own: what fails for one is not sent twice to another. */
export const noteAnnouncements = (system: Db, proposalId: number): Promise<void> =>
  system.transaction().execute(async (db) => {
    for (const person of await listUntold(db, proposalId))
      await recordFact(db, { name: 'proposal.announced', contributionId: proposalId, data: { person } })
  })

export interface Announcement {
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly title: string
  readonly officeName: string
  readonly accepted: boolean
  readonly reason: string
  readonly audienceKind: AudienceKind
}

/** What the mail says; undefined when the person no longer reaches the proposal or muted it. */
export async function findAnnouncement(
  system: Db,
  proposalId: number,
  personId: number,
): Promise<Announcement | undefined> {
  const { rows } = await sql<Announcement>`
    select p.name, p.email, p.lang, c.title, coalesce(o.names ->> p.lang, o.name) as "officeName", d.accepted, d.reason,
      a.kind as "audienceKind"
    from contribution c join proposal_decision d on d.contribution_id = c.id join organisation o on o.id = d.organisation_id
      join audience a on a.id = c.audience_id join person p on p.id = ${personId} and p.left_at is null
    where c.id = ${proposalId} and c.state = 'published' and ${reaches}`.execute(tablesOf(system))
  return rows[0]
}
