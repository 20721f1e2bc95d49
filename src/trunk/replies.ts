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
  /** 1 as it was sent; each new wording is one more. */
  readonly revision: number
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
      sql<boolean>`(r.author_id is null and r.contribution_id = any ((select app.veiled())::int[]))`.as('veiled'),
      'r.revision',
    ])

/** How many replies one page of a thread shows. */
export const repliesOnPage = 50

/** Which page of a thread: by its number, by a reply that stands on it, or the last. */
export type RepliesPage = { readonly number: number } | { readonly with: number } | 'last'

const before = (contributionId: number, page: RepliesPage) => {
  if (page !== 'last' && 'number' in page) return sql<number>`${(page.number - 1) * repliesOnPage}::bigint`
  const counted =
    page === 'last'
      ? sql`select greatest(count(*) - 1, 0) as many from reply where contribution_id = ${contributionId}`
      : sql`select count(*) as many from reply one join reply r on r.contribution_id = one.contribution_id
          and (r.created_at, r.id) < (one.created_at, one.id) where one.id = ${page.with} and one.contribution_id = ${contributionId}`
  return sql<number>`(select (many / ${repliesOnPage}::int) * ${repliesOnPage}::int from (${counted}) as counted)`
}

/** Oldest first, one page of them; beyond the last there are none. */
export const listReplies = (
  db: Db,
  contributionId: number,
  lang: Lang,
  page: RepliesPage = { number: 1 },
): Promise<Reply[]> =>
  query(db, lang)
    .where('r.contribution_id', '=', contributionId)
    .orderBy('r.created_at')
    .orderBy('r.id')
    .limit(repliesOnPage)
    .offset(before(contributionId, page))
    .execute()

export interface ThreadPlace {
  /** Also those that were taken back: each leaves a mark. */
  readonly total: number
  /** Of the page that was asked for: how many replies stand before it. */
  readonly before: number
}

export async function findPlace(db: Db, contributionId: number, page: RepliesPage): Promise<ThreadPlace> {
  const { rows } = await sql<ThreadPlace>`
    select (select count(*)::int from reply where contribution_id = ${contributionId}) as total,
      ${before(contributionId, page)}::int as before`.execute(db.withTables<TrunkTables>())
  return rows[0] ?? { total: 0, before: 0 }
}

/** The first reply of somebody else since then. */
export async function findFirstSince(
  db: Db,
  contributionId: number,
  since: Date,
  exceptId: number,
): Promise<number | undefined> {
  const row = await db
    .withTables<TrunkTables>()
    .selectFrom('reply')
    .select('id')
    .where('contribution_id', '=', contributionId)
    .where('created_at', '>', since)
    .where('author_id', 'is distinct from', exceptId)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

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

/** A new wording; false when it was changed or taken back meanwhile. What stood there is kept by the database. */
export async function changeReply(
  db: Db,
  { id, revision }: Pick<Reply, 'id' | 'revision'>,
  change: { readonly text: string; readonly lang: string },
  now: Date,
): Promise<boolean> {
  const result = await db
    .withTables<TrunkTables>()
    .updateTable('reply')
    .set({ ...change, edited_at: now })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export interface Wording {
  readonly revision: number
  readonly lang: string
  /** Markdown. */
  readonly text: string
  readonly at: Date
}

/** Earlier wordings, newest first; at most 100. */
export const listWordings = (db: Db, replyId: number): Promise<Wording[]> =>
  db
    .withTables<TrunkTables>()
    .selectFrom('reply_version')
    .select(['revision', 'lang', 'text', 'at'])
    .where('reply_id', '=', replyId)
    .orderBy('revision', 'desc')
    .limit(100)
    .execute()
