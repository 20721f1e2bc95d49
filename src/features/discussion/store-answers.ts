// What belongs to replies beside their words: whom they quote, whom they call.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Called } from './mentions.ts'
import type { DiscussionTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & DiscussionTables>()

export interface Quoted {
  readonly replyId: number
  readonly quotedId: number
  /** Plain text. */
  readonly part: string
  readonly lang: string
  /** Null where the viewer may not know persons. */
  readonly authorName: string | null
  readonly organisationName: string
}

/** What these replies quote; nothing of what was taken back or is out of reach. */
export const listQuotes = (db: Db, replyIds: readonly number[], lang: Lang): Promise<Quoted[]> =>
  tablesOf(db)
    .selectFrom('reply_quote as q')
    .innerJoin('reply as r', 'r.id', 'q.quoted_id')
    .innerJoin('organisation as o', 'o.id', 'r.organisation_id')
    .leftJoin('person as p', 'p.id', 'r.author_id')
    .select(['q.reply_id as replyId', 'q.quoted_id as quotedId', 'q.part', 'r.lang', 'p.name as authorName'])
    .select(organisationName(lang).as('organisationName'))
    .where(sql<boolean>`q.reply_id = any(${replyIds}::int[])`)
    .execute()

export const insertQuote = (db: Db, replyId: number, quotedId: number, part: string): Promise<unknown> =>
  tablesOf(db).insertInto('reply_quote').values({ reply_id: replyId, quoted_id: quotedId, part }).execute()

/** Who is called in these replies, as far as the viewer may know persons. */
export const listCalled = (db: Db, replyIds: readonly number[]): Promise<(Called & { readonly replyId: number })[]> =>
  tablesOf(db)
    .selectFrom('reply_mention as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.reply_id as replyId', 'p.name', 'p.slug'])
    .where(sql<boolean>`m.reply_id = any(${replyIds}::int[])`)
    .execute()

/** Row-level security refuses whom the reply does not reach. Who was called before is called once. */
export const insertCalled = (db: Db, replyId: number, personIds: readonly number[]): Promise<unknown> =>
  tablesOf(db)
    .insertInto('reply_mention')
    .values(personIds.map((person_id) => ({ reply_id: replyId, person_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Whom a name may mean: persons within the viewer's reach, guests of their rooms among them. */
const known = sql`person p join organisation o on o.id = p.organisation_id and p.left_at is null`

export interface NamedHere {
  readonly id: number
  readonly name: string
  /** May be called below this contribution. */
  readonly reached: boolean
}

/** By their full names, whatever the case. */
export async function listNamed(db: Db, contributionId: number, names: readonly string[]): Promise<NamedHere[]> {
  const { rows } = await sql<NamedHere>`select p.id, p.name, app.reaches(${contributionId}, p.id) as reached
    from ${known} where lower(p.name) = any (${names.map((name) => name.toLowerCase())}::text[])`.execute(tablesOf(db))
  return rows
}

export interface Proposed {
  readonly name: string
  readonly organisationName: string
}

/** Whom one may call, by the beginning of a name, without oneself; at most eight. */
export async function listProposed(
  db: Db,
  contributionId: number,
  beginning: string,
  lang: Lang,
): Promise<readonly Proposed[]> {
  const start = `${beginning.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Proposed>`select p.name, ${organisationName(lang)} as "organisationName"
    from ${known} where p.id <> app.person() and (p.name ilike ${start} or p.name ilike ${`% ${start}`})
      and app.reaches(${contributionId}, p.id) order by p.name, p.id limit 8`.execute(tablesOf(db))
  return rows
}
