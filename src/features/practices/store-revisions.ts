// Kept states of practices; row-level security shows them to the practice's own city.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { PracticeContent } from './content.ts'
import { partNames } from './practice.ts'
import type { PracticeTables } from './tables.ts'

const mostRevisions = 200

/** The state as it stands, in the shape of PracticeContent. The words are our own names of columns. */
const contentSql = `jsonb_build_object('title', c.title, 'summary', c.summary, 'lang', c.lang, 'concepts', to_jsonb(c.concepts),
  ${partNames.map((name) => `'${name}', pr.${name}`).join(', ')},
  'measuredWhen', pr.measured_when, 'yearStart', pr.year_start, 'yearEnd', pr.year_end, 'evidence', pr.evidence, 'sources', pr.sources)`

/** Keeps the state that the running transaction has just written. */
export async function keepRevision(db: Db, id: number, personId: number): Promise<void> {
  await sql`
    insert into practice_revision (contribution_id, revision, at, by_id, audience_id, content)
    select c.id, c.revision, c.updated_at, ${personId}, c.audience_id, ${sql.raw(contentSql)}
    from contribution c join practice pr on pr.contribution_id = c.id where c.id = ${id}
    on conflict do nothing`.execute(db)
}

export interface Revision {
  readonly revision: number
  readonly at: Date
  readonly byName: string | null
  readonly audienceId: number
  readonly content: PracticeContent
}

/** Newest first. */
export async function listRevisions(db: Db, id: number): Promise<Omit<Revision, 'content' | 'audienceId'>[]> {
  const { rows } = await sql<Omit<Revision, 'content' | 'audienceId'>>`
    select r.revision, r.at, p.name as "byName" from practice_revision r left join person p on p.id = r.by_id
    where r.contribution_id = ${id} order by r.revision desc limit ${mostRevisions}`.execute(
    db.withTables<PracticeTables>(),
  )
  return rows
}

export async function findRevision(db: Db, id: number, revision: number): Promise<Revision | undefined> {
  const { rows } = await sql<Revision>`
    select r.revision, r.at, p.name as "byName", r.audience_id as "audienceId", r.content
    from practice_revision r left join person p on p.id = r.by_id
    where r.contribution_id = ${id} and r.revision = ${revision}`.execute(db.withTables<PracticeTables>())
  return rows[0]
}

/** The state before this one; undefined for the first. */
export async function findRevisionBefore(db: Db, id: number, revision: number): Promise<Revision | undefined> {
  const { rows } = await sql<{ revision: number }>`
    select max(revision) as revision from practice_revision where contribution_id = ${id} and revision < ${revision}`.execute(
    db,
  )
  const before = rows[0]?.revision
  return before === undefined || before === null ? undefined : findRevision(db, id, before)
}
