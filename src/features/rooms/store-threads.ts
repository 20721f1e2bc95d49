// Threads, and what is pinned.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import { getContribution, whyOutOfReach } from '#trunk/contributions.ts'
import { isHeard } from '#trunk/muting.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Thread } from './room.ts'
import type { RoomsTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & RoomsTables>()

export const insertThread = (db: Db, id: number, text: string): Promise<unknown> =>
  tablesOf(db).insertInto('thread').values({ contribution_id: id, text }).execute()

/** Within reach, or a stop (not found, gone). */
export async function getThread(db: Db, id: number | undefined, lang: Lang): Promise<Thread> {
  const [contribution, own] = await Promise.all([
    getContribution(db, 'thread', id, lang),
    tablesOf(db)
      .selectFrom('thread')
      .select('text')
      .where('contribution_id', '=', id ?? 0)
      .executeTakeFirst(),
  ])
  if (own === undefined) throw await whyOutOfReach(db, id ?? 0)
  return { ...contribution, ...own }
}

export interface ThreadLine {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly lang: string
  readonly organisationName: string
  readonly authorName: string | null
  readonly replies: number
  /** Of the last that was written in it. */
  readonly at: Date
}

const lines = (db: Db, lang: Lang) =>
  tablesOf(db)
    .selectFrom('contribution as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('person as p', 'p.id', 'c.author_id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('reply as r')
          .select([sql<number>`count(*)::int`.as('replies'), sql<Date | null>`max(r.created_at)`.as('at')])
          .whereRef('r.contribution_id', '=', 'c.id')
          .where('r.withdrawn_at', 'is', null)
          .as('said'),
      (join) => join.onTrue(),
    )
    .select(['c.id', 'c.kind', 'c.title', 'c.lang', 'p.name as authorName'])
    .select([
      organisationName(lang).as('organisationName'),
      sql<number>`coalesce(said.replies, 0)`.as('replies'),
      sql<Date>`greatest(c.published_at, said.at)`.as('at'),
    ])
    .where('c.state', '=', 'published')

const threadsPerPage = 15

/** The one in which something was written last comes first. */
export async function listThreads(db: Db, roomId: number, number: number, lang: Lang): Promise<PageOf<ThreadLine>> {
  const size = threadsPerPage
  const [{ total }, items] = await Promise.all([
    tablesOf(db)
      .selectFrom('contribution')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('audience_id', '=', roomId)
      .where('kind', '=', 'thread')
      .where('state', '=', 'published')
      .executeTakeFirstOrThrow(),
    lines(db, lang)
      .where('c.audience_id', '=', roomId)
      .where('c.kind', '=', 'thread')
      .orderBy('at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(size)
      .offset((number - 1) * size)
      .execute(),
  ])
  return { items, number, size, total }
}

/** In the order in which they were pinned. */
export const listPinned = (db: Db, roomId: number, lang: Lang): Promise<ThreadLine[]> =>
  lines(db, lang)
    .innerJoin('room_pin as pin', 'pin.contribution_id', 'c.id')
    .where('c.audience_id', '=', roomId)
    .orderBy('pin.at')
    .limit(20)
    .execute()

export interface NewsLine extends ThreadLine {
  readonly roomId: number
  readonly roomName: string
}

/** In one's rooms since then, the newest first: what others opened or brought, and where they wrote. */
export const listNews = (db: Db, personId: number, since: Date, most: number, lang: Lang): Promise<NewsLine[]> =>
  lines(db, lang)
    .innerJoin('room', 'room.audience_id', 'c.audience_id')
    .select(['room.audience_id as roomId', 'room.name as roomName'])
    .where(sql<boolean>`c.audience_id = any ((select app.audiences())::int[])`)
    .where(sql<boolean>`app.is_of_rooms(c.kind)`)
    .where('room.archived_at', 'is', null)
    .where(isHeard(sql`${personId}`, sql`c.id`))
    .where(sql<boolean>`greatest(c.published_at, said.at) >= ${since}`)
    .where((where) =>
      where.or([
        where('c.author_id', '<>', personId),
        sql<boolean>`exists (select 1 from reply other where other.contribution_id = c.id and other.author_id <> ${personId}
          and other.withdrawn_at is null and other.created_at >= ${since})`,
      ]),
    )
    .orderBy('at', 'desc')
    .limit(most)
    .execute()

/** What the viewer may do: pin it, or take down what they pinned, or as a host what anybody did; undefined: neither. */
export async function findPin(db: Db, id: number): Promise<'pin' | 'unpin' | undefined> {
  const row = await tablesOf(db)
    .selectFrom('contribution as c')
    .leftJoin('room_pin as pin', 'pin.contribution_id', 'c.id')
    .select(
      sql<'pin' | 'unpin' | null>`case when pin.contribution_id is null then 'pin'
        when pin.pinned_by = app.person() or app.hosts(c.audience_id) then 'unpin' end`.as('may'),
    )
    .where('c.id', '=', id)
    .where('c.state', '=', 'published')
    .where(sql<boolean>`app.is_of_rooms(c.kind) and not app.is_archived(c.audience_id)`)
    .executeTakeFirst()
  return row?.may ?? undefined
}

export const pin = (db: Db, id: number, personId: number): Promise<unknown> =>
  tablesOf(db)
    .insertInto('room_pin')
    .values({ contribution_id: id, pinned_by: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const unpin = (db: Db, id: number): Promise<unknown> =>
  tablesOf(db).deleteFrom('room_pin').where('contribution_id', '=', id).execute()
