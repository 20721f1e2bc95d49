// Every question to the index, as the viewer: row-level security on each table decides what exists.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { PostingBlock } from './accumulate.ts'
import { type Brief, briefFrom } from './brief.ts'
import { listed } from './listed.ts'
import { bytesPerPosting } from './posting-block.ts'
import type { ReaderCity } from './rank.ts'
import type { SearchTables } from './tables.ts'

/** Beyond so many, nobody reads on; counts stop there too and say so. */
export const mostCandidates = 1000

/** In how many documents within reach each term stands. */
export async function countDocuments(db: Db, terms: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ term: number; documents: number }>`
    select term, sum(length(data))::int / ${sql.lit(bytesPerPosting)} as documents
    from search_posting where term = any (${listed(terms)}::bigint[]) group by term`.execute(db)
  return new Map(rows.map(({ term, documents }) => [term, documents]))
}

/** All postings of these terms within reach, in any order. */
export async function listPostings(db: Db, terms: readonly number[]): Promise<PostingBlock[]> {
  if (terms.length === 0) return []
  const { rows } = await sql<PostingBlock>`
    select term, block, data from search_posting where term = any (${listed(terms)}::bigint[])`.execute(db)
  return rows
}

/** What ranking, filters and counts know of a document; of concepts its fields of action, and those asked for. */
export interface Candidate extends Brief {
  readonly id: number
}

/** Concepts that were chosen and are no field of action are looked for in the document itself. */
const candidates = (db: Db, chosen: readonly string[]) => {
  const query = db.withTables<SearchTables>().selectFrom('search_document').select(['id', 'brief'])
  const more = sql<string[]>`array(select unnest(concepts) intersect select unnest(${[...chosen]}::text[]))`
  return chosen.length === 0 ? query : query.select(more.as('more'))
}

const candidateFrom = ({ id, brief, more = [] }: { id: number; brief: string; more?: string[] }): Candidate => {
  const known = briefFrom(brief)
  return { ...known, id, concepts: more.length === 0 ? known.concepts : [...new Set([...known.concepts, ...more])] }
}

/** Those of these documents that are there, in any order. */
export async function listCandidates(db: Db, ids: readonly number[], chosen: readonly string[]): Promise<Candidate[]> {
  if (ids.length === 0) return []
  const rows = await candidates(db, chosen)
    .where(sql<boolean>`id = any (${listed(ids)}::int[])`)
    .execute()
  return rows.map(candidateFrom)
}

/** For a search without words: what was shared first, the newest on top, then cities and people. */
export async function listNewest(
  db: Db,
  ids: ReadonlySet<number> | undefined,
  chosen: readonly string[],
): Promise<Candidate[]> {
  const rows = await candidates(db, chosen)
    .where(ids === undefined ? sql<boolean>`true` : sql<boolean>`id = any (${listed([...ids])}::int[])`)
    .orderBy(sql`contribution_id is null`)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(mostCandidates))
    .execute()
  return rows.map(candidateFrom)
}

/** The first words of these documents, in their order. */
export async function listTokens(db: Db, ids: readonly number[]): Promise<Map<number, Buffer>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; tokens: Buffer }>`
    select id, tokens from search_document where id = any (${listed(ids)}::int[])`.execute(db)
  return new Map(rows.map(({ id, tokens }) => [id, tokens]))
}

/** The city of this organisation, as the index knows it. */
export async function findReaderCity(db: Db, organisationId: number): Promise<ReaderCity | undefined> {
  return db
    .withTables<SearchTables>()
    .selectFrom('search_document')
    .select(['country', 'population'])
    .where('organisation_id', '=', organisationId)
    .where('population', 'is not', null)
    .limit(1)
    .executeTakeFirst()
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
  /** Which of the terms asked for stand in it. */
  readonly matched: readonly number[]
  /** As it was written and indexed. */
  readonly indexedTitle: string
  readonly tokens: Buffer
  readonly extents: Buffer
}

/** A document that is an organisation is titled in the reader's language; all others as they were written. */
export const titleFor = (lang: string) =>
  [
    sql<string>`case when d.title = o.name then ${organisationName(lang)} else d.title end`.as('title'),
    sql<string>`case when d.title = o.name and o.names ? ${lang} then ${lang} else d.lang end`.as('lang'),
  ] as const

/** The documents of one page of answers, in any order. Only the beginning of the text is read: enough for a passage. */
export async function listDocuments(
  db: Db,
  ids: readonly number[],
  terms: readonly number[],
  lang: string,
): Promise<FoundDocument[]> {
  if (ids.length === 0) return []
  // As floating point, which holds them exactly: numbers of eight bytes in a list would arrive as texts.
  const matched = sql<
    number[]
  >`array(select t::float8 from unnest(d.terms) t where t = any (${listed(terms)}::bigint[]))`
  return db
    .withTables<SearchTables & Pick<TrunkTables, 'audience' | 'organisation'>>()
    .selectFrom('search_document as d')
    .innerJoin('audience as a', 'a.id', 'd.audience')
    .leftJoin('organisation as o', 'o.id', 'd.organisation_id')
    .select(['d.id', 'd.kind', 'd.subject', 'd.summary', 'd.path', 'a.kind as audienceKind', ...titleFor(lang)])
    .select([organisationName(lang).as('organisationName'), 'd.organisation_slug as organisationSlug'])
    .select(['d.country', 'd.year', 'd.evidence', 'd.concepts', sql<string>`left(d.body, 8000)`.as('body')])
    .select([matched.as('matched'), 'd.title as indexedTitle', 'd.tokens', 'd.extents'])
    .where(sql<boolean>`d.id = any (${listed(ids)}::int[])`)
    .execute()
}
