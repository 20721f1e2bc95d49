// Every query of announcements.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import { getContribution, whyOutOfReach } from '#trunk/contributions.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Announcement } from './announcement.ts'
import type { AnnouncementTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & AnnouncementTables>()

export const insertAnnouncement = (
  db: Db,
  id: number,
  { topic, text, endsOn }: Pick<Announcement, 'topic' | 'text' | 'endsOn'>,
): Promise<unknown> =>
  tablesOf(db).insertInto('announcement').values({ contribution_id: id, topic, text, ends_on: endsOn }).execute()

/** The whole announcement within the viewer's reach, or a stop (not found, gone). */
export async function getAnnouncement(db: Db, id: number | undefined, lang: Lang): Promise<Announcement> {
  const [contribution, row] = await Promise.all([
    getContribution(db, 'announcement', id, lang),
    tablesOf(db)
      .selectFrom('announcement')
      .select(['topic', 'text', sql<string | null>`ends_on::text`.as('endsOn')])
      .where('contribution_id', '=', id ?? 0)
      .executeTakeFirst(),
  ])
  if (row === undefined) throw await whyOutOfReach(db, id ?? 0)
  return { ...contribution, ...row }
}

/** What still holds on this day. */
const published = (db: Db, day: string) =>
  tablesOf(db)
    .selectFrom('contribution as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .innerJoin('announcement as n', 'n.contribution_id', 'c.id')
    .where('c.state', '=', 'published')
    .where(sql<boolean>`(n.ends_on is null or n.ends_on >= ${day}::date)`)

const linesOf = (db: Db, day: string, lang: Lang) =>
  published(db, day)
    .innerJoin('audience as a', 'a.id', 'c.audience_id')
    .select([
      'c.id',
      'c.title',
      'c.lang',
      'n.topic',
      sql<string | null>`n.ends_on::text`.as('endsOn'),
      organisationName(lang).as('organisationName'),
      'o.slug as organisationSlug',
      'o.country',
      'a.kind as audienceKind',
    ])
    .orderBy('c.published_at', 'desc')
    .orderBy('c.id', 'desc')

export type AnnouncementLine = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number]

const announcementsPerPage = 20

/** Published announcements within reach that still hold, newest first. */
export async function listAnnouncements(
  db: Db,
  number: number,
  day: string,
  lang: Lang,
): Promise<PageOf<AnnouncementLine>> {
  const size = announcementsPerPage
  const [{ total }, items] = await Promise.all([
    published(db, day)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    linesOf(db, day, lang)
      .limit(size)
      .offset((number - 1) * size)
      .execute(),
  ])
  return { items, number, size, total }
}

/** Those that are for the members of one forum, as far as the viewer is among them. */
export const listAnnouncementsOf = (
  db: Db,
  forumId: number,
  day: string,
  most: number,
  lang: Lang,
): Promise<AnnouncementLine[]> => linesOf(db, day, lang).where('a.forum_id', '=', forumId).limit(most).execute()

/** For loaders, by the system. */
export async function findForumAudience(system: Db, slug: string): Promise<number> {
  const { id } = await tablesOf(system)
    .selectFrom('audience as a')
    .innerJoin('forum as f', 'f.id', 'a.forum_id')
    .select('a.id')
    .where('f.slug', '=', slug)
    .executeTakeFirstOrThrow()
  return id
}
