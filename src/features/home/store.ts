// Every query of the hall: over the trunk only, whatever the kind; row-level security leaves out what is not for the viewer.
import { type SqlBool, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { isHeard } from '#trunk/muting.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { NewThing } from './arrival.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables>()

/** The concepts that a contribution shares with this organisation's own things. */
const sharedWith = (organisationId: number) => {
  const ours = sql`(select array_agg(distinct concept) from contribution mine, unnest(mine.concepts) concept
    where mine.organisation_id = ${organisationId} and mine.state <> 'withdrawn')`
  return sql<string[]>`array(select concept from unnest(c.concepts) concept where concept = any(${ours}::text[]))`
}

/**
 * Published by other cities since then, `except` these; first what came since the last visit, then what shares a concept with
 * this organisation's own things, then the newest.
 */
export const listNewThings = (
  db: Db,
  organisationId: number,
  { since, lastVisit }: { since: Date; lastVisit: Date | undefined },
  most: number,
  lang: Lang,
  except: readonly number[],
): Promise<NewThing[]> => {
  const shared = sharedWith(organisationId)
  return tablesOf(db)
    .selectFrom('contribution as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('audience as a', 'a.id', 'c.audience_id')
    .select([
      'c.id',
      'c.kind',
      'c.title',
      'c.summary',
      'c.lang',
      organisationName(lang).as('organisationName'),
      'o.slug as organisationSlug',
      'o.country',
      'a.kind as audienceKind',
      sql<Date>`c.published_at`.as('publishedAt'),
      shared.as('shared'),
    ])
    .where('c.state', '=', 'published')
    .where(sql<SqlBool>`c.hidden_at is null and not app.is_confided(c.kind)`)
    .where('c.organisation_id', '<>', organisationId)
    .where('c.published_at', '>=', since)
    .where(sql<SqlBool>`c.id <> all(${except}::int[])`)
    .where(isHeard(sql`app.person()`, sql`c.id`))
    .orderBy(sql`c.published_at >= coalesce(${lastVisit ?? null}::timestamptz, 'infinity')`, 'desc')
    .orderBy(sql`cardinality(${shared}) > 0`, 'desc')
    .orderBy('c.published_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(most)
    .execute()
}

/** Has this person begun anything here? Decides whether the first steps are shown. */
export async function hasContributed(db: Db, personId: number): Promise<boolean> {
  const row = await tablesOf(db)
    .selectFrom('contribution')
    .select('id')
    .where('author_id', '=', personId)
    .where(sql<SqlBool>`not app.is_confided(kind)`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export interface PublicThing {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly updatedAt: Date
}

/** Of the site map, beside pages and members: together below the 50,000 addresses that the format allows. */
export const thingsPerMap = 40_000

/** For the site map: what the viewer — a visitor there — can see; `part` from 1. */
export const listPublished = (db: Db, part: number, perMap = thingsPerMap): Promise<PublicThing[]> =>
  tablesOf(db)
    .selectFrom('contribution')
    .select(['id', 'kind', 'title', 'updated_at as updatedAt'])
    .where('state', '=', 'published')
    .orderBy('id', 'desc')
    .limit(perMap)
    .offset((part - 1) * perMap)
    .execute()

export async function countPublished(db: Db): Promise<number> {
  const row = await tablesOf(db)
    .selectFrom('contribution')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'published')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function listMemberSlugs(db: Db): Promise<string[]> {
  const rows = await tablesOf(db)
    .selectFrom('organisation')
    .select('slug')
    .where('kind', 'in', ['municipality', 'association', 'region'])
    .orderBy('slug')
    .limit(7000)
    .execute()
  return rows.map((row) => row.slug)
}
