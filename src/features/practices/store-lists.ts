// Practices in lists: the page with its filters, drafts, the newest, what is alike.
import { type RawBuilder, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import { arrivedSince } from '#trunk/arrivals.ts'
import type { Contribution } from '#trunk/contributions.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Currency } from './currency.ts'
import type { PracticeListQuery } from './inputs.ts'
import type { PracticeTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PracticeTables>()

export interface PracticeLine {
  readonly id: number
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly organisationName: string
  readonly organisationSlug: string
  readonly country: string
  readonly audienceKind: Contribution['audienceKind']
  readonly evidence: number | null
  readonly yearStart: number | null
  readonly publishedAt: Date | null
  readonly state: Contribution['state']
  readonly fromPublicSources: boolean
  readonly demonstration: boolean
  readonly concepts: readonly string[]
  readonly currency: Currency
}

/** Practices in any state, with their cities. */
export const lineQuery = (db: Db) =>
  tablesOf(db)
    .selectFrom('contribution as c')
    .innerJoin('practice as pr', 'pr.contribution_id', 'c.id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('audience as a', 'a.id', 'c.audience_id')
    .where('c.kind', '=', 'practice')

/** Whoever looks after what was hidden finds it where that is done, not among what others find. */
const published = (db: Db) => lineQuery(db).where('c.state', '=', 'published').where(sql<boolean>`c.hidden_at is null`)

/** Nothing chosen leaves everything. */
export const chosen = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<boolean> =>
  values.length === 0 ? sql<boolean>`true` : sql<boolean>`${column} = any(${values}::text[])`
/** Looked up once: there are a thousand cities, not one for each practice. */
const fromCountries = (countries: readonly string[]): RawBuilder<boolean> =>
  countries.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`c.organisation_id = any (array(select id from organisation where country = any(${countries}::text[])))`
export const tagged = (concepts: readonly string[]): RawBuilder<boolean> =>
  concepts.length === 0 ? sql<boolean>`true` : sql<boolean>`c.concepts && ${concepts}::text[]`

const arrived = (since: Date | undefined): RawBuilder<boolean> =>
  since === undefined ? sql<boolean>`true` : arrivedSince(since)

export const lineColumns = (lang: Lang) =>
  [
    'c.id',
    'c.title',
    'c.summary',
    'c.lang',
    organisationName(lang).as('organisationName'),
    'o.slug as organisationSlug',
    'o.country',
    sql<Contribution['audienceKind']>`coalesce(a.kind, app.kind_of_audience(c.audience_id))`.as('audienceKind'),
    'pr.evidence',
    'pr.year_start as yearStart',
    'c.published_at as publishedAt',
    'c.state',
    'pr.from_public_sources as fromPublicSources',
    'c.demonstration',
    'c.concepts',
    'pr.currency',
  ] as const

export interface Within {
  /** The wanted ones and everything narrower. */
  readonly concepts: readonly string[]
  readonly since: Date | undefined
}

const practicesPerPage = 20

/**
 * Unnarrowed, all of it has to be sorted: read in one go, since joined directly the policy of `practice` looks up the
 * contribution of each row once more. Narrowed, few are left to be looked up. Of 10,000: 19 instead of 57 ms, and 4 instead of 127.
 */
const wholePractices = sql`(select contribution_id, evidence, currency from practice offset 0)`
const practicesFor = ({ concept, country, language, evidence }: PracticeListQuery) =>
  [concept, country, language, evidence].some((values) => values.length > 0) ? sql`practice` : wholePractices

/** Ids of one page, newest first, what nobody confirmed for long behind; only then are their lines read. */
const pageOfIds = (filter: PracticeListQuery, { concepts, since }: Within) =>
  sql<{ id: number; old: boolean; published_at: Date }>`(
    select c.id, pr.currency = 'old' as old, c.published_at
    from contribution c
    join ${practicesFor(filter)} pr on pr.contribution_id = c.id
    where c.kind = 'practice' and c.state = 'published' and c.hidden_at is null and ${fromCountries(filter.country)}
      and ${chosen(sql.ref('c.lang'), filter.language)} and ${chosen(sql`pr.evidence::text`, filter.evidence)}
      and ${tagged(concepts)} and ${arrived(since)}
    order by 2, 3 desc, 1 desc
    limit ${practicesPerPage} offset ${(filter.page - 1) * practicesPerPage})`.as<'page'>(sql.ref('page'))

/** One page of published practices within reach. */
const listPractices = (db: Db, filter: PracticeListQuery, within: Within, lang: Lang) =>
  lineQuery(db)
    .innerJoin(pageOfIds(filter, within), 'page.id', 'c.id')
    .select(lineColumns(lang))
    .orderBy('page.old')
    .orderBy('page.published_at', 'desc')
    .orderBy('page.id', 'desc')
    .execute()

export interface Counted {
  readonly value: string
  readonly count: number
}
export type PracticeFacets = Readonly<Record<'country' | 'language' | 'evidence' | 'concept', readonly Counted[]>>

/** How many each filter would leave, and how many there are: each facet ignores its own choice. */
const countWithin = (db: Db, { country, language, evidence }: PracticeListQuery, { concepts, since }: Within) =>
  sql<Counted & { readonly facet: keyof PracticeFacets | 'all' }>`
    with within as materialized (
      select c.organisation_id, c.lang, pr.evidence, c.concepts,
        ${fromCountries(country)} as in_country, ${chosen(sql.ref('c.lang'), language)} as in_language,
        ${chosen(sql`pr.evidence::text`, evidence)} as of_evidence, ${tagged(concepts)} as on_concept
      from contribution c
      join ${wholePractices} pr on pr.contribution_id = c.id
      where c.kind = 'practice' and c.state = 'published' and c.hidden_at is null and ${arrived(since)}
    ), by_city as (
      select organisation_id, count(*) as count from within where in_language and of_evidence and on_concept group by 1
    )
    select 'country' as facet, o.country as value, sum(b.count)::int as count
      from by_city b join organisation o on o.id = b.organisation_id group by o.country
    union all select 'language', lang, count(*)::int from within where in_country and of_evidence and on_concept group by lang
    union all select 'evidence', evidence::text, count(*)::int from within
      where in_country and in_language and on_concept and evidence is not null group by evidence
    union all select 'concept', concept, count(*)::int from within, unnest(concepts) concept
      where in_country and in_language and of_evidence group by concept
    union all select 'all', '', count(*)::int from within
      where in_country and in_language and of_evidence and on_concept`.execute(db)

/** One page of the list, and what its filters would leave. */
export async function findPractices(
  db: Db,
  query: PracticeListQuery,
  within: Within,
  lang: Lang,
): Promise<{ readonly page: PageOf<PracticeLine>; readonly facets: PracticeFacets }> {
  const [items, { rows }] = await Promise.all([listPractices(db, query, within, lang), countWithin(db, query, within)])
  const of = (name: string): Counted[] => rows.filter(({ facet }) => facet === name)
  return {
    page: { items, number: query.page, size: practicesPerPage, total: of('all')[0]?.count ?? 0 },
    facets: { country: of('country'), language: of('language'), evidence: of('evidence'), concept: of('concept') },
  }
}

/** Drafts of the viewer's own city, and those of others that they write along or are asked to; last changed first. */
export const listDrafts = (db: Db, organisationId: number, lang: Lang): Promise<PracticeLine[]> =>
  lineQuery(db)
    .select(lineColumns(lang))
    .where('c.state', '=', 'draft')
    .where((where) =>
      where.or([where('c.organisation_id', '=', organisationId), sql<boolean>`c.id = any (app.co_authored(false))`]),
    )
    .orderBy('c.updated_at', 'desc')
    .limit(50)
    .execute()

/** Newest published within reach. */
export const listNewest = (db: Db, most: number, lang: Lang): Promise<PracticeLine[]> =>
  published(db)
    .select(lineColumns(lang))
    .orderBy('c.published_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(most)
    .execute()

/** How many practices and languages the viewer can see. */
export const countPractices = (db: Db): Promise<{ practices: number; languages: number }> =>
  published(db)
    .select([({ fn }) => fn.countAll<number>().as('practices'), sql<number>`count(distinct c.lang)`.as('languages')])
    .executeTakeFirstOrThrow()
