// Every question to the index, as the viewer: row-level security on each table decides what exists.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import { copied } from '#platform/db/copy-out.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'

import { listed } from './listed.ts'
import type { ReaderCity } from './rank.ts'
import type { SearchTables } from './tables.ts'

/** Beyond so many, nobody reads on; counts stop there too and say so. */
export const mostCandidates = 1000

/** For a search without words: what was shared first, the newest on top, then cities and people. */
export async function listNewest(db: Db, ids: ReadonlySet<number> | undefined): Promise<number[]> {
  const within = ids === undefined ? sql`true` : sql`id = any (${listed([...ids])}::int[])`
  const { rows } = await sql<{ ids: string | null }>`
    select string_agg(id::text, ' ') as ids from (select id from search_document where ${within}
      order by contribution_id is null, changed_at desc, id desc limit ${sql.lit(mostCandidates)}) newest`.execute(db)
  return rows[0]?.ids?.split(' ').map(Number) ?? []
}

/** The first words of these documents. */
export async function listTokens(db: Db, ids: readonly number[]): Promise<Map<number, Buffer>> {
  if (ids.length === 0) return new Map()
  const { rows } = await copied(
    sql`select int4send(id) || tokens from search_document where id = any (${sql.lit(listed(ids))}::int[])`,
  ).execute(db)
  return new Map(rows.map(({ bytes }) => [bytes.readInt32BE(0), bytes.subarray(4)]))
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
  /** Slugs, one after the other. */
  readonly concepts: string
  /** Which of a few terms stand in it, one after the other: a list would be read letter by letter. */
  readonly matched: string
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

/**
 * The documents of one page of answers, in any order. Only the beginning of the text is read: enough for a passage. `terms`
 * are those of which the index was not read.
 */
export async function listDocuments(
  db: Db,
  ids: readonly number[],
  terms: readonly number[],
  lang: string,
): Promise<FoundDocument[]> {
  if (ids.length === 0) return []
  // Asked of each of a few terms: to look through all that a document has takes as long as the rest of the question.
  const matched = sql<string>`(select coalesce(string_agg(t::text, ' '), '') from unnest(${listed(terms)}::bigint[]) t
    where t = any (d.terms))`
  return db
    .withTables<SearchTables & Pick<TrunkTables, 'audience' | 'organisation'>>()
    .selectFrom('search_document as d')
    .innerJoin('audience as a', 'a.id', 'd.audience')
    .leftJoin('organisation as o', 'o.id', 'd.organisation_id')
    .select(['d.id', 'd.kind', 'd.subject', 'd.summary', 'd.path', 'a.kind as audienceKind', ...titleFor(lang)])
    .select([organisationName(lang).as('organisationName'), 'd.organisation_slug as organisationSlug'])
    .select(['d.country', 'd.year', 'd.evidence', sql<string>`left(d.body, 8000)`.as('body')])
    .select([matched.as('matched'), sql<string>`array_to_string(d.concepts, ' ')`.as('concepts')])
    .select(['d.title as indexedTitle', 'd.tokens', 'd.extents'])
    .where(sql<boolean>`d.id = any (${listed(ids)}::int[])`)
    .execute()
}
