// Questions in lists: one page with its filters, and what each filter would leave.
import { type RawBuilder, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import type { Contribution } from '#trunk/contributions.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { facetNames, QuestionListQuery } from './inputs.ts'
import type { QuestionTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & QuestionTables>()

export interface QuestionLine {
  readonly id: number
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly concepts: readonly string[]
  readonly organisationName: string
  readonly organisationSlug: string
  readonly country: string
  readonly audienceKind: Contribution['audienceKind']
  readonly publishedAt: Date
  readonly answeredAt: Date | null
  readonly replies: number
}

/** What is asked for, with the concepts and all that is narrower. */
export type Asked = QuestionListQuery & { readonly wanted: readonly string[] }

const stateOf = sql<string>`case when q.answered_at is null then 'open' else 'answered' end`
const chosen = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<boolean> =>
  values.length === 0 ? sql<boolean>`true` : sql<boolean>`${column} = any(${values}::text[])`
const tagged = (concepts: readonly string[]): RawBuilder<boolean> =>
  concepts.length === 0 ? sql<boolean>`true` : sql<boolean>`c.concepts && ${concepts}::text[]`

const questionsPerPage = 20

/** Newest first. */
const listPage = ({ state, country, language, page, wanted }: Asked, db: Db, lang: Lang): Promise<QuestionLine[]> =>
  tablesOf(db)
    .selectFrom('contribution as c')
    .innerJoin('question as q', 'q.contribution_id', 'c.id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('audience as a', 'a.id', 'c.audience_id')
    .select(['c.id', 'c.title', 'c.summary', 'c.lang', 'c.concepts', 'o.slug as organisationSlug', 'o.country'])
    .select([
      organisationName(lang).as('organisationName'),
      sql<Contribution['audienceKind']>`coalesce(a.kind, app.kind_of_audience(c.audience_id))`.as('audienceKind'),
      sql<Date>`c.published_at`.as('publishedAt'),
      'q.answered_at as answeredAt',
      sql<number>`(select count(*)::int from reply r where r.contribution_id = c.id and r.withdrawn_at is null)`.as(
        'replies',
      ),
    ])
    .where('c.kind', '=', 'question')
    .where('c.state', '=', 'published')
    .where(sql<boolean>`c.hidden_at is null`)
    .where(chosen(stateOf, state))
    .where(chosen(sql.ref('o.country'), country))
    .where(chosen(sql.ref('c.lang'), language))
    .where(tagged(wanted))
    .orderBy('c.published_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(questionsPerPage)
    .offset((page - 1) * questionsPerPage)
    .execute()

export interface Counted {
  readonly value: string
  readonly count: number
}
export type QuestionFacets = Readonly<Record<(typeof facetNames)[number], readonly Counted[]>>

/** A field of action with itself and all that is narrower. */
export interface Field {
  readonly slug: string
  readonly concepts: readonly string[]
}

/** How many each filter would leave, and how many there are: each facet ignores its own choice. */
const countWithin = ({ state, country, language, wanted }: Asked, fields: readonly Field[], db: Db) => {
  const pairs = fields.flatMap(({ slug, concepts }) => concepts.map((concept) => [slug, concept] as const))
  return sql<Counted & { readonly facet: keyof QuestionFacets | 'all' }>`
    with within as materialized (
      select c.id, c.lang, c.concepts, o.country, ${stateOf} as state, ${chosen(stateOf, state)} as in_state,
        ${chosen(sql.ref('o.country'), country)} as in_country, ${chosen(sql.ref('c.lang'), language)} as in_language,
        ${tagged(wanted)} as on_concept
      from contribution c join question q on q.contribution_id = c.id join organisation o on o.id = c.organisation_id
      where c.kind = 'question' and c.state = 'published' and c.hidden_at is null
    ), field as (
      select * from unnest(${pairs.map(([slug]) => slug)}::text[], ${pairs.map(([, concept]) => concept)}::text[]) as f (slug, concept)
    )
    select 'state' as facet, state as value, count(*)::int as count from within where in_country and in_language and on_concept group by state
    union all select 'country', country, count(*)::int from within where in_state and in_language and on_concept and country <> 'ZZ' group by country
    union all select 'language', lang, count(*)::int from within where in_state and in_country and on_concept group by lang
    union all select 'concept', f.slug, count(distinct w.id)::int from within w join field f on f.concept = any (w.concepts)
      where in_state and in_country and in_language group by f.slug
    union all select 'all', '', count(*)::int from within where in_state and in_country and in_language and on_concept`.execute(
    tablesOf(db),
  )
}

/** One page of published questions within reach, and what its filters would leave. */
export async function findQuestions(
  db: Db,
  asked: Asked,
  fields: readonly Field[],
  lang: Lang,
): Promise<{ readonly page: PageOf<QuestionLine>; readonly facets: QuestionFacets }> {
  const [items, { rows }] = await Promise.all([listPage(asked, db, lang), countWithin(asked, fields, db)])
  const of = (name: string): Counted[] => rows.filter(({ facet }) => facet === name)
  return {
    page: { items, number: asked.page, size: questionsPerPage, total: of('all')[0]?.count ?? 0 },
    facets: { state: of('state'), country: of('country'), language: of('language'), concept: of('concept') },
  }
}
