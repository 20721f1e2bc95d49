// Every query of practices.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { type Contribution, getContribution } from '#trunk/contributions.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { PracticeListQuery } from './inputs.ts'
import { isEvidenceLevel, type Practice, type PracticeTexts, partNames } from './practice.ts'
import type { PracticeTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PracticeTables>()

const rowOf = (texts: PracticeTexts) => ({
  ...Object.fromEntries(partNames.map((name) => [name, texts[name]])),
  year_start: texts.yearStart,
  year_end: texts.yearEnd,
  evidence: texts.evidence,
})

async function replaceSources(db: Db, id: number, texts: PracticeTexts): Promise<void> {
  await tablesOf(db).deleteFrom('practice_source').where('contribution_id', '=', id).execute()
  if (texts.sources.length === 0) return
  await tablesOf(db)
    .insertInto('practice_source')
    .values(texts.sources.map((source, position) => ({ contribution_id: id, position, ...source })))
    .execute()
}

export async function insertPractice(
  db: Db,
  id: number,
  texts: PracticeTexts,
  fromPublicSources = false,
): Promise<void> {
  await tablesOf(db)
    .insertInto('practice')
    .values({ contribution_id: id, from_public_sources: fromPublicSources, ...rowOf(texts) } as never)
    .execute()
  await replaceSources(db, id, texts)
}

export async function updatePractice(db: Db, id: number, texts: PracticeTexts): Promise<void> {
  await tablesOf(db).updateTable('practice').set(rowOf(texts)).where('contribution_id', '=', id).execute()
  await replaceSources(db, id, texts)
}

/** One statement: its planning is kept, and every further one is a round trip. */
const findTexts = (db: Db, id: number) =>
  tablesOf(db)
    .selectFrom('practice as pr')
    .selectAll('pr')
    .select([
      sql<Practice['sources']>`array(select json_build_object('title', s.title, 'address', s.address)
        from practice_source s where s.contribution_id = pr.contribution_id order by s.position)`.as('sources'),
      sql<string[]>`array(select cc.concept from contribution_concept cc
        where cc.contribution_id = pr.contribution_id order by 1)`.as('concepts'),
    ])
    .where('pr.contribution_id', '=', id)
    .executeTakeFirst()

/** The whole practice within the viewer's reach, or a stop (not found, gone). */
export async function getPractice(db: Db, id: number | undefined, lang: Lang): Promise<Practice> {
  const [contribution, row] = await Promise.all([getContribution(db, 'practice', id, lang), findTexts(db, id ?? 0)])
  if (row === undefined) throw notFound()
  return {
    ...contribution,
    ...row,
    evidence: row.evidence !== null && isEvidenceLevel(row.evidence) ? row.evidence : null,
    yearStart: row.year_start,
    yearEnd: row.year_end,
    fromPublicSources: row.from_public_sources,
  }
}

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
}

const lineQuery = (db: Db) =>
  tablesOf(db)
    .selectFrom('contribution as c')
    .innerJoin('practice as pr', 'pr.contribution_id', 'c.id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('audience as a', 'a.id', 'c.audience_id')
    .where('c.kind', '=', 'practice')

type Filter = Partial<Pick<PracticeListQuery, 'country' | 'language' | 'evidence'>>
const some = (values: readonly string[] | undefined): values is readonly string[] =>
  values !== undefined && values.length > 0

const published = (db: Db, filter: Filter, concepts: readonly string[]) => {
  const { country, language, evidence } = filter
  let query = lineQuery(db).where('c.state', '=', 'published')
  if (some(country)) query = query.where('o.country', 'in', country)
  if (some(language)) query = query.where('c.lang', 'in', language)
  if (some(evidence)) query = query.where('pr.evidence', 'in', evidence.map(Number))
  if (concepts.length > 0)
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('contribution_concept as cc')
          .select('cc.concept')
          .whereRef('cc.contribution_id', '=', 'c.id')
          .where('cc.concept', 'in', [...concepts]),
      ),
    )
  return query
}

const lineColumns = (lang: Lang) =>
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
    sql<string[]>`array(select cc.concept from contribution_concept cc where cc.contribution_id = c.id order by 1)`.as(
      'concepts',
    ),
  ] as const

export const practicesPerPage = 20

