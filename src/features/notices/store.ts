// What there is to tell somebody, as they read it: the database leaves out whatever does not reach them now.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Notice, NoticedThing } from './notice.ts'
import type { NoticeTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & NoticeTables>()

/** More is told as this many and more. */
const mostCounted = 100

/** What is being read: a thing, or what is new in a room. */
export interface Opened {
  readonly contributionId?: number
  readonly roomId?: number
}

/** Things with something unread about them, at most `mostCounted`, but for what is being read. */
export async function countUnread(db: Db, { contributionId, roomId }: Opened = {}): Promise<number> {
  const row = await tablesOf(db)
    .selectFrom((from) =>
      from
        .selectFrom('notice')
        .select('contribution_id')
        .where('read_at', 'is', null)
        .where('contribution_id', 'is distinct from', contributionId ?? 0)
        .where('room_id', 'is distinct from', roomId ?? 0)
        .groupBy(['contribution_id', 'item'])
        .limit(mostCounted)
        .as('unread'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

export async function isUnread(db: Db, contributionId: number): Promise<boolean> {
  const row = await tablesOf(db)
    .selectFrom('notice')
    .select('id')
    .where('contribution_id', '=', contributionId)
    .where('read_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const perPage = 30
/** Of one thing; the rest is counted by nobody. */
const mostOfOne = 5

const noticesOf = sql<
  Notice[]
>`(select jsonb_agg(jsonb_build_object('id', n.id, 'replyId', n.reply_id, 'what', n.what, 'area', n.area,
  'why', n.why, 'createdAt', n.created_at, 'readAt', n.read_at) order by n.created_at desc, n.id desc)
  from (select * from notice where notice.contribution_id = c.id order by created_at desc, id desc limit ${mostOfOne}) n)`

type StoredNotice = Omit<Notice, 'createdAt' | 'readAt'> & { createdAt: string; readAt: string | null }
/** JSON knows no moments. */
const noticeFrom = (row: unknown): Notice => {
  const { createdAt, readAt, ...rest } = row as StoredNotice
  return { ...rest, createdAt: new Date(createdAt), readAt: readAt === null ? null : new Date(readAt) }
}

/** It came before its room put itself under the rule. */
const withoutCity = (notice: Notice): Notice => ({
  ...notice,
  why: notice.why.filter(({ by }) => by !== 'organisation'),
})

const things = (db: Db) =>
  tablesOf(db)
    .selectFrom((from) =>
      from
        .selectFrom('notice')
        .select(['contribution_id', sql<number>`(count(*) filter (where read_at is null))::int`.as('unread')])
        .select(sql<Date>`max(created_at)`.as('newest'))
        .where('contribution_id', 'is not', null)
        .groupBy('contribution_id')
        .as('thing'),
    )
    .innerJoin('contribution as c', 'c.id', 'thing.contribution_id')

/** Grouped by thing: what is unread comes first, then the newest. */
export async function listNoticed(db: Db, number: number, lang: Lang): Promise<PageOf<NoticedThing>> {
  const [{ total }, rows] = await Promise.all([
    things(db)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    things(db)
      .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
      .select(['c.id as contributionId', 'c.kind', 'c.title', 'c.lang', 'thing.unread'])
      .leftJoin('room as rule', (join) =>
        join.onRef('rule.audience_id', '=', 'c.audience_id').on('rule.chatham', '=', true),
      )
      .select(sql<string>`coalesce(rule.name, ${organisationName(lang)})`.as('from'))
      .select(['rule.chatham as ruled', noticesOf.as('notices')])
      .orderBy(sql`(thing.unread > 0)`, 'desc')
      .orderBy('thing.newest', 'desc')
      .orderBy('c.id', 'desc')
      .limit(perPage)
      .offset((number - 1) * perPage)
      .execute(),
  ])
  const items = rows.map(({ ruled, ...row }) => ({
    ...row,
    notices: (row.notices ?? []).map(noticeFrom).map((notice) => (ruled === true ? withoutCity(notice) : notice)),
  }))
  return { items, number, size: perPage, total }
}

/** Gives how many were unread; of one thing or, without, of all. What is out of reach stays as it is. */
export async function markRead(db: Db, now: Date, contributionId?: number): Promise<number> {
  const result = await tablesOf(db)
    .updateTable('notice')
    .set({ read_at: now })
    .where('read_at', 'is', null)
    .$if(contributionId !== undefined, (query) => query.where('contribution_id', '=', contributionId ?? 0))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Read ones some weeks after they were read, unread ones when nobody will ask any more. */
export async function forgetNotices(system: Db, before: Date): Promise<void> {
  await sql`delete from notice where read_at < ${before} or created_at < ${before}::timestamptz - interval '150 days'`.execute(
    tablesOf(system),
  )
}

export async function reachesThing(db: Db, contributionId: number): Promise<boolean> {
  const row = await tablesOf(db)
    .selectFrom('contribution')
    .select('id')
    .where('id', '=', contributionId)
    .executeTakeFirst()
  return row !== undefined
}
