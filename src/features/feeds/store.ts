// What is public, as a visitor sees it; the newest change first.
import { sql } from 'kysely'
import { publicAudience } from '#kernel/audience.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { type FeedLine, linesPerFeed } from './feed.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables>()

export interface Narrowing {
  readonly kinds: readonly string[]
  /** Any of them. */
  readonly concepts?: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  readonly member?: string
}

/** Read as a visitor already; that only public things are asked for holds it a second time. */
function published(db: Db, { kinds, concepts, country, member }: Narrowing) {
  let query = tablesOf(db)
    .selectFrom('contribution as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .where('c.state', '=', 'published')
    .where('c.audience_id', '=', publicAudience)
    .where(sql<boolean>`c.hidden_at is null`)
    .where('c.kind', 'in', [...kinds])
  if (concepts !== undefined) query = query.where(sql<boolean>`c.concepts && ${[...concepts]}::text[]`)
  if (country !== undefined) query = query.where('o.country', '=', country)
  if (member !== undefined) query = query.where('o.slug', '=', member)
  return query
}

const changed = sql<Date>`greatest(c.updated_at, c.published_at)`

export async function listLines(db: Db, wanted: Narrowing, page: number, lang: string): Promise<PageOf<FeedLine>> {
  const [{ total }, items] = await Promise.all([
    published(db, wanted)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    published(db, wanted)
      .select(['c.id', 'c.kind', 'c.title', 'c.summary', 'c.lang', 'c.concepts'])
      .select([
        organisationName(lang).as('organisationName'),
        sql<string | null>`case when o.kind = 'unnamed' then null else o.slug end`.as('organisationSlug'),
        sql<Date>`c.published_at`.as('publishedAt'),
        changed.as('updatedAt'),
      ])
      .orderBy(changed, 'desc')
      .orderBy('c.id', 'desc')
      .limit(linesPerFeed)
      .offset((page - 1) * linesPerFeed)
      .execute(),
  ])
  return { items, number: page, size: linesPerFeed, total }
}

/** Countries of the register; the one that stands for none is not among them. */
export async function listCountries(db: Db): Promise<string[]> {
  const rows = await tablesOf(db)
    .selectFrom('organisation')
    .select('country')
    .distinct()
    .where(sql<boolean>`kind not in ('unnamed', 'guest')`)
    .orderBy('country')
    .execute()
  return rows.map(({ country }) => country)
}

/** What the member is called to this reader; undefined where there is none. */
export async function findMemberName(db: Db, slug: string, lang: string): Promise<string | undefined> {
  const row = await tablesOf(db)
    .selectFrom('organisation as o')
    .select(organisationName(lang).as('name'))
    .where('o.slug', '=', slug)
    .where(sql<boolean>`o.kind not in ('unnamed', 'guest')`)
    .executeTakeFirst()
  return row?.name
}
