// Queries of the demonstration's loader; by the system only, into a new database.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { NoticeTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables & NoticeTables>()

export async function findOrganisationId(system: Db, slug: string): Promise<string> {
  const row = await tablesOf(system)
    .selectFrom('organisation')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  return String(row.id)
}

const most = 6

/** The newest of what this person watches and reaches, at the moment at which it came; mails go to nobody. */
export async function putNotices(system: Db, personId: number): Promise<void> {
  await sql`
    insert into notice (person_id, contribution_id, fact_id, area, what, why, created_at, mailed_at)
    select ${personId}, c.id, came.id, 'watched', 'new', jsonb_agg(jsonb_build_object('by', s.kind, 'ref', s.ref)), came.at, came.at
    from contribution c cross join lateral (select f.id, f.at from fact f where f.contribution_id = c.id
        and f.name ~ '\\.(published|asked|opened|added)$' and f.at >= c.published_at - interval '1 minute' order by f.id limit 1) came
      join subscription s on s.person_id = ${personId} and ((s.kind = 'concept' and s.ref = any (c.concepts))
        or (s.kind = 'organisation' and s.ref = c.organisation_id::text
          and not exists (select 1 from room ruled where ruled.audience_id = c.audience_id and ruled.chatham)) or (s.kind = 'kind' and s.ref = c.kind))
    where c.state = 'published' and c.author_id <> ${personId}
      and c.audience_id = any (string_to_array(app.audiences_of(${personId}), ',')::int[])
    group by c.id, came.id, came.at order by came.at desc limit ${most}
    on conflict (person_id, fact_id) do nothing`.execute(tablesOf(system))
}
