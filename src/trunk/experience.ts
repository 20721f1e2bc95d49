// Who has done something about a topic, from what cities share: for whoever decides whom to ask.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Experience } from '#platform/experience.ts'
import type { TrunkTables } from './tables.ts'

const most = 2000

/** As the system: published things of this kind with one of these concepts, for whoever looks after each and for its co-authors. The newest first. */
export async function listExperience(system: Db, kind: string, concepts: readonly string[]): Promise<Experience[]> {
  const { rows } = await sql<{
    id: number
    audience: number
    organisation: number
    person: number
    concepts: string[]
  }>`
    select c.id, c.audience_id as audience, w.organisation, w.person, c.concepts
    from contribution c cross join lateral (
      select c.organisation_id as organisation, c.steward_id as person
      union select co.organisation_id, co.person_id from co_author co where co.contribution_id = c.id and co.joined_at is not null
    ) w join organisation o on o.id = w.organisation and o.kind <> 'unnamed'
    where c.kind = ${kind} and c.state = 'published' and c.concepts && ${concepts}::text[]
    order by c.published_at desc, c.id desc limit ${most}`.execute(system.withTables<TrunkTables>())
  return rows.map((row) => ({
    organisationId: row.organisation,
    personId: row.person,
    contribution: { id: row.id, audienceId: row.audience },
    concepts: row.concepts,
  }))
}