/** Published practices within reach, newest first. `concepts`: the wanted one and everything narrower. */
export async function listPractices(
  db: Db,
  filter: PracticeListQuery,
  concepts: readonly string[],
  lang: Lang,
): Promise<PageOf<PracticeLine>> {
  const query = published(db, filter, concepts)
  const [{ total }, items] = await Promise.all([
    query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    query
      .select(lineColumns(lang))
      .orderBy('c.published_at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(practicesPerPage)
      .offset((filter.page - 1) * practicesPerPage)
      .execute(),
  ])
  return { items, number: filter.page, size: practicesPerPage, total }
}

export interface Counted {
  readonly value: string
  readonly count: number
}
export type PracticeFacets = Readonly<Record<'country' | 'language' | 'evidence' | 'concept', readonly Counted[]>>

const counted = async (query: ReturnType<typeof published>, column: 'o.country' | 'c.lang' | 'pr.evidence') =>
  query
    .select([sql<string>`${sql.ref(column)}::text`.as('value'), ({ fn }) => fn.countAll<number>().as('count')])
    .where(column, 'is not', null)
    .groupBy(column)
    .execute()

/** How many published practices within reach each filter would leave; each facet ignores its own choice. */
export async function countFacets(
  db: Db,
  { country, language, evidence }: PracticeListQuery,
  concepts: readonly string[],
): Promise<PracticeFacets> {
  const byConcept = published(db, { country, language, evidence }, [])
    .innerJoin('contribution_concept as k', 'k.contribution_id', 'c.id')
    .select(['k.concept as value', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('k.concept')
  const counts = await Promise.all([
    counted(published(db, { language, evidence }, concepts), 'o.country'),
    counted(published(db, { country, evidence }, concepts), 'c.lang'),
    counted(published(db, { country, language }, concepts), 'pr.evidence'),
    byConcept.execute(),
  ])
  return { country: counts[0], language: counts[1], evidence: counts[2], concept: counts[3] }
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
  published(db, {}, [])
    .select(lineColumns(lang))
    .orderBy('c.published_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(most)
    .execute()

/** How many practices and languages the viewer can see. */
export const countPractices = (db: Db): Promise<{ practices: number; languages: number }> =>
  published(db, {}, [])
    .select([({ fn }) => fn.countAll<number>().as('practices'), sql<number>`count(distinct c.lang)`.as('languages')])
    .executeTakeFirstOrThrow()

/** Persons of active members by exact name, for the audience of named persons. */
export const findPersonsByName = (db: Db, names: readonly string[]): Promise<{ id: number; name: string }[]> =>
  names.length === 0
    ? Promise.resolve([])
    : tablesOf(db)
        .selectFrom('person')
        .select(['id', 'name'])
        .where('left_at', 'is', null)
        .where(sql<boolean>`lower(name) = any(${names.map((name) => name.toLowerCase())}::text[])`)
        .execute()

/** What shares a concept with this contribution, and which ones. */
const shareConcepts = (db: Db, id: number) =>
  tablesOf(db)
    .selectFrom('contribution_concept as mine')
    .innerJoin('contribution_concept as theirs', (join) =>
      join.onRef('theirs.concept', '=', 'mine.concept').onRef('theirs.contribution_id', '<>', 'mine.contribution_id'),
    )
    .where('mine.contribution_id', '=', id)
    .select(['theirs.contribution_id', sql<string[]>`array_agg(theirs.concept)`.as('shared')])
    .groupBy('theirs.contribution_id')

/** Practices with shared concepts, the most alike first; the reason is what they share. */
export const listRelated = (db: Db, id: number, most: number, lang: Lang) =>
  tablesOf(db)
    .selectFrom(shareConcepts(db, id).as('alike'))
    .innerJoin('contribution as c', 'c.id', 'alike.contribution_id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .where('c.kind', '=', 'practice')
    .where('c.state', '=', 'published')
    .select(['c.id', 'c.title', 'c.lang', organisationName(lang).as('organisationName'), 'o.country', 'alike.shared'])
    .orderBy(sql`cardinality(alike.shared)`, 'desc')
    .orderBy('c.id')
    .limit(most)
    .execute()

/** Ids of everything published, whoever may see it: for a complete re-index by the system. */
export async function listPublishedIds(system: Db): Promise<number[]> {
  const rows = await lineQuery(system).select('c.id').where('c.state', '=', 'published').orderBy('c.id').execute()
  return rows.map((row) => row.id)
}
