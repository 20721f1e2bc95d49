// Every question to the index, as the viewer: row-level security on each table decides what exists.
import { type RawBuilder, sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { AskedTerm } from './rank.ts'
import { type SearchFilters, sizes } from './search-filters.ts'
import type { SearchTables } from './tables.ts'

export interface Candidate {
  readonly id: number
  readonly score: number
  readonly kind: string
  readonly lang: string
  readonly country: string | null
  readonly year: number | null
  readonly evidence: number | null
  readonly population: number | null
  readonly behind: boolean
  readonly concepts: readonly string[]
}

/** Beyond so many, nobody reads on; counts stop there too and say so. */
export const mostCandidates = 1000

/** In how many documents within reach each term stands. */
export async function countDocuments(db: Db, terms: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .withTables<SearchTables>()
    .selectFrom('search_statistic')
    .select(['term', sql<number>`sum(documents)::int`.as('documents')])
    .where('term', 'in', terms)
    .groupBy('term')
    .execute()
  return new Map(rows.map(({ term, documents }) => [term, documents]))
}

const oneOf = (column: string, wanted: readonly (string | number)[], type: string): RawBuilder<boolean> =>
  wanted.length === 0 ? sql`true` : sql`${sql.ref(column)} = any (${wanted}::${sql.raw(type)}[])`

const inSize = (lower: string): RawBuilder<boolean> => {
  const index = sizes.findIndex((size) => String(size) === lower)
  const upper = sizes[index + 1] ?? 2_147_483_647
  return sql`(d.population >= ${index < 0 ? 2_147_483_647 : (sizes[index] ?? 0)} and d.population < ${upper})`
}

/** The same rules as `passes` in search-filters.ts. */
const narrowed = (filters: SearchFilters): RawBuilder<boolean> => {
  const periods = filters.year
    .map(Number)
    .filter(Number.isSafeInteger)
    .flatMap((year) => [0, 1, 2, 3, 4].map((step) => year + step))
  const evidence = filters.evidence.map(Number).filter(Number.isSafeInteger)
  const conditions = [
    oneOf('d.country', filters.country, 'text'),
    oneOf('d.kind', filters.kind, 'text'),
    oneOf('d.lang', filters.language, 'text'),
    filters.year.length === 0 ? sql<boolean>`true` : sql<boolean>`d.year = any (${periods}::bigint[])`,
    filters.evidence.length === 0 ? sql<boolean>`true` : sql<boolean>`d.evidence = any (${evidence}::bigint[])`,
    filters.concept.length === 0 ? sql<boolean>`true` : sql<boolean>`d.concepts && ${[...filters.concept]}::text[]`,
    filters.size.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(filters.size.map(inSize), sql` or `)})`,
  ]
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

const columns = sql`d.id, d.kind, d.lang, d.country, d.year, d.evidence, d.population, d.behind, d.concepts`

/**
 * The best matches by the sum of their postings. `offset 0` keeps the planner on one index-only scan per term, whatever
 * it believes about the number of rows. Without filters the documents are read after the best are known.
 */
export async function listCandidates(
  db: Db,
  terms: readonly AskedTerm[],
  filters: SearchFilters | undefined,
): Promise<Candidate[]> {
  if (terms.length === 0) return []
  const most = sql.lit(mostCandidates)
  const { rows } = await sql<Candidate>`
    with best as materialized (
      select p.document_id, sum(p.weight * a.weight) as score
      from unnest(${terms.map(({ term }) => term)}::bigint[], ${terms.map(({ weight }) => weight)}::real[]) as a (term, weight)
      cross join lateral (select document_id, weight from search_posting where term = a.term offset 0) p
      group by p.document_id
      ${filters === undefined ? sql`order by score desc, p.document_id limit ${most}` : sql``}
    )
    select ${columns}, b.score from best b join search_document d on d.id = b.document_id
    where ${filters === undefined ? sql`true` : narrowed(filters)}
    order by b.score desc, d.id limit ${most}`.execute(db)
  return rows
}

/** For a search without words: what was shared first, the newest on top, then cities and people. */
export async function listNewest(db: Db, filters: SearchFilters | undefined): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select ${columns}, 0 as score from search_document d
    where ${filters === undefined ? sql`true` : narrowed(filters)}
    order by d.contribution_id is null, d.changed_at desc, d.id desc limit ${sql.lit(mostCandidates)}`.execute(db)
  return rows
}

export interface FoundDocument {
  readonly id: number
  readonly kind: string
  readonly subject: number
  readonly lang: string
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly path: string
  readonly audienceKind: AudienceKind
  readonly organisationName: string | null
  readonly organisationSlug: string | null
  readonly country: string | null
  readonly year: number | null
  readonly evidence: number | null
  readonly concepts: readonly string[]
}

/** A document that is an organisation is titled in the reader's language; all others as they were written. */
export const titleFor = (lang: string) =>
  [
    sql<string>`case when d.title = o.name then ${organisationName(lang)} else d.title end`.as('title'),
    sql<string>`case when d.title = o.name and o.names ? ${lang} then ${lang} else d.lang end`.as('lang'),
  ] as const

/** The documents of one page of answers, in any order. Only the beginning of the text is read: enough for a passage. */
export async function listDocuments(db: Db, ids: readonly number[], lang: string): Promise<FoundDocument[]> {
  if (ids.length === 0) return []
  return db
    .withTables<SearchTables & Pick<TrunkTables, 'audience' | 'organisation'>>()
    .selectFrom('search_document as d')
    .innerJoin('audience as a', 'a.id', 'd.audience')
    .leftJoin('organisation as o', 'o.id', 'd.organisation_id')
    .select(['d.id', 'd.kind', 'd.subject', 'd.summary', 'd.path', 'a.kind as audienceKind', ...titleFor(lang)])
    .select([organisationName(lang).as('organisationName'), 'd.organisation_slug as organisationSlug'])
    .select(['d.country', 'd.year', 'd.evidence', 'd.concepts', sql<string>`left(d.body, 8000)`.as('body')])
    .where('d.id', 'in', ids)
    .execute()
}

/** Which of the query's terms stand in which of these documents. */
export async function listMatches(
  db: Db,
  ids: readonly number[],
  terms: readonly number[],
): Promise<Map<number, Set<number>>> {
  if (ids.length === 0 || terms.length === 0) return new Map()
  const rows = await db
    .withTables<SearchTables>()
    .selectFrom('search_posting')
    .select(['document_id', 'term'])
    .where('document_id', 'in', ids)
    .where('term', 'in', terms)
    .execute()
  const matches = new Map<number, Set<number>>()
  for (const { document_id, term } of rows) matches.set(document_id, (matches.get(document_id) ?? new Set()).add(term))
  return matches
}
