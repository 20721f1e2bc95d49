// Whether questions are open, for those who serve them beside their own pages.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { QuestionTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & QuestionTables>()

export interface OpenQuestion {
  readonly id: number
  readonly title: string
  /** Markdown. */
  readonly text: string
  readonly lang: string
  readonly concepts: readonly string[]
  readonly audienceId: number
  readonly audienceKind: AudienceKind
  readonly organisationId: number
  readonly demonstration: boolean
  /** Another city has replied: it goes to nobody any more whom nobody names. */
  readonly replied: boolean
}

/** Published, in no archived room, and not answered: as the system. Undefined otherwise. */
export const findOpen = (system: Db, id: number): Promise<OpenQuestion | undefined> =>
  tablesOf(system)
    .selectFrom('contribution as c')
    .innerJoin('question as q', 'q.contribution_id', 'c.id')
    .innerJoin('audience as a', 'a.id', 'c.audience_id')
    .select([
      'c.id',
      'c.title',
      'q.text',
      'c.lang',
      'c.concepts',
      'c.audience_id as audienceId',
      'a.kind as audienceKind',
    ])
    .select(['c.organisation_id as organisationId', 'c.demonstration'])
    .select(
      sql<boolean>`exists (select 1 from reply r where r.contribution_id = c.id and r.withdrawn_at is null
        and r.organisation_id <> c.organisation_id)`.as('replied'),
    )
    .where('c.id', '=', id)
    .where('c.state', '=', 'published')
    .where('q.answered_at', 'is', null)
    .where(sql<boolean>`not app.is_archived(c.audience_id)`)
    .executeTakeFirst()

/** Those of these questions that are answered, within reach. */
export async function listAnswered(db: Db, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await tablesOf(db)
    .selectFrom('question')
    .select('contribution_id as id')
    .where('contribution_id', 'in', ids)
    .where('answered_at', 'is not', null)
    .execute()
  return rows.map(({ id }) => id)
}
