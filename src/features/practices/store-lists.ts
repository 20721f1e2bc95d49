// Practices in lists: the page with its filters, drafts, the newest, what is alike.
import { type RawBuilder, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
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

const published = (db: Db) => lineQuery(db).where('c.state', '=', 'published')

/** Nothing chosen leaves everything. */
const chosen = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<boolean> =>
  values.length === 0 ? sql<boolean>`true` : sql<boolean>`${column} = any(${values}::text[])`
const tagged = (concepts: readonly string[]): RawBuilder<boolean> =>
  concepts.length === 0 ? sql<boolean>`true` : sql<boolean>`c.concepts && ${concepts}::text[]`

export const lineColumns = (lang: Lang) =>
  [
    'c.id',
    'c.title',
    'c.summary',
    'c.lang',
    organisationName(lang).as('organisationName'),
    'o.slug as organisationSlug',
    'o.country',
    sql<Contribution['audienceKind']>`a.kind`.as('audienceKind'),
    'pr.evidence',
    'pr.year_start as yearStart',
    'c.published_at as publishedAt',
    'c.state',
    'pr.from_public_sources as fromPublicSources',
    'c.demonstration',
    'c.concepts',
    'pr.currency',
  ] as const

const practicesPerPage = 20

/** Published practices within reach, newest first, what nobody confirmed for long behind. `concepts`: the wanted one and everything narrower. */
const listPractices = (db: Db, filter: PracticeListQuery, concepts: readonly string[], lang: Lang) =>
  published(db)
    .select(lineColumns(lang))
    .where(chosen(sql.ref('o.country'), filter.country))
    .where(chosen(sql.ref('c.lang'), filter.language))
    .where(chosen(sql`pr.evidence::text`, filter.evidence))
    .where(tagged(concepts))
    .orderBy(sql`pr.currency = 'old'`)
    .orderBy('c.published_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(practicesPerPage)
    .offset((filter.page - 1) * practicesPerPage)
    .execute()

export interface Counted {
  readonly value: string
  readonly count: number
}
export type PracticeFacets = Readonly<Record<'country' | 'language' | 'evidence' | 'concept', readonly Counted[]>>

/** How many each filter would leave, and how many there are: each facet ignores its own choice. */
const countWithin = (db: Db, { country, language, evidence }: PracticeListQuery, concepts: readonly string[]) =>
  sql<Counted & { readonly facet: keyof PracticeFacets | 'all' }>`
    with within as materialized (
      select o.country, c.lang, pr.evidence::text as evidence, c.concepts,
        ${chosen(sql.ref('o.country'), country)} as in_country, ${chosen(sql.ref('c.lang'), language)} as in_language,
        ${chosen(sql`pr.evidence::text`, evidence)} as of_evidence, ${tagged(concepts)} as on_concept
      from contribution c
      join practice pr on pr.contribution_id = c.id
      join organisation o on o.id = c.organisation_id
      where c.kind = 'practice' and c.state = 'published'
    )
    select facet, value, count(*)::int as count
    from within, lateral (
      select 'country', country where in_language and of_evidence and on_concept
      union all select 'language', lang where in_country and of_evidence and on_concept
      union all select 'evidence', evidence where in_country and in_language and on_concept and evidence is not null
      union all select 'concept', unnest(concepts) where in_country and in_language and of_evidence
      union all select 'all', '' where in_country and in_language and of_evidence and on_concept
    ) as counted (facet, value)
    group by facet, value`.execute(db)

/** One page of the list, and what its filters would leave. `concepts`: the wanted ones and everything narrower. */
export async function findPractices(
  db: Db,
  query: PracticeListQuery,
  concepts: readonly string[],
  lang: Lang,
): Promise<{ readonly page: PageOf<PracticeLine>; readonly facets: PracticeFacets }> {
  const [items, { rows }] = await Promise.all([
    listPractices(db, query, concepts, lang),
    countWithin(db, query, concepts),
  ])
  const of = (name: string): Counted[] => rows.filter(({ facet }) => facet === name)
  return {
    page: { items, number: query.page, size: practicesPerPage, total: of('all')[0]?.count ?? 0 },
    facets: { country: of('country'), language: of('language'), evidence: of('evidence'), concept: of('concept') },
  }
}

/** The viewer's own city's drafts, last changed first. */
export const listDrafts = (db: Db, organisationId: number, lang: Lang): Promise<PracticeLine[]> =>
  lineQuery(db)
    .select(lineColumns(lang))
    .where('c.state', '=', 'draft')
    .where('c.organisation_id', '=', organisationId)
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
