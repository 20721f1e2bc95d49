// Replies that helped, by the concepts of the question that they answered; as the system.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Experience } from '#platform/experience.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { QuestionTables } from './tables.ts'

const most = 2000

/** Not those of whoever asked as a member city: to be asked for them would tell who it was. */
export async function listHelpful(system: Db, concepts: readonly string[]): Promise<Experience[]> {
  const { rows } = await sql<{
    id: number
    audience: number
    organisation: number
    person: number
    concepts: string[]
  }>`
    select c.id, c.audience_id as audience, r.organisation_id as organisation, r.author_id as person, c.concepts
    from question q join reply r on r.id = q.reply_id and r.withdrawn_at is null and r.author_id is not null
      join contribution c on c.id = q.contribution_id and c.state = 'published'
    where c.concepts && ${concepts}::text[] and r.organisation_id <> c.organisation_id
    order by q.answered_at desc, c.id desc limit ${most}`.execute(system.withTables<TrunkTables & QuestionTables>())
  return rows.map((row) => ({
    organisationId: row.organisation,
    personId: row.person,
    contribution: { id: row.id, audienceId: row.audience },
    concepts: row.concepts,
  }))
}
