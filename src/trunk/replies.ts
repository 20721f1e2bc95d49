// Replies to any contribution: they follow its audience, whatever it becomes.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from './organisations.ts'
import type { TrunkTables } from './tables.ts'

export interface Reply {
  readonly id: number
  readonly contributionId: number
  /** Null: by whoever asked as a member city. */
  readonly authorId: number | null
  readonly authorName: string | undefined
  readonly authorSlug: string | undefined
  readonly organisationId: number
  readonly organisationName: string
  readonly organisationSlug: string
  readonly lang: string
  /** Markdown as written; empty when withdrawn. */
  readonly text: string
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly withdrawn: boolean
  readonly demonstration: boolean
  /** The viewer wrote it as the city that asked. */
  readonly veiled: boolean
}

const query = (db: Db, lang: Lang) =>
  db
    .withTables<TrunkTables>()
    .selectFrom('reply as r')
    .innerJoin('organisation as o', 'o.id', 'r.organisation_id')
    .leftJoin('person as p', 'p.id', 'r.author_id')
    .select([
      'r.id',
      'r.contribution_id as contributionId',
      'r.author_id as authorId',
      sql<string | undefined>`p.name`.as('authorName'),
      sql<string | undefined>`p.slug`.as('authorSlug'),
      'r.organisation_id as organisationId',
      organisationName(lang).as('organisationName'),
      'o.slug as organisationSlug',
      'r.lang',
      sql<string>`case when r.withdrawn_at is null then r.text else '' end`.as('text'),
      'r.created_at as createdAt',
      'r.edited_at as editedAt',
      sql<boolean>`r.withdrawn_at is not null`.as('withdrawn'),
      'r.demonstration',
      sql<boolean>`(r.author_id is null and r.contribution_id = any (app.veiled()))`.as('veiled'),
    ])

/** Oldest first; at most 500. */
export const listReplies = (db: Db, contributionId: number, lang: Lang): Promise<Reply[]> =>
  query(db, lang)
    .where('r.contribution_id', '=', contributionId)
    .orderBy('r.created_at')
    .orderBy('r.id')
    .limit(500)
    .execute()

export const findReply = (db: Db, id: number, lang: Lang): Promise<Reply | undefined> =>
  query(db, lang).where('r.id', '=', id).executeTakeFirst()

/** Row-level security refuses it where the contribution is out of reach or not published. */
export async function createReply(
  db: Db,
  author: Person,
  fresh: { contributionId: number; lang: string; text: string },
): Promise<number> {
  const row = await db
    .withTables<TrunkTables>()
    .insertInto('reply')
    .values({
      contribution_id: fresh.contributionId,
      author_id: author.id,
      organisation_id: author.organisationId,
      lang: fresh.lang,
      text: fresh.text,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Leaves a mark that a reply stood here; false when it was not the person's own. */
export async function withdrawReply(db: Db, id: number, now: Date): Promise<boolean> {
  const result = await db
    .withTables<TrunkTables>()
    .updateTable('reply')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
